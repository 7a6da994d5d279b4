// Two runs side by side. With pov= in the address: a world that this general cannot tell from the one that is open.
// Without: the same army under another protocol, or, of runs told by rules that fire, with one thing taken back. The second run is
// computed, never stored: the link of the first is enough.

import * as engine from '../state/engine.js';
import { isComparing } from '../state/comparing.js';
import { ownOf } from '../state/own.js';
import { endOfRound, LISTED, roundCounts } from '../state/session-cache.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Session} Session */
/** @typedef {import('../state/engine.js').Received} Received */

/**
 * What stands beside the open run. `world`: another one, seen alike. `none`: there is none; then, with signatures, the run
 * may stand there in which the same words are said, and which needs a seal that is missing here. `protocol`: a comparison; `without`: what of the open run
 * is taken back there, where it is the same protocol: its form, its order of delivery, its traitors.
 * `neighbour`: a run that its task has beside it, which general `alike` cannot tell from it. `same`: the general knows the same in both.
 * @typedef {{kind: 'world' | 'none-exists' | 'none-found' | 'not-for-this' | 'protocol' | 'neighbour', session: Session | null, same: boolean, tried: number, f: number, alike?: number, without?: 'form' | 'delays' | 'lies'}} Beside
 */

/** How many traitors another world may have unless the reader says otherwise. @param {State['scenario']} scenario */
export const usualF = (scenario) => Math.max(scenario?.m ?? 0, scenario?.traitors.length ?? 0);

/** @type {WeakMap<Session, Map<string, Beside>>} */
const known = new WeakMap();

/** What stands beside the open run, or null when nothing is to be compared. @param {State} s @returns {Beside | null} */
export function beside(s) {
  const { session, scenario, place } = s;
  if (!session || !scenario || !isComparing(s)) return null;
  const f = s.pair.f ?? usualF(scenario);
  const key = place.pov === null ? 'protocol' : `${place.pov} ${f}`;
  const all = known.get(session) ?? new Map();
  known.set(session, all);
  const found = all.get(key) ?? ownOf(s).beside?.(s) ?? (place.pov === null ? otherProtocol(session, scenario) : otherWorld(session, place.pov, f));
  all.set(key, found);
  return found;
}

/** Word of mouth, which is shown beside all others. */
export const PLAIN = 'om';
/** What is shown beside another protocol: what is not named here, beside word of mouth. @type {Readonly<Record<string, string>>} */
const BESIDE = { [PLAIN]: 'sm' };
/** @param {string} protocol */
export const counterpart = (protocol) => BESIDE[protocol] ?? PLAIN;

/** Where nobody commands, general 1 orders beside it what he thinks. @param {import('../state/types.js').Scenario} scenario */
const ordered = ({ i }) => (i === undefined ? {} : { order: /** @type {import('../state/types.js').Order} */ (i[0]) });

/**
 * What of a run told by rules that fire can be taken back, the first of these that it has. Its letters are no other protocol's, so that
 * beside one every message would differ.
 * @param {import('../state/types.js').Scenario} scenario @returns {{without: 'form' | 'delays' | 'lies', changes: import('../state/engine.js').Changes} | null}
 */
function takenBack({ protocol, by, q = 'fifo', d = [], traitors }) {
  if (engine.specOf(protocol).evidence !== 'marks') return null;
  if (by !== undefined) return { without: 'form', changes: { by: null } };
  if (q !== 'fifo' || d.length > 0) return { without: 'delays', changes: { q: 'fifo', d: [] } };
  return traitors.length > 0 ? { without: 'lies', changes: { traitors: [], lies: [] } } : null;
}

/** @param {Session} session @param {import('../state/types.js').Scenario} scenario @returns {Beside} */
function otherProtocol(session, scenario) {
  const back = takenBack(scenario);
  const changes = back?.changes ?? { protocol: counterpart(scenario.protocol), ...ordered(scenario) };
  return { kind: 'protocol', session: forked(session, changes), same: false, tried: 0, f: 0, without: back?.without };
}

/** @param {Session} session @param {number} general @param {number} f @returns {Beside} */
function otherWorld(session, general, f) {
  const answer = session.otherWorld(general, f);
  const found = answer.kind === 'found';
  const second = found ? opened(session, general, f, answer.link) : sameWords(session, general, f);
  const same = second !== null && sameView(session, second, general);
  return { kind: found ? 'world' : answer.kind, session: second, same, tried: 'tried' in answer ? answer.tried : 0, f };
}

/** A world that was found; searched for once more only where its link is too long to be opened. @param {Session} session @param {number} general @param {number} f @param {string} link @returns {Session | null} */
const opened = (session, general, f, link) =>
  link.length > engine.limits().linkCharacters ? (session.openWorld(general, f) ?? null) : engine.open(link);

/**
 * By word of mouth the same words may leave him in doubt: that world, under signatures.
 * @param {Session} session @param {number} general @param {number} f
 * @returns {Session | null}
 */
function sameWords(session, general, f) {
  const { protocol } = session.scenario();
  if (!engine.specOf(protocol).signed) return null;
  const oral = forked(session, { protocol: PLAIN })?.openWorld(general, f);
  return oral ? forked(oral, { protocol }) : null;
}

/** @param {Session} session @param {import('../state/engine.js').Changes} changes @returns {Session | null} */
function forked(session, changes) {
  try {
    return session.fork(changes);
  } catch (error) {
    // Too large, or two words in one slot, which only signed messages know: then there is nothing to compare with.
    engine.refusal(error);
    return null;
  }
}

