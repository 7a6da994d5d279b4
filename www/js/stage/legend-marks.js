// The signs of the map as shapes for the legend: the map's own art, each around the origin. Pure.

import { picture } from '../paint/svg.js';
import { ARROW_HEAD } from '../scene/art.js';
import { banner, campBody, token } from '../scene/camp.js';
import { glyph, scroll } from '../scene/messenger.js';

/** @typedef {import('../scene/types.js').Mark} Mark */

const WIDTH = 92;
const HEIGHT = 70;
const LOW = 42;
const K = 0.72;

const look = { chosen: false, witness: false, dot: false, raised: 1, lowered: 0, struck: 0 };
/** @param {boolean | null} loyal @param {{commander?: boolean, chosen?: boolean, witness?: boolean}} [how] @returns {Mark[]} */
const camp = (loyal, { commander = false, chosen = false, witness = false } = {}) =>
  campBody(
    { id: commander ? 1 : 2, x: 0, y: commander ? 10 : 0, k: K, label: null, hit: 0 },
    { id: commander ? 1 : 2, loyal, commander, leaning: null, decision: null },
    { ...look, chosen, witness },
  );
/** @param {'A' | 'R' | '?' | null} said @param {boolean} [lie] */
const messenger = (said, lie = false) => scroll({ from: 1, to: 2, said, lie, progress: 0.5, index: 0 }, 0, 0, 0.9, false);

/** A signed letter under its seals. @param {number | null} forged whose seal is not his */
const signed = (forged) =>
  scroll(
    { from: 3, to: 2, said: 'A', lie: false, progress: 0.5, index: 0, seals: { signers: [1, 3], forged } },
    0,
    -9,
    0.9,
    false,
  );

/** @type {Mark[]} */
const ROAD = [
  { kind: 'curve', x0: -42, y0: 8, cx: -20, cy: -4, x1: 0, y1: -4, stroke: 'ink-2', width: 1.6 },
  { kind: 'curve', x0: 0, y0: -4, cx: 20, cy: -4, x1: 40, y1: 6, stroke: 'ink-3', width: 1.5, dash: [0.1, 5], cap: 'round' },
  { kind: 'path', d: ARROW_HEAD, x: 41, y: 7, rotate: 26, stroke: 'ink-3', width: 1.5, cap: 'round', join: 'round' },
];
/** @type {Mark[]} */
const LIE_TICK = [
  { kind: 'path', d: 'M-40-4H40', stroke: 'rule-strong', width: 2 },
  { kind: 'path', d: 'M-18-10v12M18-10v12', stroke: 'ink-2', width: 2 },
  { kind: 'path', d: 'M0-14v18', stroke: 'traitor', width: 3 },
  { kind: 'path', d: 'M-5 14l5-6 5 6z', fill: 'traitor' },
];
/** @param {Mark[]} marks @param {number} x @returns {Mark[]} */
const beside = (marks, x) => marks.map((mark) => ('x' in mark ? { ...mark, x: (mark.x ?? 0) + x } : mark));
/** Many messengers: small ones, then dots. @type {() => Mark[]} */
const crowd = () => {
  const small = (/** @type {'A' | 'R'} */ said, /** @type {boolean} */ lie, /** @type {number} */ x) =>
    glyph({ from: 1, to: 2, said, lie, progress: 0.5, index: 0 }, x, 0, 1);
  /** @param {'scroll' | 'scroll-bg'} fill @param {number} x @returns {Mark} */
  const dot = (fill, x) => ({ kind: 'disc', x, y: 0, rx: 2.6, ry: 2.6, fill, stroke: 'scroll', width: 0.9 });
  return [
    ...small('A', false, -36),
    ...small('R', false, -20),
    ...small('R', true, 1),
    dot('scroll', 18),
    dot('scroll-bg', 28),
    { kind: 'path', d: 'M4 0 0 4-4 0 0-4Z', x: 40, y: 0, fill: 'traitor' },
  ];
};

/** Groups of signs: the name of each, how high it is, and its shapes. @type {[string, [string, number, () => Mark[]][]][]} */
export const GROUPS = [
  [
    'camps',
    [
      ['loyal', HEIGHT, () => camp(true)],
      ['traitor', HEIGHT, () => camp(false)],
      ['unknown', HEIGHT, () => camp(null)],
      ['commander', HEIGHT, () => camp(true, { commander: true })],
      ['chosen', HEIGHT, () => camp(true, { chosen: true })],
      ['witness', HEIGHT, () => camp(true, { witness: true })],
    ],
  ],
  [
    'messengers',
    [
      ['attack', LOW, () => messenger('A')],
      ['retreat', LOW, () => messenger('R')],
      ['lie', LOW + 8, () => messenger('R', true)],
      ['nobody', LOW, () => messenger(null)],
      ['unseen', LOW, () => messenger('?', false)],
      ['sealed', LOW + 14, () => signed(null)],
      ['forged', LOW + 14, () => signed(1)],
      ['road', LOW, () => ROAD],
      ['crowd', LOW, crowd],
    ],
  ],
  [
    'words',
    [
      ['leaning', LOW, () => [...token('A', -26, 0, 10), ...token('R', 0, 0, 10), ...token(null, 26, 0, 10)]],
      ['opinion', HEIGHT, () => [...camp(true), ...token('A', 0, 38 * K, 10 * K)]],
      ['decision', HEIGHT, () => [...beside(banner('A', -38, 24, 0.8), 0), ...banner('R', 4, 24, 0.8)]],
      ['tick', LOW, () => LIE_TICK],
    ],
  ],
];

/**
 * A sign as a drawing.
 * @param {Mark[]} marks @param {number} height @param {(name: string) => string} colour as the map has it now
 */
export const signDrawing = (marks, height, colour) =>
  picture({ class: 'drawing', width: WIDTH, height, viewBox: `${-WIDTH / 2} ${-height / 2} ${WIDTH} ${height}`, 'aria-hidden': 'true', fill: 'none' }, marks, colour);
