// The geometry of the scrubber: where rounds, steps and lies stand on a line of so many pixels.

/**
 * @typedef {{round: number, first: number, count: number, x0: number, x1: number}} Segment  a round, or the decision (round 0)
 */

/** More messages than this become a strip. */
export const TICKS = 120;
const DECIDE_SHARE = 0.14;
const DECIDE_MAX = 64;
const ROUND_MIN = 26;

/**
 * Rounds get room by the root of their messages, so that the first is not crushed by the last.
 * @param {number} width @param {number[]} perRound
 * @returns {Segment[]}
 */
export function segments(width, perRound) {
  const decide = Math.min(DECIDE_MAX, width * DECIDE_SHARE);
  const room = width - decide;
  const roots = perRound.map((count) => Math.sqrt(Math.max(1, count)));
  const least = Math.min(ROUND_MIN, room / Math.max(1, perRound.length));
  const spare = room - least * perRound.length;
  const sum = roots.reduce((a, b) => a + b, 0);
  let x = 0;
  let first = 1;
  const rounds = perRound.map((count, i) => {
    const x0 = x;
    x += least + (spare * roots[i]) / sum;
    const segment = { round: i + 1, first, count, x0, x1: x };
    first += count;
    return segment;
  });
  return [...rounds, { round: 0, first, count: 1, x0: room, x1: width }];
}

/**
 * The place of step k on the line; 0 is the beginning. Between steps, between their places.
 * @param {Segment[]} line @param {number} step
 */
export function xOf(line, step) {
  const low = Math.floor(step);
  const place = (/** @type {number} */ k) => {
    if (k <= 0) return 0;
    const s = line.find((segment) => k < segment.first + segment.count) ?? line[line.length - 1];
    return s.x0 + ((s.x1 - s.x0) * (Math.min(k, s.first + s.count - 1) - s.first + 1)) / (s.count + 1);
  };
  const x = place(low);
  return step === low ? x : x + (step - low) * (place(low + 1) - x);
}

/** The step nearest to a place on the line. @param {Segment[]} line @param {number} x */
export function stepAt(line, x) {
  const s = line.find((segment) => x <= segment.x1) ?? line[line.length - 1];
  const guess = s.first - 1 + Math.round(((x - s.x0) / (s.x1 - s.x0)) * (s.count + 1));
  const last = line[line.length - 1].first;
  const near = [guess - 1, guess, guess + 1].map((k) => Math.max(0, Math.min(last, k)));
  return near.reduce((best, k) => (Math.abs(xOf(line, k) - x) < Math.abs(xOf(line, best) - x) ? k : best));
}

/**
 * The place on the line in steps and parts of steps: the inverse of `xOf`.
 * @param {Segment[]} line @param {number} x
 */
export function placeAt(line, x) {
  const last = line[line.length - 1].first;
  const near = stepAt(line, x);
  const low = Math.max(0, xOf(line, near) > x ? near - 1 : near);
  if (low >= last) return last;
  const x0 = xOf(line, low);
  return low + Math.max(0, Math.min(1, (x - x0) / (xOf(line, low + 1) - x0)));
}

/**
 * Where lies are marked: one mark for each, or merged to one for `grain` pixels where there are many.
 * @param {Segment} segment @param {number[]} lies indices within the round @param {number} grain
 */
export function lieMarks(segment, lies, grain = 4) {
  const marks = [];
  let last = -Infinity;
  for (const i of lies) {
    const x = segment.x0 + ((segment.x1 - segment.x0) * (i + 1)) / (segment.count + 1);
    if (x - last < grain) continue;
    marks.push(x);
    last = x;
  }
  return marks;
}

/** Which name of a round fits: the long one, the short one, its number, or none. @param {number} width */
export const nameSize = (width) => (width >= 106 ? 'long' : width >= 54 ? 'short' : width >= 14 ? 'number' : 'none');
