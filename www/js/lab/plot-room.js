// Which texts of the figure of costs would lie on each other, and where each has room. Pure.

import { textWidth } from '../scene/place.js';

/** @typedef {import('./plot.js').Text} Text */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** Letters of a text, usual and strong. */
export const SIZE = { usual: 13.5, strong: 15 };
/** Typefaces are at most so much wider than they are taken to be, strong ones more. */
const WIDER = { usual: 1.1, strong: 1.22 };
/** Between two texts. */
const APART = 3;

/** The room that a text fills. @param {Text} text @returns {Box} */
export function boxOf({ x, y, words, anchor = 'start', strong }) {
  const kind = strong ? 'strong' : 'usual';
  const width = textWidth(words, SIZE[kind]) * WIDER[kind];
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, right: left + width, top: y - 0.9 * SIZE[kind], bottom: y + 0.3 * SIZE[kind] };
}

/** @param {Box} a @param {Box} b */
export const meet = (a, b) => a.left < b.right + APART && a.right > b.left - APART && a.top < b.bottom && a.bottom > b.top;

/**
 * Of each text the first of its places that lies on nothing; one that has none is left out.
 * @param {Text[][]} texts each with its places, the best first @param {Box[]} taken what stands already @returns {Text[]}
 */
export function withRoom(texts, taken) {
  const all = [...taken];
  return texts.flatMap((places) => {
    const found = places.find((text) => !all.some((box) => meet(boxOf(text), box)));
    if (!found) return [];
    all.push(boxOf(found));
    return [found];
  });
}
