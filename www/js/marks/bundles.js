// Bundles of seals: what proves to others that an order is prepared. Who holds one by now, and which letter shows one. Pure.

import { messageAt } from '../state/lies.js';
import { leadersOf, marksSoFar } from './fired.js';

/** @typedef {import('../state/types.js').Session} Session */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('#generals').PartKind} PartKind */
/** Who sealed what, each once. @typedef {{signer: number, kind: PartKind, view: number, word: Word, holds: boolean}} Seal */
/** `word`: of which order; `view`: prepared in which. @typedef {{word: Word, view: number, seals: Seal[]}} Bundle */

/** Letters that count for an order in a view, and as what: with a new view its leader proposes. @type {Partial<Record<PartKind, PartKind>>} */
const ACCEPTING = { 'pre-prepare': 'pre-prepare', 'new-view': 'pre-prepare', prepare: 'prepare' };

/**
 * The bundle that a general holds by now: the seals under what reached him, and his own; null where he has none, or nobody may know.
 * @param {import('./fired.js').Looking} s @param {number} general @returns {Bundle | null}
 */
export function bundleHeld(s, general) {
  const mark = marksSoFar(s, general).findLast((one) => one.mark === 'prepared');
  const { session } = s;
  if (!session || !mark) return null;
  const { phase: view, word, step: last } = mark;
  const leader = leadersOf(session).get(view);
  /** @type {Map<number, PartKind>} */
  const signers = new Map([[general, leader === general ? 'pre-prepare' : 'prepare']]);
  for (let step = 1; step <= last; step++) {
    const event = messageAt(session, step);
    const kind = event?.part && ACCEPTING[event.part.kind];
    if (!event || !kind || event.to !== general || event.refused || event.said !== word || event.part?.phase !== view || signers.has(event.from)) continue;
    signers.set(event.from, kind);
  }
  const seals = [...signers].map(([signer, kind]) => ({ signer, kind, view, word, holds: true }));
  return { word, view, seals: seals.sort((a, b) => a.signer - b.signer) };
}

/** Letters that may show a bundle. @type {PartKind[]} */
const SHOWING = ['view-change', 'new-view'];

/** @type {WeakMap<Session, Map<number, Bundle | null>>} */
const opened = new WeakMap();

/** The bundle that the letter of a step shows, opened once; null where it shows none. @param {Session} session @param {import('../state/engine.js').Message} event @param {number} step @returns {Bundle | null} */
export function bundleShown(session, event, step) {
  if (!event.part || !SHOWING.includes(event.part.kind) || event.said === null || event.said === 'N') return null;
  const known = opened.get(session) ?? new Map();
  opened.set(session, known);
  if (!known.has(step)) known.set(step, shown(session, step));
  return known.get(step) ?? null;
}

/** @param {Session} session @param {number} step @returns {Bundle | null} */
function shown(session, step) {
  const letter = session.certificate(step);
  const own = (letter?.seals ?? []).filter(({ kind }) => kind === 'pre-prepare' || kind === 'prepare');
  const view = Math.max(...own.filter(({ view }) => view < (letter?.view ?? 0)).map((seal) => seal.view));
  const seals = own.filter((seal) => seal.view === view);
  if (!letter || seals.length === 0) return null;
  return { word: seals[0].word, view, seals: seals.sort((a, b) => a.signer - b.signer).map(({ signer, kind, word, holds }) => ({ signer, kind, view, word, holds })) };
}
