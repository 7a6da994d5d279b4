// A panel that comes when it is first wanted: its place keeps its size, and says so if the part cannot be fetched.

import { el } from './dom.js';
import { watched } from './watching.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./watching.js').Panel} Panel */
/** @typedef {Panel & {force: () => void, isHere: () => boolean}} LatePart */
/** @typedef {{make: (place: HTMLElement, page: Page) => Panel | (() => void)}} Part */

/**
 * @param {HTMLElement} place @param {Page} page @param {(s: import('../state/types.js').State) => boolean} isWanted
 * @param {() => Promise<Part>} bring @param {() => void} arrived called when it has come: what is shown may wait for it
 * @returns {LatePart}
 */
export function latePart(place, page, isWanted, bring, arrived) {
  /** @type {ReturnType<typeof watched> | null} */
  let part = null;
  let coming = false;
  /** @type {HTMLElement | null} */
  let failed = null;

  async function fetchPart() {
    if (coming) return;
    coming = true;
    failed?.remove();
    failed = null;
    try {
      const { make } = await bring();
      part = watched(page, (own) => make(place, own));
      arrived();
    } catch (error) {
      coming = false;
      failed = failureNotice(page, fetchPart);
      place.append(failed);
      reportBroken(error);
    }
  }

  const refresh = () => {
    if (part) part.refresh();
    else if (!failed && isWanted(page.store.state)) void fetchPart();
  };
  return {
    isHere: () => part !== null,
    refresh,
    force: () => (part ? part.force() : refresh()),
    paint: () => part?.paint?.(),
    retheme: () => part?.retheme?.(),
  };
}

/** What stands in the place of a part that cannot be had. @param {Page} page @param {() => void} again */
export const failureNotice = ({ t }, again) =>
  el(
    'p',
    { class: 'late-failed', role: 'alert' },
    t('late.failed'),
    el('button', { class: 'bar-button line', onclick: again }, t('late.again')),
  );

/** What is broken is told to the console too; what is only out of reach is a TypeError of the browser. @param {unknown} error */
export function reportBroken(error) {
  if (!(error instanceof TypeError)) throw error;
}
