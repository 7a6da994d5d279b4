// Bundles of seals: what proves to others that an order is prepared. Who holds one by now, and which letter shows one. Pure.

import { messageAt } from '../state/lies.js';
import { RIDE_BYTES, ridesOf, wordOf } from '../state/session-cache.js';
import { leadersOf, marksSoFar } from './fired.js';

/** @typedef {import('../state/types.js').Session} Session */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('#generals').PartKind} PartKind */
/** `word`: of which order; `view`: prepared in which; `seals`: who sealed what, each once. @typedef {import('#generals').Bundle} Bundle */

/** Letters that count for an order in a view, and as what: with a new view its leader proposes. @type {Partial<Record<PartKind, PartKind>>} */
const ACCEPTING = { 'pre-prepare': 'pre-prepare', 'new-view': 'pre-prepare', prepare: 'prepare' };

/** What each general holds after a step at which an order was prepared: it is gathered once. @type {WeakMap<Session, Map<string, Bundle>>} */
const gathered = new WeakMap();

/**
 * The bundle that a general holds by now: the seals under what reached him, and his own; null where he has none, or nobody may know.
 * @param {import('./fired.js').Looking} s @param {number | null} general null: nobody @returns {Bundle | null}
 */
export function bundleHeld(s, general) {
  if (general === null) return null;
  const mark = marksSoFar(s, general).findLast((one) => one.mark === 'prepared');
  const { session } = s;
  if (!session || !mark) return null;
  const all = gathered.get(session) ?? new Map();
  gathered.set(session, all);
  const key = `${general} ${mark.step}`;
  const bundle = all.get(key) ?? gather(session, general, mark);
  all.set(key, bundle);
  return bundle;
}

/** The steps up to this one that bring a general this word; a run may have many thousands, so that only these are opened. @param {Session} session @param {number} general @param {Word} word @param {number} last */
function stepsTo(session, general, word, last) {
  /** @type {number[]} */
  const steps = [];
  for (let round = 1, before = 0; round <= session.roundEnds.length && before < last; round++) {
    const bytes = ridesOf(session, round);
    for (let i = 0; i < bytes.length; i += RIDE_BYTES) {
      const step = before + i / RIDE_BYTES + 1;
      if (step <= last && bytes[i + 1] === general && wordOf(bytes[i + 2]) === word) steps.push(step);
    }
    before += bytes.length / RIDE_BYTES;
  }
  return steps;
}

/** @param {Session} session @param {number} general @param {import('#generals').Mark} mark that he has prepared it @returns {Bundle} */
function gather(session, general, { phase: view, word, step: last }) {
  const leader = leadersOf(session).get(view);
  /** @type {Map<number, PartKind>} */
  const signers = new Map([[general, leader === general ? 'pre-prepare' : 'prepare']]);
  for (const step of stepsTo(session, general, word, last)) {
    const event = messageAt(session, step);
    const kind = event?.part && ACCEPTING[event.part.kind];
    if (!event || !kind || event.refused || event.part?.phase !== view || signers.has(event.from)) continue;
    signers.set(event.from, kind);
  }
  const seals = [...signers].map(([signer, kind]) => ({ signer, kind, holds: true }));
  return { word: /** @type {import('#generals').Order} */ (word), view, seals: seals.sort((a, b) => a.signer - b.signer) };
}

/** Letters that may show a bundle. @type {PartKind[]} */
const SHOWING = ['view-change', 'new-view'];

/** @type {WeakMap<Session, Map<number, Bundle | null>>} */
const opened = new WeakMap();

/** The bundle that the letter of a step shows, asked once; null where it shows none. @param {Session} session @param {import('../state/engine.js').Message} event @param {number} step @returns {Bundle | null} */
export function bundleShown(session, event, step) {
  if (!event.part || !SHOWING.includes(event.part.kind) || event.said === null || event.said === 'N') return null;
  const known = opened.get(session) ?? new Map();
  opened.set(session, known);
  if (!known.has(step)) known.set(step, session.bundle(step));
  return known.get(step) ?? null;
}
