// The messages of the round, one below the other, each a button that goes to it: the map as a list.

import { binder } from '../kit/dom.js';
import { roundEnds, roundOf } from '../state/motion.js';
import { plain } from '../words/narrate.js';
import { povOf, visibleSteps } from '../state/pov.js';
import { icon, token } from '../kit/icons.js';
import { sentence } from '../transport/narration.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */

/** So many are listed at a time. */
export const AT_ONCE = 60;

/**
 * The steps to list: of the round that rides, is gone through, or comes first; where they are many, those around the cursor.
 * @param {Pick<State, 'cursor' | 'perRound' | 'motion'>} s
 */
export function listed({ cursor, perRound, motion }) {
  const round = motion && motion.what !== 'ending' ? motion.round : Math.max(1, roundOf(perRound, cursor));
  const last = roundEnds(perRound)[round - 1] ?? 0;
  const first = last - (perRound[round - 1] ?? 0) + 1;
  const here = Math.max(first, Math.min(last, cursor));
  const from = first + Math.floor((here - first) / AT_ONCE) * AT_ONCE;
  return { round, first, last, from, to: Math.min(last, from + AT_ONCE - 1) };
}

/** @param {HTMLElement} root @param {Page} page */
export function messageList(root, { store, t, say }) {
  const { el, list, refresh } = binder();
  const s = () => store.state;
  const open = () => s().listing && s().session !== null;
  const fog = () => povOf(s()) !== null;
  const now = () => listed(s());
  const steps = () => {
    if (!open()) return [];
    const { first, last, from, to } = now();
    const seen = visibleSteps(s());
    if (!seen) return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    // What is still to come is not known either; what rides is.
    const until = s().motion?.what === 'round' ? last : Math.min(last, s().cursor);
    const own = [...seen].filter((step) => step >= first && step <= until);
    const before = own.filter((step) => step < s().cursor).length;
    const start = Math.floor(before / AT_ONCE) * AT_ONCE;
    return own.slice(start, start + AT_ONCE);
  };

  root.append(
    el(
      'div',
      { class: 'listing-head' },
      el('h3', { id: 'listing-title' }, () => t('listing.title', { round: now().round })),
      el(
        'button',
        {
          class: 'bar-button square',
          'aria-label': () => t('close'),
          onclick: () => {
            store.apply({ type: 'listing', open: false });
            // What is not shown cannot take the focus.
            for (const opener of document.querySelectorAll('[aria-controls="listing"]')) /** @type {HTMLElement} */ (opener).focus();
          },
        },
        icon('cross', 14),
      ),
    ),
    el('p', { class: 'fine', hidden: () => fog() || now().last - now().first < AT_ONCE }, () =>
      fog()
        ? ''
        : t('listing.part', {
            from: now().from - now().first + 1,
            to: now().to - now().first + 1,
            count: now().last - now().first + 1,
          }),
    ),
    list(
      el('ol', { class: 'listing-rows' }),
      steps,
      (step) => `${s().lang} ${s().link} ${povOf(s())} ${step}`,
      (step, own) => {
        const event = s().session?.event(step);
        if (!s().session || event?.kind !== 'message') return own.el('li');
        const told = sentence({ ...s(), cursor: step, motion: null }, say());
        return own.el(
          'li',
          {},
          own.el(
            'button',
            {
              class: told.some(({ tone }) => tone === 'lie') ? 'lie' : '',
              'aria-current': () => (s().cursor === step ? 'step' : null),
              onclick: () => store.apply({ type: fog() ? 'seek' : 'message', step }),
            },
            token(event.said, 8),
            own.el('span', {}, plain(told)),
          ),
        );
      },
    ),
  );
  return () => {
    root.hidden = !open();
    refresh();
  };
}
