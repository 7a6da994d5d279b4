// Pictures of what is on the screen: as pixels, and as lines.

import { world } from '../scene/world.js';
import { fileName } from './name.js';
import { shownOn } from './shown.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').FileOffer} FileOffer */
/** @typedef {import('./types.js').FileOptions} FileOptions */

const part = () => import('./picture-part.js');

/** What is shown, where a picture can be made of it. @param {Page} page */
function pictured(page) {
  const shown = shownOn(page);
  if (shown.kind === 'none') throw new Error(`no picture: ${shown.why}`);
  return shown;
}

/** Whether messengers on the map are pixels themselves. @param {Page} page */
const isCrowd = (page) => shownOn(page).kind === 'map' && Boolean(world(page.store.state).crowd);

/** @param {Page} page @param {string} ending */
function name(page, ending) {
  const shown = shownOn(page);
  return fileName(page.store.state, ending, { figure: shown.kind === 'region' ? shown.name : 'map', isStep: true });
}

/** @param {boolean} isPixels @returns {FileOffer['preview']} */
const preview = (isPixels) => async (page, options) => {
  const { preview } = await part();
  return preview(page, pictured(page), options, { isPixels, isCrowd: isCrowd(page) });
};

/** A picture of what is shown, where there is one. @param {Page} page @param {FileOptions} options */
export const pictureOf = async (page, options) => (refused(page) ? null : preview(false)(page, options));

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
  preview: preview(true),
  make: async (page, options) => (await part()).png(page, pictured(page), options),
};

/** @type {FileOffer} */
export const svgOffer = {
  kind: 'svg',
  options: ['theme', 'caption'],
  refused: (page) => refused(page) ?? (isCrowd(page) ? 'file.none.crowd' : null),
  about: ({ t }) => t('file.about.svg'),
  name: (page) => name(page, 'svg'),
  preview: preview(false),
  make: async (page, options) => (await part()).svg(page, pictured(page), options),
};
