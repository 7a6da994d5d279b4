// What is on the screen as pixels: the map is painted as on the stage, any other figure from its svg.

import { captionHeight, captionOf, captionShapes } from './caption.js';
import { mapDrawing, mapSize, unhandled } from './map-drawing.js';
import { svgText } from './svg-file.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').FileOptions} FileOptions */
/** @typedef {Exclude<import('./shown.js').Shown, {kind: 'none'}>} Shown */

/** Browsers draw no more pixels at once: the least of them on a side, and in all. */
const LONGEST = 16_000;
const MOST = 64_000_000;

/** So many times larger at most. @param {number} times @param {{width: number, height: number}} size */
export function timesFor(times, { width, height }) {
  return Math.min(times, LONGEST / Math.max(width, height), Math.sqrt(MOST / (width * height)));
}

/** The pixels of a picture that is so large. @param {{width: number, height: number}} size @param {number} times */
export function pixelsOf(size, times) {
  const by = timesFor(times, size);
  return { width: Math.round(size.width * by), height: Math.round(size.height * by) };
}

/** How large the picture of a map is, with its caption. @param {Page} page @param {boolean} caption */
export function mapPictureSize({ store, say }, caption) {
  const size = mapSize(store.state);
  return caption ? { ...size, height: size.height + captionHeight(captionOf(store.state, say(), location.href, size.width)) } : size;
}

/** The map, painted. @param {Page} page @param {FileOptions} options @returns {HTMLCanvasElement} */
export function paintedMap(page, { theme, times, caption }) {
  const { store, say } = page;
  const drawing = mapDrawing(page, theme);
  try {
    const size = mapPictureSize(page, caption);
    const foot = caption ? captionShapes(captionOf(store.state, say(), location.href, size.width), drawing.size) : [];
    drawing.painter.resize(size.width, size.height, timesFor(times, size));
    drawing.painter.paint([...drawing.shapes(unhandled(store.state)), ...foot]);
    return drawing.canvas;
  } finally {
    drawing.leave();
  }
}

/** An svg, painted. @param {{text: string, width: number, height: number}} svg @param {number} times @returns {Promise<HTMLCanvasElement>} */
async function paintedSvg({ text, width, height }, times) {
  const size = pixelsOf({ width, height }, times);
  const image = new Image(size.width, size.height);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, size);
    canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
export const pngOf = (canvas) =>
  new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('this browser draws no picture so large'))), 'image/png'));

/** @param {Page} page @param {Shown} shown @param {FileOptions} options @returns {Promise<Blob>} */
export async function png(page, shown, options) {
  if (shown.kind === 'map') return pngOf(paintedMap(page, options));
  return pngOf(await paintedSvg(svgText(page, shown, options), options.times));
}
