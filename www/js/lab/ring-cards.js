// The windows of the ring as cards: who is loyal in each, what it must come to, and whether it does.

import { shield, stamp } from '../kit/icons.js';
import { idOf } from '../scene/signs.js';
import { plain } from '../words/narrate.js';
import { facesOf, mustOf, seatsOf, short } from './ring-places.js';

/** @typedef {import('#generals').Ring} Ring */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./ring-walk.js').RingWalk} RingWalk */

/** With more generals a bloc is told by its first and its last. */
const NAMED = 3;

/** Several generals. @param {Page} page @param {number[]} ids */
export function named({ t, say }, ids) {
  return ids.length > NAMED ? t('lab.ring.range', { from: say().id(ids[0]), to: say().id(ids[ids.length - 1]) }) : say().generals(ids);
}

/** The shields of a bloc. @param {Binder} own @param {number[]} bloc @param {boolean} isLoyal */
function shields(own, bloc, isLoyal) {
  const shown = bloc.length > NAMED ? [own.el('b', { class: `${isLoyal ? 'loyal' : 'traitor'}-word` }, short(bloc))] : bloc.map((id) => shield(id, isLoyal, 24));
  return own.el('span', {}, ...shown);
}

/** Two loyal blocs, each beside what the traitors between play to it. @param {Binder} own @param {Ring} ring @param {number} index */
function army(own, ring, index) {
  const { traitors } = ring.windows[index];
  const played = (/** @type {string} */ plays) =>
    traitors.length > NAMED ? `${short(traitors)}${plays}` : traitors.map((id) => `${idOf(id)}${plays}`).join(' ');
  const [left, right] = facesOf(ring, index).map(({ seat, plays }) => [shields(own, ring.blocs[seat % 3], true), own.el('i', {}, played(plays))]);
  return own.el('span', { class: 'window-army', 'data-testid': `army-${index + 1}` }, ...left, shields(own, traitors, false), ...right.toReversed());
}

/** @param {Binder} own @param {Page} page @param {Ring} ring @param {number} index @param {RingWalk} walk */
function card(own, page, ring, index, walk) {
  const { t, say, store } = page;
  const { forged, holds, traitors, condition, order } = ring.windows[index];
  const isUnsent = forged !== null && !holds;
  const state = holds ? 'holds' : isUnsent ? 'free' : 'broken';
  const loyal = seatsOf(ring, index).map((seat) => `${short(ring.blocs[seat % 3])}${seat < 3 ? 'a' : 'b'}`);
  return own.el(
    'button',
    {
      class: 'window-card',
      'data-testid': `window-${index + 1}`,
      'aria-pressed': () => String(walk.chosen() === index),
      onclick() {
        walk.halt();
        walk.choose(index);
      },
    },
    own.el('b', {}, t('lab.ring.window', { number: index + 1, loyal: loyal.join(' ') })),
    army(own, ring, index),
    own.el('span', {}, t('lab.ring.if', { who: named(page, traitors), count: traitors.length })),
    own.el('span', {}, t(mustOf(say(), store.state.spec, condition), { order: say().order(order) })),
    own.el(
      'span',
      { class: `window-state ${state}`, 'data-state': state, 'data-answer': true },
      stamp(state),
      isUnsent ? t('lab.ring.unsent') : `${plain(say().parts(condition))} ${t(`state.${state}`)}`,
    ),
  );
}

/** @param {Binder} binder @param {Page} page @param {() => Ring | null} now @param {RingWalk} walk */
export const ringCards = ({ el, list }, page, now, walk) =>
  list(
    el('div', { class: 'windows' }),
    () => now()?.windows.map(({ link }, i) => ({ link, i })) ?? [],
    ({ link, i }) => `${i} ${page.store.state.lang} ${link}`,
    ({ i }, own) => card(own, page, /** @type {Ring} */ (now()), i, walk),
  );
