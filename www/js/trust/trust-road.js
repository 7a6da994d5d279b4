// A road from one party to another: a wide bow to the left of travel, with a switch half way, past which a messenger hurries.

import { cut, pointAt } from '../scene/curve.js';
import { TABLE_STEPS } from '../scene/roads.js';

/** @typedef {import('../scene/types.js').Camp} Camp */
/** @typedef {import('../scene/types.js').Point} Point */
/**
 * `along`: the place after a part of the length; `at`: where a messenger is who has so much of his ride behind him; `behind`: where he
 * waits at its end.
 * @typedef {import('../scene/roads.js').Road & {along: (part: number) => Point, behind: number}} TrustRoad
 */

const STEPS = 96;
/** He waits here before the switch, and there behind it if nothing else is there; and how much of his ride is over then. */
const BEFORE = 0.2;
export const BEHIND = 0.8;
const PASSES = { from: 0.26, to: 0.54 };

/** Where on the road a messenger is, who nowhere stands under the switch. @param {number} t of his ride, 0…1 @param {number} [behind] */
export function partOf(t, behind = BEHIND) {
  const before = Math.min(BEFORE, behind);
  if (t <= PASSES.from) return (before * Math.max(0, t)) / PASSES.from;
  if (t >= PASSES.to) return behind;
  return before + ((behind - before) * (t - PASSES.from)) / (PASSES.to - PASSES.from);
}

/** @param {Camp} from @param {Camp} to @param {number} bend in parts of the distance @param {number} trim from the middle of a shield @returns {TrustRoad} */
export function trustRoad(from, to, bend, trim) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy);
  const normal = { x: dy / far, y: -dx / far };
  const whole = {
    x0: from.x, y0: from.y,
    cx: (from.x + to.x) / 2 + bend * far * normal.x,
    cy: (from.y + to.y) / 2 + bend * far * normal.y,
    x1: to.x, y1: to.y,
  };
  const { length, param } = measured(whole, trim);
  const along = (/** @type {number} */ part) => pointAt(whole, param(part));
  const table = new Float32Array((TABLE_STEPS + 1) * 2);
  for (let i = 0; i <= TABLE_STEPS; i += 1) {
    const { x, y } = along(partOf(i / TABLE_STEPS));
    table.set([x, y], 2 * i);
  }
  /** @type {TrustRoad} */
  const way = {
    from: from.id,
    to: to.id,
    length,
    normal,
    table,
    along,
    behind: BEHIND,
    at: (t) => along(partOf(t, way.behind)),
    heading(part) {
      const [a, b] = [pointAt(whole, param(part) - 0.01), pointAt(whole, param(part))];
      return (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
    },
    part: (a, b) => cut(whole, param(a), param(b)),
  };
  return way;
}

/** A curve without its ends, by its length. @param {import('../scene/curve.js').Curve} whole @param {number} trim */
function measured(whole, trim) {
  const points = Array.from({ length: STEPS + 1 }, (_, i) => ({ t: i / STEPS, ...pointAt(whole, i / STEPS), walked: 0 }));
  const [first, last] = [points[0], points[STEPS]];
  const open = points.filter((p) => Math.hypot(p.x - first.x, p.y - first.y) >= trim && Math.hypot(p.x - last.x, p.y - last.y) >= trim);
  const way = open.length > 1 ? open : points;
  for (let i = 1; i < way.length; i += 1) way[i].walked = way[i - 1].walked + Math.hypot(way[i].x - way[i - 1].x, way[i].y - way[i - 1].y);
  const { walked: length } = way[way.length - 1];
  /** @param {number} part */
  function param(part) {
    const goal = Math.max(0, Math.min(1, part)) * length;
    const i = Math.max(1, way.findIndex((p) => p.walked >= goal));
    const [a, b] = [way[i - 1], way[i]];
    return a.t + (b.t - a.t) * (b.walked > a.walked ? (goal - a.walked) / (b.walked - a.walked) : 0);
  }
  return { length, param };
}
