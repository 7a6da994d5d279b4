// The drawn signs inside panels: shields, tokens of orders, stamps and icons, from the same paths as the stage.

import { picture } from '../paint/svg.js';
import { MASK, SHIELD_LOYAL, SHIELD_TRAITOR } from '../scene/art.js';
import { maskAt, sealAt, shieldAt, tokenAt } from '../scene/signs.js';
import { drawn } from './picture.js';

/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** @typedef {import('../state/types.js').Word} Word */

/** Paths in a box of 20, drawn with the current colour; `fill` where the shape is solid. */
const ICONS = {
  start: { d: 'M5 4.5v11M15.5 4.8v10.4L7.6 10z', fill: true, width: 1.6 },
  back: { d: 'M12.5 4.5 7 10l5.5 5.5', width: 2 },
  play: { d: 'M6.5 4.2v11.6L16 10z', fill: true, width: 1.6 },
  pause: { d: 'M6.6 4.6v10.8M13.4 4.6v10.8', width: 3.2 },
  step: { d: 'M7.5 4.5 13 10l-5.5 5.5', width: 2 },
  end: { d: 'M15 4.5v11M4.5 4.8v10.4L12.4 10z', fill: true, width: 1.6 },
  check: { d: 'M3.8 10.8 8 15 16.2 5.5', width: 2.6 },
  cross: { d: 'M4.8 4.8 15.2 15.2M15.2 4.8 4.8 15.2', width: 2.6 },
  dash: { d: 'M5 10H15', width: 2.6 },
  eye: {
    d: 'M1.8 10C4.4 5.9 7 4.6 10 4.6S15.6 5.9 18.2 10C15.6 14.1 13 15.4 10 15.4S4.4 14.1 1.8 10ZM12.7 10a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 1 1 5.4 0Z',
   
    width: 1.5,
  },
  minus: { d: 'M5 10H15', width: 1.6 },
  plus: { d: 'M5 10H15M10 5V15', width: 1.6 },
  sun: {
    d: 'M13.6 10a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 1 1 7.2 0ZM10 1.8v2.4M10 15.8v2.4M1.8 10h2.4M15.8 10h2.4M4.2 4.2l1.7 1.7M14.1 14.1l1.7 1.7M15.8 4.2l-1.7 1.7M5.9 14.1l-1.7 1.7',
   
    width: 1.5,
  },
  moon: { d: 'M16.2 12.2A7 7 0 0 1 7.8 3.8a7 7 0 1 0 8.4 8.4Z', width: 1.5 },
  both: { d: 'M10 3a7 7 0 1 0 0 14Z', fill: true, width: 1.5 },
  share: { d: 'M10 12.5V3.2M6.4 6.4 10 2.8l3.6 3.6M5.5 9.5H4.2v7.3h11.6V9.5h-1.3', width: 1.6 },
  copy: { d: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7', width: 1.5 },
  scenario: { d: 'M3 5.5h8M15 5.5h2M3 10h2M9 10h8M3 14.5h7M14 14.5h3M11 3.6v3.8M5 8.1v3.8M10 12.6v3.8', width: 1.6 },
  out: { d: 'M11 4.5h4.5V9M15 5l-6 6M8 5.5H4.5v10h10V12', width: 1.5 },
  help: { d: 'M7.4 7.4a2.7 2.7 0 1 1 3.9 2.5c-.9.5-1.3 1-1.3 2M10 15h.01', width: 1.7 },
  legend: { d: 'M4 5.5h.01M4 10h.01M4 14.5h.01M8 5.5h8M8 10h8M8 14.5h8', width: 2 },
  letters: { d: 'M3.5 5.5h13v9h-13zM4 6l6 4.8L16 6', width: 1.5 },
  hall: { d: 'M3 4.5h14M4 4.5v8.5h12V4.5M10 13v2M7.4 17 10 14.8 12.6 17', width: 1.6 },
  undo: { d: 'M7.5 4 3.8 7.7l3.7 3.7M4.2 7.7h7.3a4.3 4.3 0 0 1 0 8.6H9', width: 1.7 },
  book: { d: 'M10 5.2C8.2 3.9 5.6 3.6 3 3.9v11.6c2.6-.3 5.2 0 7 1.3 1.8-1.3 4.4-1.6 7-1.3V3.9c-2.6-.3-5.2 0-7 1.3Zm0 0v11.6', width: 1.5 },
  redo: { d: 'M12.5 4l3.7 3.7-3.7 3.7M15.8 7.7H8.5a4.3 4.3 0 0 0 0 8.6H11', width: 1.7 },
  round: { d: 'M3 5h5M3 10h9M3 15h5M10.5 5h.01M14.5 10h.01M10.5 15h.01', width: 2.2 },
  message: { d: 'M3 10h9M14.8 10h.01', width: 2.2 },
  die: {
    d: 'M4.5 3.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01',
   
    width: 1.7,
  },
};

/** A drawing in a line that says nothing by itself. @param {string} kind @param {number} width @param {number} height @param {string} viewBox @param {Drawn[]} shapes @param {import('../paint/svg.js').Attributes} [more] */
const sign = (kind, width, height, viewBox, shapes, more) =>
  drawn(picture({ class: kind, width, height, viewBox, 'aria-hidden': 'true', ...more }, shapes));

/** An icon in the colour of the text around it. @param {keyof typeof ICONS} name @param {number} [size] */
export function icon(name, size = 20) {
  const { d, width, fill = false } = /** @type {{d: string, width: number, fill?: boolean}} */ (ICONS[name]);
  const line = { stroke: 'currentColor', width };
  /** @type {Drawn} */
  const path = { kind: 'path', d, ...(fill && { fill: 'currentColor' }), ...line, cap: 'round', join: 'round' };
  /** @type {Drawn[]} */
  const ring = name === 'both' ? [{ kind: 'disc', x: 10, y: 10, rx: 7, ry: 7, ...line }] : [];
  return sign('icon', size, size, '0 0 20 20', [...ring, path], { fill: 'none' });
}

/** The small mask, for a word about a lie. @param {number} width */
export const mask = (width) => sign('icon', width, (width * 2) / 3, MASK.viewBox, [maskAt(0, 0, 18)]);

/**
 * A general's shield: round and blue, angular and vermillion with a mask, or grey where nobody knows.
 * @param {number | string} id his number, or the name of more than one @param {boolean | null} loyal @param {number} size
 */
export function shield(id, loyal, size) {
  const { class: kind = '', shapes } = shieldAt(id, loyal, 0, 0, size);
  return sign(kind, size, size, SHIELD_LOYAL.viewBox, [...shapes]);
}

/**
 * The token of a word in text, as `tokenAt` has it in a figure.
 * @param {Word} order @param {number} [half] @param {import('../scene/signs.js').How} [how]
 */
export function token(order, half = 9, how) {
  const size = half * 2 + 3;
  const { class: kind = '', shapes } = tokenAt(order, 0, 0, half, how);
  return sign(kind, size, size, `${-size / 2} ${-size / 2} ${size} ${size}`, [...shapes]);
}

/** The stamp of a condition: disc and tick, square and cross, or dashed. @param {'holds' | 'broken' | 'free' | 'open'} state */
export function stamp(state) {
  const mark = state === 'holds' ? icon('check', 12) : state === 'broken' ? icon('cross', 12) : state === 'free' ? icon('dash', 12) : null;
  const box = document.createElement('span');
  box.className = `stamp ${state}`;
  if (mark) box.append(mark);
  return box;
}

/** A wax seal as a sign in a line. @param {number} signer @param {import('../scene/signs.js').SealState} state @param {number} size */
export const sealSign = (signer, state, size) => sign('seal-sign', size, size, '-13 -14 28 28', [sealAt(signer, state)]);

/** The page's own sign: two shields, one of each kind. */
export const logo = () =>
  sign('logo', 28, 26, '-30 -27 60 56', [
    { kind: 'disc', class: 'logo-loyal', x: -9, y: 0, rx: 18, ry: 18 },
    { kind: 'path', class: 'logo-traitor', d: SHIELD_TRAITOR.d, x: 11, y: 1, scale: 0.82 },
  ]);
