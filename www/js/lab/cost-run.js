// What the open run cost: its messages counted one by one, the same army under the other protocol, and both as bars.

import { cost, edit, lab, limits, open, refusal, specOf } from '../state/engine.js';
import { RIDE_BYTES, ridesOf } from '../state/session-cache.js';
import { DRAWN } from '../scene/world.js';
import { about } from '../words/i18n.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('#generals').MessageCounts} Counts */
/** @typedef {import('#generals').Cost} Cost */
/** `how`: counted in a run and compared with the formula, or where that is of one phase beside it, or the formula alone.
 * @typedef {{counts: Counts, how: 'equal' | 'unequal' | 'phases' | 'formula'}} Known */
/**
 * `own`: of the open run. `loyal`: what its protocol says of it while all are loyal. `other`: of the same generals under the other
 * protocol, all loyal. `army`: with their traitors, signed.
 * @typedef {{formula: Cost, signed: boolean, own: Known, loyal: number | null, rounds: number, other: Known, army: number | null}} Spent
 */

/** Beyond this a count is told by its size. */
const TOLD = 1e10;
const NO_TRAITORS = { traitors: [], lies: [], stolen: [] };

/**
 * The messages of each round, counted in the run itself; null where they are too many to be shown.
 * @param {State['session']} session @param {number | null} total @param {boolean} isMissed whether a silence tells something too
 */
function countIn(session, total, isMissed) {
  if (!session || total === null || total > DRAWN) return null;
  return Array.from(session.roundEnds, (_, i) => {
    const bytes = ridesOf(session, i + 1);
    let count = bytes.length / RIDE_BYTES;
    // Where nobody waits for a letter in particular, one that is withheld is no message.
    if (!isMissed) for (let at = 2; at < bytes.length; at += RIDE_BYTES) if (bytes[at] === 2) count--;
    return count;
  });
}

/** @param {number[] | null} counted @param {Counts} formula @param {number | null} total @param {{isOfPhase?: boolean, isSlow?: boolean}} [how] @returns {Known} */
function compared(counted, formula, total, { isOfPhase, isSlow } = {}) {
  if (!counted) return { counts: total === null ? formula : { ...formula, total }, how: 'formula' };
  const counts = { perRound: counted, total: counted.reduce((sum, count) => sum + count, 0) };
  if (isOfPhase) return { counts, how: 'phases' };
  // Slow letters are counted as they come, so that one of a later kind may be delivered beside one of an earlier.
  const isEqual = isSlow ? counts.total === formula.total : `${counted}` === `${formula.perRound}`;
  return { counts, how: isEqual ? 'equal' : 'unequal' };
}

/**
 * The army of a link, changed and run; by the formula where that is too much.
 * @param {string} link @param {import('../state/engine.js').Changes} changes @param {Counts} formula
 * @returns {Known}
 */
function ran(link, changes, formula) {
  const { noticesSilence } = specOf(changes.protocol ?? '');
  if (formula.total === null || formula.total > DRAWN) return compared(null, formula, null);
  try {
    const run = open(edit(link, changes));
    const known = compared(countIn(run, run.verdict().messages.total, noticesSilence), formula, null);
    run.free();
    return known;
  } catch (error) {
    refusal(error);
    return compared(null, formula, null);
  }
}

/** @param {State} s @returns {Spent | null} */
export function spent({ scenario, session, link, total }) {
  if (!scenario) return null;
  const { n, m, protocol } = scenario;
  const { signed, noticesSilence, model } = specOf(protocol);
  const formula = cost(n, m);
  const own = offerOf(protocol, n, m);
  const mine = own?.messages ?? formula.oral;
  const others = signed ? formula.oral : formula.signed;
  const army = !signed && scenario.traitors.length > 0 ? ran(link, { protocol: 'sm' }, formula.signed) : null;
  return {
    formula,
    signed,
    own: compared(countIn(session, total, noticesSilence), mine, total, { isOfPhase: own?.perPhase, isSlow: model !== 'synchronous' }),
    loyal: mine.total,
    // Slow letters have as many rounds as one rests on another.
    rounds: session?.roundEnds.length ?? own?.rounds ?? m + 1,
    other: ran(link, { protocol: signed ? 'om' : 'sm', ...NO_TRAITORS }, others),
    army: army && army.how !== 'formula' ? army.counts.total : null,
  };
}

/** What the engine says of a protocol for so many. @param {string} protocol @param {number} n @param {number} m */
export const offerOf = (protocol, n, m) => lab().protocols(n, m).find(({ spec }) => spec.protocol === protocol);

/** @type {Map<string, import('#generals').Offer | null>} */
const prices = new Map();

/**
 * What a protocol, as published, takes for m traitors: the fewest generals that are enough, as the engine prices them; null where it has none.
 * @param {string} protocol @param {number} m
 */
export function priced(protocol, m) {
  const key = `${protocol} ${m}`;
  const known = prices.get(key);
  if (known !== undefined) return known;
  const enough = offerOf(protocol, limits().generals, m)?.enough;
  const found = enough ? offerOf(protocol, enough.n, m) : undefined;
  const price = found?.promised && found.m === m ? found : null;
  prices.set(key, price);
  return price;
}

/** What one traitor more takes. @param {Pick<State, 'scenario'>} s */
export const nextOf = ({ scenario }) => (scenario && !scenario.by ? priced(scenario.protocol, scenario.m + 1) : null);

/** The armies of a protocol that have just enough generals, up to so many. @param {string} protocol @param {number} last */
export function pricesUpTo(protocol, last) {
  const all = [];
  for (let m = 1, next = priced(protocol, m); next && next.n <= last; next = priced(protocol, ++m)) all.push(next);
  return all;
}

/**
 * A count in figures; a very large one by its size, null as more than any.
 * @param {import('../words/i18n.js').Speech} say @param {number | null} value
 */
export const amount = (say, value) => (value !== null && value < TOLD ? say.number(value) : about(value ?? Infinity));
