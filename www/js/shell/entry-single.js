// Starts the page of the single file. Its wasm travels inside, deflated, as the text of a data block.

import { start } from './main.js';

async function unpacked() {
  const block = /** @type {HTMLElement} */ (document.getElementById('wasm'));
  const packed = Uint8Array.from(atob(block.textContent ?? ''), (letter) => letter.charCodeAt(0));
  block.remove();
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(bytes).arrayBuffer();
}

start(unpacked());
