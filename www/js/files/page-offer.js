// This page with this run inside: one file that opens without a network.

import { lessonsPage } from '../state/lesson.js';
import { povOf } from '../state/pov.js';
import { fileName } from './name.js';
import { pictureOf } from './picture-offers.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** The page in one file: this one as it came, or the one beside it. @param {AbortSignal} signal */
async function wholePage(signal) {
  const { sourceOf } = await import('./baked-page.js');
  if (globalThis.asItCame) return sourceOf(globalThis.asItCame);
  const answer = await fetch(new URL('byzantine-generals.html', document.baseURI), { signal });
  if (!answer.ok) throw new Error(`the page in one file is not there: ${answer.status}`);
  return answer.text();
}

/** @type {import('./types.js').FileOffer} */
export const pageOffer = {
  kind: 'page',
  options: [],
  refused({ store }) {
    const s = store.state;
    return s.scenario && !s.fault ? (lessonsPage(s) ? 'file.none.lessons' : null) : 'file.none';
  },
  about: ({ t }) => t('file.about.page'),
  name: ({ store }) => fileName(store.state, 'html'),
  async preview(page, options) {
    const { shownLink } = await import('./caption.js');
    const s = page.store.state;
    // In fog no link is shown: it tells who the traitors are.
    const text = povOf(s) === null ? shownLink(s, '') : page.t('file.about.page');
    return (await pictureOf(page, { ...options, caption: false })) ?? { kind: 'text', text, length: text.length };
  },
  async make({ store }, _options, { progress, signal }) {
    const [text, { baked }, { shownLink }] = await Promise.all([wholePage(signal), import('./baked-page.js'), import('./caption.js')]);
    progress(1);
    return new Blob([baked(text, shownLink(store.state, '').slice(1))], { type: 'text/html' });
  },
};
