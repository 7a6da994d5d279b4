// A party to an order: a shield as everywhere, by its shape honest, cheat or unknown, with the sign of who it is; its name and what it says.

import { LOYAL_RING, MASK, SHIELD_LOYAL, SHIELD_TRAITOR, SHIELD_UNKNOWN, TOKEN, WITNESS_CROSS } from '../scene/art.js';
import { put, textWidth } from '../scene/place.js';

/** @typedef {import('../scene/types.js').Mark} Mark */
/** @typedef {import('../scene/types.js').Camp} Camp */
/** @typedef {import('../scene/types.js').General} General */

/** Customer, online shop, payment service: a person, a shop front, a card. */
export const SIGNS = [
  'M-6-7A6 6 0 1 1 6-7 6 6 0 1 1-6-7ZM-11 12C-11 2-6-1 0-1S11 2 11 12Z',
  'M-12-9H12L14-2C14 1 10.5 2 9 0 7.5 2 3.5 2 2 0 .5 2-3.5 2-5 0-6.5 2-14 1-14-2ZM-10 3H10V12H3V5H-3V12H-10Z',
  'M-14-9H14V10H-14ZM-14-4.5H14V-1H-14ZM-10 3.5H-3V6H-10Z',
];
const FORMS = {
  loyal: { d: SHIELD_LOYAL.d, scale: 0.78, down: 0 },
  traitor: { d: SHIELD_TRAITOR.d, scale: 0.62, down: 4 },
  unknown: { d: SHIELD_UNKNOWN.d, scale: 0.66, down: 3 },
};
/** Names keep so far from the edge. */
const EDGE = 5;
/** What a shield fills. */
const HALF = 27;

/** @param {Camp} camp @param {boolean | null} loyal @returns {Mark[]} */
export function partyShield({ id, x, y, k }, loyal) {
  const kind = loyal === null ? 'unknown' : loyal ? 'loyal' : 'traitor';
  const { d, scale, down } = FORMS[kind];
  /** @type {Mark[]} */
  const marks = [put({ d, fill: kind, stroke: 'shield-line', width: 1.4, join: 'round' }, x, y, k)];
  if (loyal) marks.push({ kind: 'disc', x, y, rx: (LOYAL_RING + 0.8) * k, ry: (LOYAL_RING + 0.8) * k, stroke: 'on-loyal', width: 1.1 * k, opacity: 0.75 });
  else if (loyal === null) marks.push(put({ d, stroke: 'on-unknown', width: 1.1, join: 'round', opacity: 0.75 }, x, y, k, { s: 0.83, dy: 0.5 }));
  else marks.push(put({ d: MASK.d, rule: 'evenodd', fill: 'on-traitor' }, x, y, k, { dy: -10.5, s: 0.83 }));
  marks.push(put({ d: SIGNS[id - 1], rule: 'evenodd', fill: `on-${kind}` }, x, y, k, { dy: down, s: scale }));
  return marks;
}

/** The letter of a word about an order on its square. @param {string | null} letter @param {boolean} paid @param {number} x @param {number} y @param {number} r @returns {Mark[]} */
export function orderToken(letter, paid, x, y, r) {
  const width = 1.5 / r;
  if (letter === null) return [put({ d: TOKEN, stroke: 'ink-3', width, dash: [3 / r, 2.5 / r] }, x, y, r), { kind: 'disc', x, y, rx: r * 0.2, ry: r * 0.2, fill: 'ink-2' }];
  return [
    put({ d: TOKEN, fill: paid ? 'scroll' : 'scroll-bg', stroke: 'scroll', width }, x, y, r),
    { kind: 'text', text: letter, x, y: y + r * 0.48, size: r * 1.3, weight: 700, fill: paid ? 'on-scroll' : 'scroll', align: 'middle' },
  ];
}

/**
 * What stands beside a shield: the ring of who is chosen, the cross of whom a verdict points at, the word that was decided.
 * @param {Camp} camp @param {General} general @param {{chosen: boolean, witness: boolean, raised: number, letter: (word: 'A' | 'R') => string}} look @returns {Mark[]}
 */
export function partyBody(camp, general, { chosen, witness, raised, letter }) {
  const { x, y, k } = camp;
  const marks = partyShield(camp, general.loyal);
  if (chosen) marks.unshift({ kind: 'disc', x, y, rx: (HALF + 4) * k, ry: (HALF + 4) * k, stroke: 'ink', width: 2 });
  if (general.decision && raised > 0) marks.push(...orderToken(letter(general.decision), general.decision === 'A', x + 25 * k, y + 17 * k, 10.5 * k * raised));
  if (witness) {
    const half = Math.max(8.5 * k, 7);
    const at = { x: x - 25 * k, y: y + 20 * k };
    marks.push(put({ d: TOKEN, fill: 'paper-raised', stroke: 'broken', width: 2 / half }, at.x, at.y, half));
    marks.push(put({ d: WITNESS_CROSS, stroke: 'broken', width: 2.2 / half, cap: 'round' }, at.x, at.y, half));
  }
  return marks;
}

/**
 * The name, what the party knows of the order after it, and under or over it where it stands.
 * @param {Camp} camp @param {{name: string, standing: string, leaning: {letter: string, paid: boolean} | null, size: number, italic: boolean, width: number}} said of a map so wide @returns {Mark[]}
 */
export function partyName({ id, label }, { name, standing, leaning, size, italic, width }) {
  if (!label) return [];
  const [half, beside] = [0.56 * textWidth(name, size) + EDGE, leaning ? 1.3 * size : 0];
  const x = Math.max(half, Math.min(width - half - beside, label.x));
  const { y } = label;
  const text = (/** @type {string} */ words, /** @type {number} */ at, /** @type {Partial<import('../scene/types.js').Letters>} */ more) =>
    /** @type {import('../scene/types.js').TextShape} */ ({ kind: 'text', text: words, x, y: at, size, weight: 500, fill: 'ink', align: 'middle', halo: 'map', haloWidth: 5, ...more });
  // The name is set against the square, so that a wider typeface cannot run into it.
  const end = x + textWidth(name, size) / 2;
  /** @type {Mark[]} */
  const marks = [leaning ? { ...text(name, y, { align: 'end' }), x: end } : text(name, y, {})];
  if (leaning) marks.push(...orderToken(leaning.letter, leaning.paid, end + 0.8 * size, y - 0.33 * size, 0.46 * size));
  if (standing) marks.push(text(standing, id === 1 ? y - 1.05 * size : y + 1.05 * size, { size: 0.76 * size, weight: 400, fill: 'ink-2', italic }));
  return marks;
}


/** On shields and tokens of the page too. @param {import('../words/i18n.js').Speech} say @returns {Partial<import('../scene/signs.js').Spelling>} */
export const spelling = (say) => ({
  letter: (order) => (order === 'N' ? order : say.t(`letter.${order}`)),
  party(id, y) {
    const d = SIGNS[Number(id) - 1];
    // Below a mask, or a question mark, where its number would stand.
    const [down, scale] = y > 16 ? [15, 0.36] : y > 10 ? [4, 0.62] : [0, 0.78];
    return d ? { kind: 'path', class: 'shield-number', d, rule: 'evenodd', y: down, scale } : null;
  },
});
