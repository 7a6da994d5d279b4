// A vote tree as it is looked at: whose it is, how far it is folded, at which path it is open. Pure.

import { arrived } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { hasOpinions } from '../state/spec.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('#generals').Branch} Branch */
/** @typedef {import('#generals').VoteTree} VoteTree */

export const ROOT = [1];

/**
 * With whom the tree begins: the commander, or where every general has an opinion the one at whose path the tree is open, else the
 * first other one.
 * @param {State} s @param {number | null} general whose tree it is
 */
export function sourceOf(s, general) {
  if (!hasOpinions(s)) return 1;
  const asked = Number(s.place.path?.split('.')[0] ?? 0);
  return asked >= 1 && asked <= (s.scenario?.n ?? 0) && asked !== general ? asked : general === 1 ? 2 : 1;
}

/** A path as the address has it: the root of the only tree is not named. @param {State} s @param {number[]} path */
export const pathToOpen = (s, path) => (path.length > 1 || hasOpinions(s) ? path : null);

/** Whose tree is shown: in fog his whose eyes are used. @param {State} s */
export const voterOf = (s) => povOf(s) ?? s.chosen;

/** Have all words arrived? Before that nothing is counted. @param {Pick<State, 'cursor' | 'length' | 'perRound' | 'motion'>} s */
export const allHeard = (s) => arrived(s) >= s.length - 1;

/**
 * How many majorities from the leaves upwards are taken: all once all have decided, one after another while they do, or as
 * many as the reader wants to see. Where the only word decides (m = 0) even that is not known before all is heard: -1.
 * @param {Pick<State, 'cursor' | 'length' | 'perRound' | 'motion' | 'place'>} s @param {number} m
 */
export function foldsOf(s, m) {
  if (!allHeard(s)) return m === 0 ? -1 : 0;
  if (s.place.fold !== null) return Math.min(s.place.fold, m);
  if (s.cursor < s.length) return 0;
  const ending = s.motion?.what === 'ending' ? s.motion.progress : 1;
  return Math.min(m, Math.floor(ending * (m + 1)));
}

/** Whether the majority at a path of this length is taken. @param {number} length @param {number} rounds @param {number} folds */
export const isFolded = (length, rounds, folds) => folds >= rounds - length;

/** The path at which the tree is open: as the address has it, or the root where the tree has no such path. @param {VoteTree} tree @param {string | null} path @param {number[]} [root] */
export function openPath(tree, path, root = ROOT) {
  const wanted = path?.split('.').map(Number) ?? root;
  return wanted[0] === root[0] && tree.branch(wanted) ? wanted : root;
}

/** The root of the part that is drawn: it shows the open path and what continues it. @param {number[]} open */
export const drawnFrom = (open) => (open.length > 1 ? open.slice(0, -1) : open);

/** How many votes a majority has. @param {Branch} branch */
export const votesFor = ({ result, attacks, votes }) => (result === 'A' ? attacks : votes - attacks);
