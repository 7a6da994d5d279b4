// What the three worlds of a split brain come to, as the cards say it: what a bloc is in each, what it decides, and what is broken. Pure.

/** @typedef {import('#generals').SplitBrain} SplitBrain */
/** @typedef {import('#generals').SplitWorld} SplitWorld */
/** What a bloc does: one order; not all the same; some never decide; it is not loyal. @typedef {'A' | 'R' | 'split' | 'never' | null} Does */

/** What the blocs are called. */
export const BLOCS = ['A', 'B', 'C'];

/** @param {SplitWorld} world @param {number[]} bloc @returns {Does} */
export function doesOf({ decisions }, bloc) {
  const own = decisions.filter(({ general }) => bloc.includes(general));
  const [first] = own;
  if (!first) return null;
  if (own.some(({ order }) => order === null)) return 'never';
  return own.every(({ order }) => order === first.order) ? first.order : 'split';
}

/** Which bloc is not loyal in a world. @param {SplitBrain} brain @param {number} world counted from 0 */
export const absentOf = ({ blocs, worlds }, world) => blocs.findIndex((bloc) => bloc.some((id) => worlds[world].traitors.includes(id)));

/** What is broken. @param {SplitWorld} world */
export const brokenOf = ({ conditions }) => conditions.filter(({ holds }) => holds === false).map(({ condition }) => condition);

/** The worlds that break, counted from 1. @param {SplitBrain} brain */
export const breaking = ({ worlds }) => worlds.flatMap(({ broken }, i) => (broken ? [i + 1] : []));

/** Whether all of a bloc saw in the third world what they saw in their own. @param {SplitBrain} brain @param {1 | 2} world */
export const isSame = ({ sameEyes }, world) => sameEyes.filter((eyes) => eyes.world === world).every(({ same }) => same);
