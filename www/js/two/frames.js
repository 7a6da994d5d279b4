// What each knows of the other's knowledge, as frames within frames; read aloud as one sentence.

import { icon, shield, token } from '../kit/icons.js';
import { givenOrder, povOf } from '../state/pov.js';
import { folded, framesOf, framesSeenBy, sentenceOf } from './knowledge.js';
import { arrivedOf, messengersOf } from './riders.js';
import { nodesOf, told } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./knowledge.js').Frame} Frame */

/** The frames at this moment, for whoever looks. @param {State} s @returns {Frame[]} */
export function framesNow(s) {
  const viewer = povOf(s);
  const arrived = arrivedOf(s);
  return viewer === null ? framesOf(arrived) : framesSeenBy(viewer, arrived, messengersOf(s));
}

/** Whether the order has come to general 2, as far as whoever looks can know: general 1 knows it by an answer. @param {State} s */
export const isHeard = (s) => arrivedOf(s) > (povOf(s) === 1 ? 1 : 0);

/** The order, as far as it is known: to general 2 once it has come. @param {State} s */
export const knownOrder = (s) => givenOrder(s) ?? (arrivedOf(s) > 0 ? (s.scenario?.order ?? null) : null);

/** @param {Binder} binder @param {Page} page */
export function frames({ el, list }, page) {
  const { store } = page;
  const say = () => told(page);
  const s = () => store.state;
  const shown = () => (s().session ? framesNow(s()) : []);
  const viewer = () => povOf(s());
  /** What is drawn: the same frames stay the same picture. */
  const drawn = () => ({ frames: folded(shown()), count: shown().length, order: knownOrder(s()) });

  return el(
    'section',
    { class: 'two-knowledge', 'aria-labelledby': page.id('know-title') },
    el('h3', { class: 'label', id: page.id('know-title') }, () => {
      const who = viewer();
      return who === null ? say().t('know') : say().t('know.of', { who: say().general(who) });
    }),
    el('p', { class: 'unseen', 'data-testid': 'knowledge' }, () => (s().session ? sentenceOf(say(), shown(), knownOrder(s()), viewer()) : '')),
    list(
      el('div', { class: 'two-frames', 'aria-hidden': 'true' }),
      () => [drawn()],
      ({ frames, count, order }) => `${s().lang} ${viewer()} ${count} ${order} ${frames.length}`,
      ({ frames: all, order }, own) => nest(own, say(), all, order, viewer()),
    ),
    el('p', { class: 'hint' }, () => say().t('know.hint')),
    el('div', { class: 'two-eyes', hidden: () => viewer() !== null }, ...[1, 2].map((id) => eyes({ el }, page, id))),
  );
}

/** The run as one of them sees it. @param {Pick<Binder, 'el'>} binder @param {Page} page @param {number} id */
const eyes = ({ el }, { store, t, say }, id) =>
  el('button', { class: 'bar-button line', 'data-testid': `view-as-${id}`, onclick: () => store.apply({ type: 'pov', general: id }) }, icon('eye', 18), () => t('eyes.view', { who: say().general(id) }));

/** Frame in frame, the outermost first. @param {Binder} own @param {import('../words/i18n.js').Speech} say @param {Frame[]} frames @param {import('../state/types.js').Order | null} order @param {number | null} viewer @returns {HTMLElement} */
function nest(own, say, [frame, ...inner], order, viewer) {
  const { el } = own;
  const { general, kind, folded } = frame;
  if (folded) return el('div', { class: 'two-frame folded' }, el('p', {}, say.t('frame.folded', { count: folded })), ...within(own, say, inner, order, viewer));
  const isInnermost = inner.length === 0;
  const key = isInnermost ? `frame.${kind}.order` : kind === 'doubt' && general === viewer ? 'frame.unsure.that' : `frame.${kind}.that`;
  const known = isInnermost && kind === 'knows' && order ? [el('b', { class: 'unbroken' }, token(order, 9), ' ', say.order(order))] : [];
  return el(
    'div',
    { class: `two-frame ${kind}` },
    el('p', {}, shield(general, true, 28), el('span', {}, ...nodesOf(say.parts(key), el), ...(known.length ? [' '] : []), ...known)),
    ...within(own, say, inner, order, viewer),
  );
}

/** @type {(own: Binder, say: import('../words/i18n.js').Speech, inner: Frame[], order: import('../state/types.js').Order | null, viewer: number | null) => HTMLElement[]} */
const within = (own, say, inner, order, viewer) => (inner.length ? [nest(own, say, inner, order, viewer)] : []);
