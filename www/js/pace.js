// How far along its road each messenger is: all of a round leave together, longer roads take longer, and rides that would meet are held apart.

import { easeInOut } from './scene/ease.js';

/** A messenger stops this far before the end of his road: at the camp's edge, not on its name. */
const GAP_PX = 34;

/** The part of the road behind a messenger. @param {number} progress of the round, linear in time @param {number} length of this road @param {number} longest of the round */
export function along(progress, length, longest) {
  return easeInOut(Math.min(1, progress * Math.sqrt(longest / Math.max(1, length)))) * edge(length);
}

/** Where on a road of this length the camp's edge is. @param {number} length */
export const edge = (length) => Math.max(0.5, 1 - GAP_PX / Math.max(1, length));
