// How large a film is, and what stands below it.

import { captionHeight, captionOf } from './caption.js';
import { mapSize } from './map-drawing.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** The run from its beginning. @param {Page} page */
export function filmCaption({ store, say }) {
  return captionOf({ ...store.state, cursor: 0 }, say(), location.href, mapSize(store.state).width);
}

/** In the page's pixels, even ones: films know no others. @param {Page} page @param {boolean} caption */
export function filmSize(page, caption) {
  const { width, height } = mapSize(page.store.state);
  return { width, height: even(height + (caption ? captionHeight(filmCaption(page)) : 0)) };
}

/** @param {number} pixels */
const even = (pixels) => 2 * Math.round(pixels / 2);

/** In pixels of the file. @param {Page} page @param {boolean} caption @param {number} width */
export function filmPixels(page, caption, width) {
  const size = filmSize(page, caption);
  return { width, height: even((size.height * width) / size.width) };
}
