// Starts the hosted page. Its engine is a file whose name only the built page knows: the link that lets the browser begin to load
// it before this module runs says which it is, and where the whole engine is if this is only the beginning of it.

import { load, loadWhole } from '../state/engine.js';
import { start } from './main.js';

const link = /** @type {HTMLLinkElement} */ (document.getElementById('engine'));
const { whole } = link.dataset;
start(() => (whole ? load(fetch(link.href), () => fetch(whole)) : loadWhole(fetch(link.href))));
