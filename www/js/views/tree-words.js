// What is said above and below a vote tree: whose it is, what he decides, and why it comes out as it does. Pure.

import { loyalty, povOf } from '../state/pov.js';
import { hasOpinions } from '../state/spec.js';
import { isDecided } from '../state/decided.js';
import { drawnFrom, ROOT, voterOf } from './vote-tree.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./tree-shown.js').Shown} Shown */
/** What is known of the run, in which words it is said, what is shown of a tree, with whom it begins.
 * @typedef {{state: State, say: Speech, shown: Shown | null, source: number}} Told */

/** Whether the reader sees the whole tree folded. @param {Shown | null} shown @param {number} m @param {number} folds */
const isWhole = (shown, m, folds) => folds >= m && drawnFrom(shown?.open ?? ROOT).length === 1;

/** @param {Told} told @param {number} folds */
export function titleOf({ state, say, shown, source }, folds) {
  const general = voterOf(state);
  if (general === null) return '';
  const who = say.general(general);
  const known = isDecided(state) && isWhole(shown, state.scenario?.m ?? 0, folds) && loyalty(state, general);
  if (hasOpinions(state) && shown) {
    const result = known ? shown.tree.branch([source])?.result : null;
    const of = say.general(source);
    return result ? say.t('votes.why.opinion', { who, of, order: say.order(result) }) : say.t('votes.title.opinion', { who, of });
  }
  const decision = known ? state.verdict?.decisions[general] : null;
  return decision ? say.t(`votes.why.${decision}`, { who }) : say.t('votes.title', { who });
}

/** Why it comes out as it does, counted in this tree; what is said of the whole is not said beside a part. @param {Told} told */
export function because({ state, say, shown, source }) {
  const root = shown?.tree.branch([source]);
  if (!shown || !root || !isWhole(shown, state.scenario?.m ?? 0, shown.folds)) return '';
  const order = say.order(root.result);
  const parts = [];
  if (povOf(state) === null && root.children > 0) {
    const { touched, reports } = shown.tree;
    const lost = shown.tree.children([source], 0, root.children).filter((branch) => branch.result !== root.result).length;
    const against = lost + Number((root.direct ?? 'R') !== root.result);
    parts.push(say.t(touched === 0 ? 'votes.because.none' : 'votes.because', { touched, reports, against, votes: root.votes, order }));
  }
  parts.push(say.t('votes.needed', { count: root.needed }));
  return parts.join(say.t('gap'));
}
