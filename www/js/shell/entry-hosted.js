// Starts the hosted page. Its wasm is a file whose name only the built page knows: a link in its
// head lets the browser begin to load it before this module runs.

import { start } from './main.js';

const wasm = /** @type {HTMLLinkElement} */ (document.querySelector('link[type="application/wasm"]'));
start(fetch(wasm.href));
