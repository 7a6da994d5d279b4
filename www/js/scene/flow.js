// A round of too many messengers to draw: each road as wide as its messages are many, in two strands, the truth and the lies.
import { UNLIT } from './crowd.js';
import { road } from './roads.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').CurveShape} CurveShape */

/** A road is so many px wider for each power of ten of its messages. */
const WIDTH = 0.8;
/** How strong roads are that the chosen general neither sends nor hears on. */
const OTHERS = 0.25;

/**
 * The flow stands still for the whole round, so its picture is kept.
 * @param {Layout} layout @param {World} world @param {import('./types.js').Flow} flow @returns {import('./types.js').StillShape}
 */
export function flow(layout, { chosen }, { key, numbers, blind, seen }) {
  const { n, width, height, unit } = layout;
  /** @type {CurveShape[]} */
  const faint = [];
  /** @type {CurveShape[]} */
  const strong = [];
  for (let from = 1; from <= n; from += 1) {
    for (let to = 1; to <= n; to += 1) {
      const at = 3 * ((from - 1) * n + to - 1);
      const said = numbers[at] ?? 0;
      if (said === 0 || !seen(from, to)) continue;
      const way = road(layout, from, to);
      const own = chosen === from || chosen === to;
      const whole = WIDTH * unit * Math.log10(10 * said);
      const lies = blind ? 0 : (whole * (numbers[at + 1] ?? 0)) / said;
      /** @param {number} wide @param {number} off @param {Partial<CurveShape>} look */
      const strand = (wide, off, look) => {
        const { x0, y0, cx, cy, x1, y1 } = way.part(0, 1);
        const x = way.normal.x * off;
        const y = way.normal.y * off;
        (own ? strong : faint).push({
          kind: 'curve', x0: x0 + x, y0: y0 + y, cx: cx + x, cy: cy + y, x1: x1 + x, y1: y1 + y,
          width: wide, opacity: own ? 0.9 : chosen === null ? UNLIT : OTHERS, ...look,
        });
      };
      if (whole > lies) strand(whole - lies, -lies / 2, { stroke: 'ink-2' });
      if (lies > 0) strand(lies, (whole - lies) / 2, { stroke: 'traitor', dash: [7 * unit, 3 * unit] });
    }
  }
  return { kind: 'still', key: `flow ${layout.key} ${key} ${chosen}`, width, height, opaque: false, shapes: [...faint, ...strong] };
}
