// The messages of the round, one below the other, each a button that goes to it: the map as a list.

import { binder } from '../kit/dom.js';
import { roundEnds, roundOf } from '../state/motion.js';
import { plain } from '../words/narrate.js';
import { povOf, visibleSteps } from '../state/pov.js';
import { icon, token } from '../kit/icons.js';
import { sentence } from '../transport/narration.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Binder} Binder */

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

/** Of these, the steps that whoever looks can know. @param {State} s @returns {number[]} */
export function listedSteps(s) {
  const { first, last, from, to } = listed(s);
  const seen = visibleSteps(s);
  if (!seen) return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  // What is still to come is not known either; what rides is.
  const until = s.motion?.what === 'round' ? last : Math.min(last, s.cursor);
  const own = [...seen].filter((step) => step >= first && step <= until);
  const before = own.filter((step) => step < s.cursor).length;
  const start = Math.floor(before / AT_ONCE) * AT_ONCE;
  return own.slice(start, start + AT_ONCE);
}

/** @param {HTMLElement} root @param {Page} page */
export function messageList(root, page) {
  const { store, t } = page;
  const drawing = binder();
  const { el, list, refresh } = drawing;
  const s = () => store.state;
  const open = () => s().listing && s().session !== null;
  const fog = () => povOf(s()) !== null;

  const title = el('h2', { id: page.id('listing-title') }, () => t('listing.title', { round: listed(s()).round }));
  root.setAttribute('aria-labelledby', title.id);
  root.append(
    el('div', { class: 'listing-head' }, title, closeButton(drawing, page)),
    el('p', { class: 'fine', hidden: () => fog() || listed(s()).last - listed(s()).first < AT_ONCE }, () => {
      const { first, last, from, to } = listed(s());
      return fog() ? '' : t('listing.part', { from: from - first + 1, to: to - first + 1, count: last - first + 1 });
    }),
    list(
      el('ol', { class: 'listing-rows' }),
      () => (open() ? listedSteps(s()) : []),
      (step) => `${s().lang} ${s().link} ${povOf(s())} ${step}`,
      (step, own) => messageRow(own, page, step),
    ),
  );
  return () => {
    root.hidden = !open();
    refresh();
  };
}

/** Closes the list; the focus goes back to what opens it. @param {Binder} drawing @param {Page} page */
function closeButton({ el }, page) {
  const close = () => {
    page.store.apply({ type: 'listing', open: false });
    // What is not shown cannot take the focus.
    const openers = page.root.querySelectorAll(`[aria-controls="${page.id('listing')}"]`);
    for (const opener of openers) /** @type {HTMLElement} */ (opener).focus();
  };
  return el('button', { class: 'bar-button square', 'aria-label': () => page.t('close'), onclick: close }, icon('cross', 14));
}

/** @param {Binder} own @param {Page} page @param {number} step */
function messageRow(own, { store, say }, step) {
  const s = () => store.state;
  const event = s().session?.event(step);
  if (event?.kind !== 'message') return own.el('li');
  const told = sentence({ ...s(), cursor: step, motion: null }, say());
  return own.el(
    'li',
    {},
    own.el(
      'button',
      {
        class: told.some(({ tone }) => tone === 'lie') ? 'lie' : '',
        'aria-current': () => (s().cursor === step ? 'step' : null),
        onclick: () => store.apply({ type: povOf(s()) !== null ? 'seek' : 'message', step }),
      },
      token(event.said, 8),
      own.el('span', {}, plain(told)),
    ),
  );
}
