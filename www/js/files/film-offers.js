// The whole run as a film.

import { isCovered, lessonsPage } from '../state/lesson.js';
import { filmPlan, lengthOf } from './film-plan.js';
import { fileName } from './name.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').FileOffer} FileOffer */

/** From picture to picture: viewers of gifs count hundredths of a second. */
export const GIF_MS = 80;
/** How wide it is, in pixels. */
export const GIF_WIDTH = 720;

/** Why the run cannot be played through. @param {Page} page */
function refused({ store }) {
  const s = store.state;
  if (!s.scenario || s.fault) return 'file.none';
  if (lessonsPage(s)) return 'file.none.lessons';
  if (isCovered(s)) return 'file.none.covered';
  return s.session ? null : 'file.none.large';
}

/** @param {Page} page @param {number} every */
function about({ store, t }, every) {
  return t('file.about.film', { seconds: String(Math.round(lengthOf(filmPlan(store.state, every)) / 1000)) });
}

/** Half way through. @param {number} every @param {number} width @returns {FileOffer['preview']} */
const preview = (every, width) => async (page, options) => {
  const { still } = await import('./picture-part.js');
  const plan = filmPlan(page.store.state, every);
  return still(page, options, plan[plan.length >> 1], width);
};

/** @type {FileOffer} */
export const gifOffer = {
  kind: 'gif',
  options: ['theme', 'caption'],
  refused,
  about: (page) => about(page, GIF_MS),
  name: ({ store }) => fileName(store.state, 'gif'),
  preview: preview(GIF_MS, GIF_WIDTH),
  make: async (page, options, work) => (await import('./gif.js')).gif(page, options, work),
};
