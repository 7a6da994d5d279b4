// What the engine says of who trusts whom, as far as whoever looks can know: who is wise or naive, the guild, who rests on whom.

import { trust } from '../state/engine.js';
import { isCovered } from '../state/lesson.js';
import { povOf } from '../state/pov.js';
import { dialectOf } from '../state/spec.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Session} Session */

/** What is asked once of each run. @template T @param {(link: string) => T} ask @returns {(session: Session) => T} */
function remembered(ask) {
  /** @type {WeakMap<Session, T>} */
  const known = new WeakMap();
  return (session) => {
    const found = known.get(session) ?? ask(session.link());
    known.set(session, found);
    return found;
  };
}

/** Common friends of every two, whether they are consistent, the wise, the naive and the guild. */
export const graphOf = remembered((link) => trust().graph(link));
/** On whom each party rests under each rule. */
export const restsOf = remembered((link) => trust().rests(link));

/** Every rule against every single cheat. */
export const tableOf = remembered((link) => trust().table(link));

/** How many runs were tried for it. @param {State} s */
export const triedFor = ({ session }) => (session ? tableOf(session).tried : 0);

/** A rule against one cheat. @param {State} s @param {string} by @param {number} party */
export const rowFor = ({ session }, by, party) =>
  session ? tableOf(session).rows.find(({ by: rule, traitors }) => rule === by && traitors.length === 1 && traitors[0] === party) : undefined;

/** The run, while it is of an order: a map that is about to leave may see another. @param {State} s */
const runOf = (s) => (dialectOf(s) === 'trust' ? s.session : null);
/** The run, where everything of it may be told: not in fog, nor while a lesson asks. @param {State} s */
const toldOf = (s) => (povOf(s) === null && !isCovered(s) ? runOf(s) : null);

/**
 * Who is still promised anything: the guild; nobody where some two have no common friend, null where it cannot be told.
 * @param {State} s @returns {number[] | null}
 */
export function guildOf(s) {
  const run = toldOf(s);
  if (!run) return null;
  const { consistent, guild } = graphOf(run);
  return consistent ? guild : [];
}

/** How a party stands: wise, naive, or nothing for a cheat, and where it cannot be told. @param {State} s @param {number} id @returns {'wise' | 'naive' | null} */
export function standingOf(s, id) {
  const run = toldOf(s);
  if (!run) return null;
  const { wise, naive } = graphOf(run);
  return wise.includes(id) ? 'wise' : naive.includes(id) ? 'naive' : null;
}

/** On whom each party rests under the rule of the run. @param {State} s */
export function restsUnder(s) {
  const run = runOf(s);
  return run ? restsOf(run).filter(({ by }) => by === s.scenario?.by) : [];
}
