// Starts the hosted page. Its engine is a file whose name only the built page knows: the link that lets the browser begin to load
// it before this module runs says which it is, and where the whole engine is if this is only the beginning of it.

import { load, loadWhole } from '../state/engine.js';
import { FIGURE_PARTS } from '../views/figures.js';
import { start } from './main.js';
import { LATE_PARTS } from './panels.js';
import { prefetch } from './prefetch.js';

const link = /** @type {HTMLLinkElement} */ (document.getElementById('engine'));
const { whole } = link.dataset;
await start(() => (whole ? load(fetch(link.href), () => fetch(whole)) : loadWhole(fetch(link.href))));
prefetch(link.href, [...Object.values(FIGURE_PARTS), ...Object.values(LATE_PARTS), ...(whole ? [async () => (await fetch(whole)).arrayBuffer()] : [])]);
