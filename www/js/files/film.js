// The pictures of a film, painted one after the other on one canvas, the caption below; the page can be used meanwhile.

import { captionShapes } from './caption.js';
import { filmCaption, filmSize } from './film-size.js';
import { atBeginning } from './film-plan.js';
import { mapDrawing } from './map-drawing.js';
import { rest } from './rest.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').FileOptions} FileOptions */
/** @typedef {import('./film-plan.js').Picture} Picture */

/**
 * @param {Page} page @param {FileOptions} options @param {{width: number, height: number}} pixels of a picture
 */
export function film(page, { theme, caption }, pixels) {
  const beginning = atBeginning(page.store.state);
  const drawing = mapDrawing(page, theme);
  const size = filmSize(page, caption);
  const foot = caption ? captionShapes(filmCaption(page), drawing.size) : [];
  const { canvas, painter } = drawing;
  painter.resize(size.width, size.height, pixels.width / size.width);
  return {
    canvas,
    /** @param {Picture} picture */
    paint({ at }) {
      painter.paint([...drawing.shapes({ ...beginning, ...at }), ...foot]);
    },
    palette: drawing.palette,
    leave: drawing.leave,
  };
}

/**
 * Does something with each picture, resting often enough for the page to be used.
 * @param {readonly Picture[]} pictures @param {import('./types.js').Work} work @param {(picture: Picture, index: number) => Promise<void> | void} use
 */
export async function eachPicture(pictures, { progress, signal }, use) {
  const breath = rest();
  for (const [i, picture] of pictures.entries()) {
    signal.throwIfAborted();
    await use(picture, i);
    progress((i + 1) / pictures.length);
    await breath();
  }
  signal.throwIfAborted();
}
