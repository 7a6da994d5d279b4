// The signs of the page as shapes, from the same paths as the stage: shields, tokens of orders, masks, seals. Styles give them colours.

import { LOYAL_RING, MASK, SEAL, SEAL_CRACK, SEAL_CROSS, SHIELD_LOYAL, SHIELD_TRAITOR, SHIELD_UNKNOWN } from './art.js';

/** @typedef {import('./types.js').Drawn} Drawn */
/** @typedef {import('./types.js').GroupShape} GroupShape */
/** @typedef {import('./types.js').Said} Said */
/** `road`: still on the way; `open`: not known yet; `blank`: without a letter. @typedef {{road?: boolean, open?: boolean, blank?: boolean}} How */
/** @typedef {'good' | 'forged' | 'unread'} SealState */

/**
 * Other letters for orders, other numbers for generals, and signs for numbers on shields, around a point so far below the middle.
 * @typedef {{letter: (order: Said) => string, id: (general: number) => string, party: (id: string, y: number) => Drawn | null}} Spelling
 */
/** @type {Partial<Spelling>} */
let spelling = {};

/** How what is drawn from now on is spelled: told before each drawing, since a document may show runs of several tasks. @param {Partial<Spelling>} [now] */
export const spell = (now = {}) => void (spelling = now);

/** The letter of a word. @param {Said} order */
export const letterOf = (order) => spelling.letter?.(order) ?? order;

/** A general's number as people read it. @param {number} general */
export const idOf = (general) => spelling.id?.(general) ?? String(general);

/** The box in which a shield is drawn: its side, and how far its middle is below the origin. */
const SHIELD = { side: 56, middle: 1 };
const MASK_WIDTH = 18;

/** @param {string} text @param {number} y @param {number} size @returns {Drawn} */
const number = (text, y, size) => spelling.party?.(text, y) ?? ({ kind: 'text', class: 'shield-number', text, x: 0, y, size, align: 'middle' });

/** What stands on a shield. @param {string} id @param {boolean | null} loyal @returns {Drawn[]} */
function shieldMarks(id, loyal) {
  const size = (/** @type {number} */ few) => (id.length > 4 ? 11 : id.length > 2 ? 15 : few);
  if (loyal === null)
    return [
      { kind: 'path', class: 'shield-field', d: SHIELD_UNKNOWN.d },
      { kind: 'path', class: 'shield-ring', d: SHIELD_UNKNOWN.d, y: 0.5, scale: 0.83 },
      number('?', 2, 18),
      number(id, 17, 13),
    ];
  if (loyal)
    return [
      { kind: 'path', class: 'shield-field', d: SHIELD_LOYAL.d },
      { kind: 'disc', class: 'shield-ring', x: 0, y: 0, rx: LOYAL_RING, ry: LOYAL_RING },
      number(id, 8, size(22)),
    ];
  return [
    { kind: 'path', class: 'shield-field', d: SHIELD_TRAITOR.d },
    { kind: 'path', class: 'shield-ring', d: SHIELD_TRAITOR.d, y: 0.33, scale: 0.82 },
    { kind: 'path', class: 'shield-mask', d: MASK.d, rule: 'evenodd', y: -7.2, scale: 1.06 },
    number(id, 14, size(18)),
  ];
}

/**
 * A general's shield, its middle at a point: round and blue, angular and vermillion with a mask, or grey where nobody knows.
 * @param {number | string} id his number, or the name of more than one @param {boolean | null} loyal
 * @param {number} x @param {number} y @param {number} size
 * @returns {GroupShape}
 */
export function shieldAt(id, loyal, x, y, size) {
  const scale = size / SHIELD.side;
  const kind = loyal === null ? 'unknown' : loyal ? 'loyal' : 'traitor';
  return { kind: 'group', class: `shield ${kind}`, x, y: y - SHIELD.middle * scale, scale, shapes: shieldMarks(typeof id === 'number' ? idOf(id) : id, loyal) };
}

/**
 * The token of a word around a point: filled A, open R, open with a double edge N for neither, dashed where nothing was said.
 * @param {Said | null} order @param {number} x @param {number} y @param {number} half @param {How} [how] @param {Drawn[]} [more] what is drawn over it
 * @returns {GroupShape}
 */
export function tokenAt(order, x, y, half, { road = false, open = false, blank = false } = {}, more = []) {
  const mark = blank ? '' : open ? '·' : order ? letterOf(order) : '–';
  return {
    kind: 'group',
    class: `token ${order ?? 'none'}${road ? ' road' : ''}`,
    x,
    y,
    shapes: [
      { kind: 'box', x: -half, y: -half, width: 2 * half, height: 2 * half, r: half * 0.28 },
      { kind: 'text', text: mark, x: 0, y: half * 0.5, size: half * 1.38, align: 'middle' },
      ...more,
    ],
  };
}

/** The mask of a traitor, its middle at a point, in the colour of the text around it. @param {number} x @param {number} y @param {number} width @param {string} [kind] @returns {Drawn} */
export const maskAt = (x, y, width, kind) => ({ kind: 'path', class: kind, d: MASK.d, rule: 'evenodd', fill: 'currentColor', x, y, scale: width / MASK_WIDTH });

/** The cross of what is refused, or was never sent: around a point. @param {number} x @param {number} y @param {number} scale @param {string} [kind] @returns {Drawn} */
export const crossAt = (x, y, scale, kind) => ({ kind: 'path', class: kind, d: SEAL_CROSS, x, y, scale });

/**
 * A wax seal around a point, its radius 10: whole, cracked and crossed, or hollow where it is not worth reading.
 * @param {number} signer @param {SealState} state @param {number} [x] @param {number} [y] @param {number} [scale]
 * @returns {GroupShape}
 */
export function sealAt(signer, state, x = 0, y = 0, scale = 1) {
  const forged = state === 'forged';
  /** @type {Drawn[]} */
  const shapes = [
    { kind: 'path', class: 'seal-wax', d: SEAL.d },
    { kind: 'disc', class: 'seal-ring', x: 0, y: 0, rx: 7.4, ry: 7.4 },
    { kind: 'text', class: 'seal-number', text: idOf(signer), x: forged ? -3 : 0, y: 3.5, size: 9.7, align: 'middle' },
  ];
  if (forged)
    shapes.push(
      { kind: 'path', class: 'seal-crack', d: SEAL_CRACK },
      { kind: 'disc', class: 'seal-disc', x: 8.5, y: -8.5, rx: 4.6, ry: 4.6 },
      crossAt(8.5, -8.5, 4.6, 'seal-cross'),
    );
  return { kind: 'group', class: `seal ${state}`, x, y, scale, shapes };
}
