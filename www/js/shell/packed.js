// What travels inside the single file: deflated, as base64, in data blocks.

/** The content of a block, unpacked. @param {string} id */
export function unpacked(id) {
  const block = /** @type {HTMLElement} */ (document.getElementById(id));
  const letters = atob(block.textContent ?? '');
  const packed = new Uint8Array(letters.length);
  // Of a quarter of a million letters `Uint8Array.from` takes ten times as long.
  for (let i = 0; i < letters.length; i++) packed[i] = letters.charCodeAt(i);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
}
