// Pictures of what is on the screen: as lines, and as pixels.

import { drawn } from '../kit/picture.js';
import { world } from '../scene/world.js';
import { fileName } from './name.js';
import { mapPictureSize, paintedMap, pixelsOf, png } from './pixels.js';
import { shownOn } from './shown.js';
import { svgText } from './svg-file.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').FileOffer} FileOffer */
/** @typedef {import('./types.js').FileOptions} FileOptions */
/** @typedef {import('./types.js').Preview} Preview */

/** What is shown, where a picture can be made of it. @param {Page} page */
function pictured(page) {
  const shown = shownOn(page);
  if (shown.kind === 'none') throw new Error(`no picture: ${shown.why}`);
  return shown;
}

/** Whether messengers on the map are pixels themselves. @param {Page} page */
const isCrowded = ({ store }) => Boolean(world(store.state).crowd);

/** @param {Page} page @param {string} ending */
function name(page, ending) {
  const shown = shownOn(page);
  return fileName(page.store.state, ending, { figure: shown.kind === 'region' ? shown.name : 'map', isStep: true });
}

/** It as it will be, in lines; crowds in pixels. @param {Page} page @param {FileOptions} options @param {number | null} times pixels for each of the page's @returns {Preview} */
function preview(page, options, times) {
  const shown = pictured(page);
  if (shown.kind === 'map' && isCrowded(page)) {
    const size = mapPictureSize(page, options.caption);
    return { kind: 'picture', node: paintedMap(page, { ...options, times: 1 }), size: times === null ? null : pixelsOf(size, times) };
  }
  const svg = svgText(page, shown, options);
  return { kind: 'picture', node: drawn(svg.text), size: times === null ? null : pixelsOf(svg, times) };
}

/** @param {Page} page */
function refused(page) {
  const shown = shownOn(page);
  return shown.kind === 'none' ? shown.why : null;
}

/** @type {FileOffer} */
export const pngOffer = {
  kind: 'png',
  options: ['theme', 'times', 'caption'],
  refused,
  about: ({ t }) => t('file.about.png'),
  name: (page) => name(page, 'png'),
  preview: (page, options) => preview(page, options, options.times),
  make: (page, options) => png(page, pictured(page), options),
};

/** @type {FileOffer} */
export const svgOffer = {
  kind: 'svg',
  options: ['theme', 'caption'],
  refused: (page) => refused(page) ?? (shownOn(page).kind === 'map' && isCrowded(page) ? 'file.none.crowd' : null),
  about: ({ t }) => t('file.about.svg'),
  name: (page) => name(page, 'svg'),
  preview: (page, options) => preview(page, options, null),
  make: async (page, options) => new Blob([svgText(page, pictured(page), options).text], { type: 'image/svg+xml' }),
};
