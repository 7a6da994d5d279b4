// Whose eyes the reader looks through, and what they can know. In fog nothing else may reach the page.

import { roundEnds } from './motion.js';
import { hasOpinions, isSigned, noticesSilence, stepsTell } from './spec.js';
import { RIDE_BYTES, ridesOf, wordOf } from './session-cache.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Session} Session */
/** @typedef {import('./types.js').Order} Order */
/** @typedef {Pick<State, 'place' | 'scenario'>} Looking */

/** The general whose eyes are used; null: everything is seen. @param {Looking} s */
export function povOf({ place, scenario }) {
  return place.pov !== null && scenario && place.pov <= scenario.n ? place.pov : null;
}

/**
 * Who is looked at where nobody is chosen: whose eyes are used, else the first whose decision is judged, a loyal lieutenant; a traitor's
 * panel has nothing to show. Where all are traitors, the first lieutenant. @param {Looking} s
 */
export function usualGeneral(s) {
  const loyal = Array.from({ length: (s.scenario?.n ?? 2) - 1 }, (_, i) => i + 2).find((id) => !s.scenario?.traitors.includes(id));
  return povOf(s) ?? loyal ?? 2;
}

/** Whether a general is loyal; null where those eyes cannot know. @param {Looking} s @param {number} id */
export function loyalty(s, id) {
  const viewer = povOf(s);
  return viewer === null || viewer === id ? !s.scenario?.traitors.includes(id) : null;
}

/** The order the commander was given; null for eyes that cannot know. @param {Looking} s @returns {Order | null} */
export function givenOrder(s) {
  const viewer = povOf(s);
  return viewer === null || viewer === 1 ? (s.scenario?.order ?? null) : null;
}

/** What a general starts with, the commander's order or an opinion; null where there is none, or those eyes cannot know. @param {Looking & import('./spec.js').Open} s @param {number} id @returns {Order | null} */
export function givenTo(s, id) {
  if (!hasOpinions(s)) return id === 1 ? givenOrder(s) : null;
  const viewer = povOf(s);
  const opinion = viewer === null || viewer === id ? s.scenario?.i?.[id - 1] : null;
  return opinion === 'A' || opinion === 'R' ? opinion : null;
}

/** Whether those eyes see what passes between two generals. @param {Looking} s @param {number} from @param {number} to */
export function canSee(s, from, to) {
  const viewer = povOf(s);
  return viewer === null || viewer === from || viewer === to;
}

/** The same without the eyes of a general who no longer exists. @param {State['place']} place @param {number} n */
export const keptPlace = (place, n) => (place.pov !== null && place.pov > n ? { ...place, pov: null } : place);

/** @type {WeakMap<Session, Map<number, Int32Array>>} */
const known = new WeakMap();

/**
 * The steps those eyes see, in order: what the viewer sends or receives, and the decision. Null: all.
 * @param {Pick<State, 'place' | 'scenario' | 'spec' | 'session' | 'perRound' | 'length'>} s
 */
export function visibleSteps(s) {
  const viewer = povOf(s);
  if (viewer === null || !s.session) return null;
  const all = known.get(s.session) ?? new Map();
  known.set(s.session, all);
  const found = all.get(viewer) ?? seek(s.session, viewer, s);
  all.set(viewer, found);
  return found;
}

/** @param {Session} session @param {number} viewer @param {Pick<State, 'spec' | 'perRound' | 'length'>} run */
function seek(session, viewer, run) {
  // With signatures nobody waits for a letter in particular: none sent, none missed.
  const missed = noticesSilence(run);
  const { perRound, length } = run;
  const rounds = perRound.length;
  const steps = [];
  let step = 0;
  for (let round = 1; round <= rounds; round++) {
    const bytes = ridesOf(session, round);
    for (let at = 0; at < bytes.length; at += RIDE_BYTES) {
      step += 1;
      // A letter that is thrown away has come, a messenger who is caught has not.
      const comes = (missed || wordOf(bytes[at + 2]) !== null) && (isSigned(run) || !(bytes[at + 3] & 2));
      if (bytes[at] === viewer || (bytes[at + 1] === viewer && comes)) steps.push(step);
    }
  }
  steps.push(length);
  return Int32Array.from(steps);
}

/**
 * Time as the transport shows it, in places: steps, or in fog only those seen where the number of steps itself, and whether anything
 * happens in a round, tells what he cannot know.
 * @param {Pick<State, 'place' | 'scenario' | 'spec' | 'session' | 'perRound' | 'length'>} s
 */
export function visibleTime(s) {
  const seen = visibleSteps(s);
  if (!seen || !stepsTell(s)) {
    const same = (/** @type {number} */ k) => k;
    const next = (/** @type {number} */ k) => nextSeen(seen, k);
    const previous = (/** @type {number} */ k) => previousSeen(seen, k);
    return { perRound: s.perRound, length: s.length, place: same, step: same, next, previous };
  }
  const ends = [0, ...roundEnds(s.perRound)].map((end) => countTo(seen, end));
  const counts = ends.slice(1).map((end, i) => end - ends[i]);
  return {
    // Where no letters are signed there are no rounds but those in which somebody rides.
    perRound: isSigned(s) ? counts : counts.filter((count) => count > 0),
    length: seen.length,
    place: (/** @type {number} */ k) => countTo(seen, k),
    step: (/** @type {number} */ k) => (k <= 0 ? 0 : seen[Math.min(k, seen.length) - 1]),
    next: (/** @type {number} */ k) => k + 1,
    previous: (/** @type {number} */ k) => k - 1,
  };
}

/** How many of the sorted steps are at most `step`. @param {Int32Array} steps @param {number} step */
function countTo(steps, step) {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (steps[mid] <= step) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The next step that is seen. @param {Int32Array | null} steps @param {number} step */
const nextSeen = (steps, step) => (steps ? (steps[countTo(steps, step)] ?? step + 1) : step + 1);

/** The step before that is seen, or the beginning. @param {Int32Array | null} steps @param {number} step */
const previousSeen = (steps, step) => (steps ? (steps[countTo(steps, step - 1) - 1] ?? 0) : step - 1);

/** @param {Int32Array | null} steps @param {number} step */
export const isSeen = (steps, step) => !steps || steps[countTo(steps, step) - 1] === step;

/**
 * Where the transport may stand nearest to a step: the beginning, a round's end, or a step that is seen.
 * @param {Int32Array | null} steps @param {(number | null)[]} perRound @param {number} step
 */
export function nearestStop(steps, perRound, step) {
  if (!steps || isSeen(steps, step)) return step;
  const stops = [0, ...roundEnds(perRound), previousSeen(steps, step), nextSeen(steps, step)];
  return stops.reduce((best, stop) => (Math.abs(stop - step) < Math.abs(best - step) ? stop : best));
}