/**
 * The step of another run that delivers the same message: in the same slot. Null: there is none.
 * @param {Session} from @param {Session} to @param {number} step
 */
export function sameMessage(from, to, step) {
  const event = from.event(step);
  if (event.kind !== 'message') return null;
  // With signatures a slot may hold two letters.
  if (!engine.specOf(to.scenario().protocol).signed) return to.stepOf(event.path, event.to);
  for (let k = endOfRound(to, event.round - 1) + 1; k <= endOfRound(to, event.round); k++) {
    const other = to.event(k);
    if (other.kind === 'message' && slotOf(other) === slotOf(event)) return k;
  }
  return null;
}

/** @param {{path: number[], to: number}} message */
const slotOf = ({ path, to }) => `${path.join('.')}-${to}`;

/**
 * The step of another run at which as much has happened: the same message, else the end of the same round.
 * @param {Session} from @param {Session} to @param {number} step
 */
export function sameMoment(from, to, step) {
  if (step === 0) return 0;
  if (step >= from.length) return to.length;
  const event = from.event(step);
  if (event.kind !== 'message') return to.length;
  return sameMessage(from, to, step) ?? endOfRound(to, step === endOfRound(from, event.round) ? event.round : event.round - 1);
}

/** @typedef {{step: number, word: string | null}[]} Words what is said in a slot, a refused letter apart from a good one */

/** Every slot of a run with what is said in it, and whether it is taken in. @param {Session} session */
function wordsOf(session) {
  /** @type {Map<string, Words>} */
  const slots = new Map();
  for (let step = 1; step < session.length; step++) {
    const event = session.event(step);
    if (event.kind !== 'message') continue;
    const slot = slotOf(event);
    const word = event.said && `${event.said}${event.refused ?? ''}${event.caught ?? ''}`;
    slots.set(slot, [...(slots.get(slot) ?? []), { step, word }]);
  }
  return slots;
}

/** The steps whose word is not said in the same slot of the other run; silence and no slot are one. @param {Map<string, Words>} mine @param {Map<string, Words>} other */
function unlike(mine, other) {
  /** @type {Set<number>} */
  const steps = new Set();
  for (const [slot, words] of mine) {
    const there = (other.get(slot) ?? []).map(({ word }) => word).filter((word) => word !== null);
    for (const { step, word } of words) if (word === null ? there.length > 0 : !there.includes(word)) steps.add(step);
  }
  return steps;
}

/** @type {WeakMap<Session, {other: Session, steps: [Set<number>, Set<number>] | null}>} */
const compared = new WeakMap();

/** The steps of each of two runs that differ from the other; null where there are too many messages to compare. @param {Session} a @param {Session} b */
export function differences(a, b) {
  const known = compared.get(a);
  if (known?.other === b) return known.steps;
  const many = Math.max(a.length, b.length) > LISTED;
  const [mine, theirs] = many ? [new Map(), new Map()] : [wordsOf(a), wordsOf(b)];
  /** @type {[Set<number>, Set<number>] | null} */
  const steps = many ? null : [unlike(mine, theirs), unlike(theirs, mine)];
  compared.set(a, { other: b, steps });
  return steps;
}

/** Whether two runs deliver otherwise somewhere: another letter as the same step. @param {Session} a @param {Session} b */
export function isReordered(a, b) {
  if (a.length !== b.length) return true;
  const slotAt = (/** @type {Session} */ session, /** @type {number} */ step) => {
    const event = session.event(step);
    return event.kind === 'message' ? slotOf(event) : '';
  };
  for (let step = 1; step < a.length; step++) if (slotAt(a, step) !== slotAt(b, step)) return true;
  return false;
}

/**
 * The state of the page as if the second run were open in it.
 * @param {State} s @param {Session} second @returns {State}
 */
export function stateOf(s, second) {
  if (!s.session) return s;
  const cursor = sameMoment(s.session, second, s.cursor);
  second.seek(cursor);
  const there = (/** @type {number | null} */ step) => step && s.session && sameMessage(s.session, second, step);
  const verdict = second.verdict();
  return {
    ...s,
    link: second.link(),
    session: second,
    scenario: second.scenario(),
    spec: engine.specOf(second.scenario().protocol),
    verdict,
    perRound: roundCounts(second),
    total: verdict.messages.total,
    length: second.length,
    cursor,
    message: there(s.message),
    lit: there(s.lit),
    letter: null,
  };
}

/** What a general has received by a step; the cursor stays. @param {Session} session @param {number} general @param {number} step */
export function receivedBy(session, general, step) {
  const here = session.cursor;
  session.seek(step);
  const { received } = session.view(general);
  session.seek(here);
  return received;
}

/** @param {Received} r */
const asText = (r) => JSON.stringify(r);

/** Does he know the same in both? Asked of the engine's views, of the whole runs. @param {Session} a @param {Session} b @param {number} general */
export function sameView(a, b, general) {
  const [one, other] = [a, b].map((session) => {
    const here = session.cursor;
    session.seek(session.length);
    const view = session.view(general);
    session.seek(here);
    return JSON.stringify(view);
  });
  return one === other;
}

/** The messages of one list that are not in the other. @param {readonly Received[]} list @param {readonly Received[]} other */
export function onlyIn(list, other) {
  const there = new Set(other.map(asText));
  return list.filter((r) => !there.has(asText(r)));
}
