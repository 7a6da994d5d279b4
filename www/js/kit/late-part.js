// A panel that comes when it is first wanted: its place keeps its size, and says so if the part cannot be fetched.

import { binder } from './dom.js';
import { watched } from './watching.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./watching.js').Panel} Panel */
/** @typedef {Panel & {force: () => void, isHere: () => boolean, isComing: () => boolean}} LatePart */
/** @typedef {{make: (place: HTMLElement, page: Page) => Panel | (() => void)}} Part */

/**
 * @param {HTMLElement} place @param {Page} page
 * @param {{isWanted: (s: import('../state/types.js').State) => boolean, bring: () => Promise<Part>, words?: import('../words/i18n.js').Piece[],
 *   leave?: import('../state/actions.js').Action | (() => void), changed: () => void}} how
 *   `words`: what it says; `leave`: what is done to do without it, if anything can be; `changed`: called when it has come, or cannot be had: what is shown may wait for it
 * @returns {LatePart}
 */
export function latePart(place, page, { isWanted, bring, words = ['late'], leave, changed }) {
  /** @type {ReturnType<typeof watched> | null} */
  let part = null;
  let isComing = false;
  /** @type {ReturnType<typeof failureNotice> | null} */
  let failed = null;
  const { hidden } = place;

  async function fetchPart() {
    isComing = true;
    /** @type {Part['make']} */
    let make;
    try {
      [{ make }] = await Promise.all([bring(), page.learn(words)]);
    } catch (error) {
      isComing = false;
      if (!failed) showFailure();
      changed();
      return reportError(error);
    }
    isComing = false;
    const hadFocus = failed?.node.contains(document.activeElement) ?? false;
    forget();
    part = watched(page, (own) => make(place, own));
    changed();
    if (hadFocus) /** @type {HTMLElement | null} */ (place.querySelector('button, [tabindex], select, input'))?.focus();
  }
  function showFailure() {
    failed = failureNotice(page, fetchPart, !leave || typeof leave === 'function' ? leave : () => page.store.apply(leave));
    place.append(failed.node);
    place.hidden = false;
  }
  function forget() {
    if (!failed) return;
    failed.node.remove();
    place.hidden = hidden;
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
    isComing: () => isComing && isWanted(page.store.state),
    refresh,
    force: () => (part ? part.force() : refresh()),
    paint: () => part?.paint?.(),
    retheme: () => part?.retheme?.(),
  };
}

/**
 * What stands in the place of a part that cannot be had.
 * @param {Page} page @param {() => void} again @param {() => void} [leave] does without it
 */
export function failureNotice({ t }, again, leave) {
  const { el, refresh } = binder();
  const node = el(
    'p',
    { class: 'late-failed', role: 'alert' },
    el('span', {}, () => t('late.failed')),
    el('button', { class: 'bar-button line', onclick: again }, () => t('late.again')),
    leave ? el('button', { class: 'bar-button line', onclick: leave }, () => t('close')) : null,
  );
  return { node, refresh };
}
