// What makes pictures, as it comes when the first is looked at.

import { drawn } from '../kit/picture.js';
import { film } from './film.js';
import { filmPixels } from './film-size.js';
import { mapPictureSize, paintedMap, pixelsOf, png as pngFile } from './pixels.js';
import { svgText } from './svg-file.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').FileOptions} FileOptions */
/** @typedef {import('./types.js').Preview} Preview */
/** @typedef {import('./pixels.js').Shown} Shown */

/**
 * It as it will be, in lines; crowds in pixels.
 * @param {Page} page @param {Shown} shown @param {FileOptions} options @param {{isPixels: boolean, isCrowd: boolean}} what
 * @returns {Preview}
 */
export function preview(page, shown, options, { isPixels, isCrowd }) {
  const sizeOf = (/** @type {{width: number, height: number}} */ size) => (isPixels ? pixelsOf(size, options.times) : null);
  if (isCrowd) return { kind: 'picture', node: paintedMap(page, { ...options, times: 1 }), size: sizeOf(mapPictureSize(page, options.caption)) };
  const svg = svgText(page, shown, options);
  return { kind: 'picture', node: drawn(svg.text), size: sizeOf(svg) };
}

export const png = pngFile;

/** @param {Page} page @param {Shown} shown @param {FileOptions} options */
export const svg = (page, shown, options) => new Blob([svgText(page, shown, options).text], { type: 'image/svg+xml' });

/** One picture of a film. @param {Page} page @param {FileOptions} options @param {import('./film-plan.js').Picture} picture @param {number} width in pixels @returns {Preview} */
export function still(page, options, picture, width) {
  const size = filmPixels(page, options.caption, width);
  const { canvas, paint, leave } = film(page, options, size);
  try {
    paint(picture);
    return { kind: 'picture', node: canvas, size };
  } finally {
    leave();
  }
}
