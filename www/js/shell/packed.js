// What travels inside the single file: deflated, as base64, in data blocks.

/** The content of a block, unpacked. @param {string} id */
export function unpacked(id) {
  const block = /** @type {HTMLElement} */ (document.getElementById(id));
  const packed = Uint8Array.from(atob(block.textContent ?? ''), (letter) => letter.charCodeAt(0));
  block.remove();
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
}
