// A run too large to open: it says so, says what is known of it, and offers smaller ones.

import { el, binder } from '../kit/dom.js';
import { edit, limits, opens, read } from '../state/engine.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('./page.js').Page} Page */

/**
 * The nearest smaller runs that open: fewer generals with the same m, fewer rounds with the same n.
 * @param {string} link @param {number} n @param {number} m
 */
export function smaller(link, n, m) {
  const offers = [];
  for (let generals = n - 1; generals >= m + 2; generals--) {
    if (!opens(read(edit(link, { n: generals })))) continue;
    offers.push({ n: generals, m });
    break;
  }
  for (let rounds = m - 1; rounds >= 0; rounds--) {
    if (!opens(read(edit(link, { m: rounds })))) continue;
    offers.push({ n, m: rounds });
    break;
  }
  return offers;
}

/** @param {HTMLElement} root @param {Page} page */
export function tooLarge(root, { store, say, id }) {
  const { list, refresh } = binder();
  const asked = () => {
    const { session, scenario, link, lang, total, verdict } = store.state;
    // Whether a verdict can be found without looking at every message depends on who the traitors are.
    const known = povOf(store.state) !== null ? 'fog' : verdict ? 'known' : 'unknown';
    return scenario && !session ? [{ link, lang, total, known, n: scenario.n, m: scenario.m }] : [];
  };
  list(
    root,
    asked,
    ({ link, lang, known }) => `${lang} ${link} ${known}`,
    ({ link, total, known, n, m }) => {
      const t = say().t;
      return el(
        'section',
        { class: 'large', 'data-testid': 'error', 'aria-labelledby': id('large-title') },
        el(
          'div',
          {},
          el('h2', { id: id('large-title') }, total === null ? t('large.beyond', { n, m }) : t('large.title', { count: total, n, m })),
          el('p', {}, t(`large.${known}`, { limit: limits().messages })),
        ),
        el(
          'div',
          { class: 'error-ways' },
          ...smaller(link, n, m).map((offer) =>
            el(
              'button',
              { class: 'bar-button line', onclick: () => store.apply({ type: 'edit', changes: offer }) },
              t('large.offer', { n: offer.n, m: offer.m }),
            ),
          ),
        ),
      );
    },
  );
  return refresh;
}
