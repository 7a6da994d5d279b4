// The phases of the open run by now: by the marks of all loyal generals, or of those eyes alone; kept for each run.

import { leadersOf } from '../marks/fired.js';
import { isDecided } from '../state/decided.js';
import { messageAt } from '../state/lies.js';
import { arrived } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { phasesOf } from './phases.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./phases.js').Marked} Marked */

/** @type {WeakMap<object, Map<number | null, Marked[]>>} */
const asked = new WeakMap();

/** @param {Pick<State, 'session' | 'scenario' | 'place'>} s @returns {Marked[]} */
function marksOf(s) {
  const { session, scenario } = s;
  if (!session || !scenario) return [];
  const viewer = povOf(s);
  const known = asked.get(session) ?? new Map();
  asked.set(session, known);
  const who = Array.from({ length: scenario.n }, (_, i) => i + 1).filter((id) => !scenario.traitors.includes(id) && (viewer === null || viewer === id));
  const found = known.get(viewer) ?? who.flatMap((general) => {
    const votes = session.votes(general);
    return votes && 'marks' in votes ? [{ general, marks: votes.marks }] : [];
  });
  known.set(viewer, found);
  return found;
}

/** The phase of the letter that is told now, where somebody leads it: he bears the crown on the map. @param {Pick<State, 'session' | 'cursor' | 'length' | 'place' | 'scenario'>} s */
function toldPhase(s) {
  const event = s.session && s.cursor < s.length ? messageAt(s.session, s.cursor) : null;
  const viewer = povOf(s);
  const isSeen = viewer === null || viewer === event?.from || viewer === event?.to;
  return event?.part?.leader !== undefined && isSeen ? event.part.phase : undefined;
}

/** @param {Pick<State, 'session' | 'scenario' | 'place' | 'spec' | 'cursor' | 'perRound' | 'motion' | 'length' | 'verdict'>} s */
export function phasesNow(s) {
  if (!s.session || !s.spec?.stages) return [];
  return phasesOf(s.spec.stages, marksOf(s), arrived(s), leadersOf(s.session), isDecided(/** @type {State} */ (s)), toldPhase(s));
}
