// The whole run as a film.

import { isCovered, lessonsPage } from '../state/lesson.js';
import { filmPlan, lengthOf } from './film-plan.js';
import { fileName } from './name.js';
import { knownWay, VIDEO_WIDTH, videoWay } from './video-way.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').FileOffer} FileOffer */

/** From picture to picture: viewers of gifs count hundredths of a second. */
export const GIF_MS = 80;
/** Of a video, thirty in a second. */
export const VIDEO_MS = 1000 / 30;
/** How wide a gif is, in pixels. */
export const GIF_WIDTH = 720;

/** Why the run cannot be played through. @param {Page} page */
function refused({ store }) {
  const s = store.state;
  if (!s.scenario || s.fault) return 'file.none';
  if (lessonsPage(s)) return 'file.none.lessons';
  if (isCovered(s)) return 'file.none.covered';
  return s.session ? null : 'file.none.large';
}

/** How long the film of a run is, in milliseconds; it is asked for whenever one has got further. @type {WeakMap<import('../state/types.js').State, number>} */
const known = new WeakMap();

/** @param {Page} page @param {string} [key] */
function about({ store, t }, key = 'file.about.film') {
  const s = store.state;
  const length = known.get(s) ?? lengthOf(filmPlan(s, GIF_MS));
  known.set(s, length);
  return t(key, { seconds: String(Math.round(length / 1000)) });
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
  about,
  name: ({ store }) => fileName(store.state, 'gif'),
  preview: preview(GIF_MS, GIF_WIDTH),
  make: async (page, options, work) => (await import('./gif.js')).gif(page, options, work),
};

void videoWay();

/** @type {FileOffer} */
export const videoOffer = {
  kind: 'video',
  options: ['theme', 'caption'],
  refused: (page) => refused(page) ?? (knownWay() ? null : 'file.none.video'),
  about: (page) => about(page, knownWay()?.codec ? 'file.about.film' : 'file.about.recorded'),
  name: ({ store }) => fileName(store.state, knownWay()?.container ?? 'webm'),
  async preview(page, options) {
    await videoWay();
    return preview(VIDEO_MS, VIDEO_WIDTH)(page, options);
  },
  async make(page, options, work) {
    const way = await videoWay();
    if (!way) throw new Error('this browser makes no videos');
    const { container, codec } = way;
    if (codec) return (await import('./video.js')).video(page, options, work, { container, codec });
    return (await import('./recording.js')).recording(page, options, work, container);
  },
};
