// The rows of a vote tree as a list: which are in sight, what each says, and what a key does in one. Pure.

import { arrived } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { opening } from '../words/message-words.js';
import { drawnFrom, isFolded, votesFor } from './vote-tree.js';

/** @typedef {import('#generals').Branch} Branch */
/** @typedef {import('#generals').VoteTree} VoteTree */
/** @typedef {{branch: Branch, level: number, place: number, of: number, open: boolean}} Row */
/** What a key does: goes to another row, opens a path, chooses the row. @typedef {{to: number} | {open: number[]} | {pick: true}} Deed */

export const keyOf = (/** @type {number[]} */ path) => path.join('.');

/** The rows in sight: the root, and what continues each path on the way to the open one. @param {VoteTree} tree @param {number[]} open @returns {Row[]} */
export function rowsOf(tree, open) {
  /** @type {Row[]} */
  const rows = [];
  const add = (/** @type {Branch} */ branch, /** @type {number} */ place, /** @type {number} */ of) => {
    const { path, children } = branch;
    const way = path.length <= open.length && path.every((id, i) => id === open[i]) && children > 0;
    rows.push({ branch, level: path.length, place, of, open: way });
    if (way) tree.children(path, 0, children).forEach((child, i) => add(child, i + 1, children));
  };
  const root = tree.branch(open.slice(0, 1));
  if (root) add(root, 1, 1);
  return rows;
}

/** What a row says: who, what he said, what comes of it. @param {import('./tree-figure.js').Look} look @param {Branch} branch */
export function rowWords({ state, say, folds, rounds }, branch) {
  const who = say.general(branch.path[branch.path.length - 1]);
  const order = branch.step <= arrived(state) ? say.order(branch.direct) : say.t('tree.later');
  const parts = [say.t('votes.row', { who, words: opening(say, branch.path, state.spec?.inputs), order })];
  if (branch.children > 0 && isFolded(branch.path.length, rounds, folds)) {
    const won = votesFor(branch);
    parts.push(say.t(branch.tie ? 'votes.row.tie' : 'votes.row.result', { won, lost: branch.votes - won, order: say.order(branch.result) }));
  }
  if (branch.touched && povOf(state) === null) parts.push(say.t('tree.touched'));
  if (branch.ownDecides && folds >= rounds - 1) parts.push(say.t('votes.decides'));
  return parts.join(say.t('tree.join'));
}

/**
 * What a key does in a row, as trees have it everywhere; null: nothing, and undefined: the key is not for the tree.
 * @param {string} key @param {Row[]} rows @param {number} at @returns {Deed | null | undefined}
 */
export function deedOf(key, rows, at) {
  const { branch, open } = rows[at];
  const { path } = branch;
  switch (key) {
    case 'ArrowDown':
      return { to: at + 1 };
    case 'ArrowUp':
      return { to: at - 1 };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: rows.length - 1 };
    case 'ArrowRight':
      return branch.children === 0 ? null : open ? { to: at + 1 } : { open: path };
    case 'ArrowLeft':
      if (path.length === 1) return null;
      return open ? { open: drawnFrom(path) } : { to: rows.findIndex((row) => keyOf(row.branch.path) === keyOf(drawnFrom(path))) };
    case 'Enter':
    case ' ':
      return { pick: true };
    default:
      return undefined;
  }
}
