// A file is saved by the browser, under its name, wherever the page is: also in a frame that may only save.

/** A browser may still be reading what it saves. */
const KEPT_MS = 60_000;

/** @param {Blob} blob @param {string} name */
export function saveBlob(blob, name) {
  const href = URL.createObjectURL(blob);
  const way = document.createElement('a');
  Object.assign(way, { href, download: name });
  way.click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
