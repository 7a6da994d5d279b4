// A panel that comes when it is first wanted: its place keeps its size, and says so if the part cannot be fetched.

import { binder } from './dom.js';
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
  let isComing = false;
  /** @type {ReturnType<typeof failureNotice> | null} */
  let failed = null;

  async function fetchPart() {
    forget();
    isComing = true;
    /** @type {Part['make']} */
    let make;
    try {
      ({ make } = await bring());
    } catch (error) {
      failed = failureNotice(page, fetchPart);
      place.append(failed.node);
      return reportError(error);
    } finally {
      isComing = false;
    }
    part = watched(page, (own) => make(place, own));
    arrived();
  }
  function forget() {
    failed?.node.remove();
    failed = null;
  }

  function refresh() {
    if (part) return part.refresh();
    const wanted = isWanted(page.store.state);
    // Who turns away from what could not be fetched is not told of it any more, and who comes back has it tried again.
    if (!wanted) forget();
    else if (!failed && !isComing) void fetchPart();
    failed?.refresh();
  }
  return {
    isHere: () => part !== null,
    refresh,
    force: () => (part ? part.force() : refresh()),
    paint: () => part?.paint?.(),
    retheme: () => part?.retheme?.(),
  };
}

/** What stands in the place of a part that cannot be had. @param {Page} page @param {() => void} again */
export function failureNotice({ t }, again) {
  const { el, refresh } = binder();
  const node = el(
    'p',
    { class: 'late-failed', role: 'alert' },
    () => t('late.failed'),
    el('button', { class: 'bar-button line', onclick: again }, () => t('late.again')),
  );
  return { node, refresh };
}
