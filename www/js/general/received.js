// What the chosen general heard so far, in order: as data, and as a list by rounds.

import { arrived, roundStart } from '../state/motion.js';
import { quotation } from '../words/narrate.js';
import { token } from '../kit/icons.js';
import { ownOf } from '../state/own.js';
import { isSigned, isSlow } from '../state/spec.js';
import { heardUntil, LISTED } from '../state/session-cache.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./inspector-tree.js').Known} Known */
/** @typedef {{path: number[], said: import('../state/types.js').Word, round: number, road: boolean, refused?: string, part?: import('#generals').Part}} Heard */

/** More rows than this are counted, not listed. */
const ROWS = 40;
/** In this narrow column quotations of quotations name generals by number alone. */
const SHORT_NAMES_FROM = 2;

/** What general g has heard, then what is on the road to him now. @param {State} s @param {number} general @returns {Heard[]} */
export function heardSoFar(s, general) {
  if (!s.session || s.session.length > LISTED) return [];
  const known = heardUntil(s.session, general, Math.max(0, arrived(s))).map((r) => ({ ...r, road: false }));
  const riding = s.motion && s.motion.progress < 1 ? s.motion : null;
  if (!riding || riding.what === 'ending') return known;
  const until =
    riding.what === 'message'
      ? s.cursor
      : roundStart(s.perRound, riding.round + 1);
  const session = s.session;
  const here = session.cursor;
  session.seek(until);
  const soon = session
    .view(general)
    .received.slice(known.length)
    .map((r) => ({ ...r, road: true }));
  session.seek(here);
  return [...known, ...soon];
}

/** Whether there is a list of what he heard, or it is too long to be told. @param {State} s @param {Heard[]} heard */
export const hasHeard = ({ session }, heard) => heard.length > 0 || (session?.length ?? 0) > LISTED;

/** How far round r has come. @param {State} s @param {number} round @returns {Known} */
export function roundKnown(s, round) {
  const end = roundStart(s.perRound, round + 1);
  if (arrived(s) >= end) return 'heard';
  return s.motion?.what === 'round' && s.motion.round === round ? 'road' : 'later';
}

/** How far each path has come to him: by what he heard, or in long runs by rounds. @param {State} s @param {Heard[]} heard */
export function pathsKnown(s, heard) {
  const roads = new Map(heard.map((h) => [h.path.join('.'), h.road]));
  const listed = (s.session?.length ?? 0) <= LISTED;
  /** @param {number[]} path @returns {Known} */
  return (path) => {
    if (!listed) return roundKnown(s, path.length);
    const road = roads.get(path.join('.'));
    return road === undefined ? 'later' : road ? 'road' : 'heard';
  };
}

/** @param {Binder} binder @param {Page} page @param {() => Heard[]} heard */
export function heardList({ el, list }, { store, t, say }, heard) {
  const s = () => store.state;

  /** Who told him what: “General 3: “General 1 said…””. @param {Heard} h */
  const source = (h) => {
    const from = say().general(h.path[h.path.length - 1]);
    const own = ownOf(s()).heard?.(s(), say(), h);
    if (own) return own;
    if (isSigned(s()))
      return t(h.refused ? 'heard.sm.refused' : 'heard.sm', { from, order: say().order(h.said), by: say().generals(h.path) });
    const inputs = s().spec?.inputs;
    if (h.said === null) return t(h.path.length === 1 ? say().under('heard.order.silent', inputs) : 'heard.relay.silent', { from });
    return h.path.length === 1
      ? t(say().under('heard.order', inputs), { from, order: say().order(h.said) })
      : t('heard.relay', { from, quote: quotation(say(), h.path.slice(0, -1), h.said, SHORT_NAMES_FROM) });
  };

  /**
   * What he heard, and before each round its name; where letters are slow, in the order in which they came.
   * @returns {(Heard | {name: string, round: number})[]}
   */
  const rows = () => {
    const shown = heard().slice(0, ROWS);
    return shown.flatMap((h, i) =>
      isSlow(s()) || h.round === shown[i - 1]?.round
        ? [h]
        : [{ name: t(h.road ? 'heard.round.road' : 'heard.round', { round: h.round }), round: h.round }, h],
    );
  };

  return [
    list(
      el('ol', { class: 'heard-list' }),
      rows,
      (h) => ('name' in h ? h.name : `${s().lang} ${h.path.join('.')} ${h.said} ${h.road} ${h.refused}`),
      (h, own) =>
        'name' in h
          ? own.el('li', { class: 'round-name' }, h.name)
          : own.el(
              'li',
              { class: h.road ? 'road' : h.refused ? 'refused' : '' },
              token(h.said, 9, { road: h.road }),
              own.el('span', {}, source(h)),
            ),
    ),
    el('p', { class: 'hint', hidden: () => s().length <= LISTED }, () => t('heard.many')),
    el('p', { class: 'hint', hidden: () => heard().length <= ROWS }, () =>
      t('heard.more', { count: Math.max(0, heard().length - ROWS) }),
    ),
  ];
}
