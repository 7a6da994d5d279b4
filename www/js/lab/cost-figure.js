// The figure of costs as shapes: lines, dots, texts, and the open run among them in a ring with its tag. Pure.

import { larger } from '../kit/hall-scale.js';
import { picture } from '../paint/svg.js';
import { SIZE } from './plot-room.js';
import { path } from './plot.js';

/** @typedef {import('./plot.js').Text} Text */
/** @typedef {ReturnType<typeof import('./plot.js').plot>} Plot */
/** @typedef {import('../scene/types.js').Drawn} Drawn */

/** Half a dot. */
const DOT = 5;

/** @param {string} kind @param {string} d @returns {Drawn} */
const line = (kind, d) => ({ kind: 'path', class: `cost-${kind}`, d });

/** @param {Text} text @param {string} [kind] @returns {Drawn} */
function words({ x, y, words, anchor = 'start', strong, leaning }, kind = strong ? 'strong' : leaning ? 'leaning' : '') {
  return { kind: 'text', class: kind, text: words, x, y, size: strong ? SIZE.strong : SIZE.usual, align: anchor };
}

/** @param {Plot['dots'][number]} dot @returns {Drawn} */
const dot = ({ x, y, square }) => ({
  kind: 'box',
  class: square ? 'cost-square' : 'cost-disc',
  x: x - DOT,
  y: y - DOT,
  width: 2 * DOT,
  height: 2 * DOT,
  r: square ? 0 : DOT,
});

/** The open run. @param {NonNullable<Plot['mark']>} mark @returns {Drawn[]} */
function run({ x, y, r, tag }) {
  const lines = tag.lines.map((text, i) =>
    words({ x: tag.x + 12, y: tag.y + 16 + 18 * i, words: text, strong: i === 0 }, i === 0 ? 'strong cost-tag' : 'cost-tag'),
  );
  return [
    { kind: 'disc', class: 'cost-ring', x, y, rx: r, ry: r },
    line('lead', path([tag.from, tag.to])),
    { kind: 'box', class: 'cost-disc', x: tag.x, y: tag.y, width: tag.width, height: tag.height, r: 6 },
    ...lines,
  ];
}

/** @param {Plot} plot @returns {Drawn[]} */
const costShapes = ({ lines, dots, texts, mark }) => [
  ...lines.map(({ kind, d }) => line(kind, d)),
  ...dots.map(dot),
  ...texts.map((text) => words(text)),
  ...(mark ? run(mark) : []),
];

/** The same as a drawing. @param {Plot} plot @param {{width: number, scale: number}} room @param {string} label */
export const costPicture = (plot, { width, scale }, label) =>
  picture({ class: 'cost-figure', role: 'img', 'data-testid': 'cost-figure', 'aria-label': label, ...larger(width, plot.height, scale) }, costShapes(plot));
