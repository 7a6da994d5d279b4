// The drawn signs inside panels: shields, tokens of orders, stamps and icons, from the same paths as the stage.

import { svg } from './dom.js';
import {
  LOYAL_RING,
  MASK,
  SEAL,
  SEAL_CRACK,
  SEAL_CROSS,
  SHIELD_LOYAL,
  SHIELD_TRAITOR,
  SHIELD_UNKNOWN,
} from '../scene/art.js';

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
  redo: { d: 'M12.5 4l3.7 3.7-3.7 3.7M15.8 7.7H8.5a4.3 4.3 0 0 0 0 8.6H11', width: 1.7 },
  round: { d: 'M3 5h5M3 10h9M3 15h5M10.5 5h.01M14.5 10h.01M10.5 15h.01', width: 2.2 },
  message: { d: 'M3 10h9M14.8 10h.01', width: 2.2 },
  die: {
    d: 'M4.5 3.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01',
   
    width: 1.7,
  },
};

/** @param {keyof typeof ICONS} name @param {number} [size] */
export function icon(name, size = 20) {
  const { d, width, fill = false } = /** @type {{d: string, width: number, fill?: boolean}} */ (ICONS[name]);
  const ring =
    name === 'both' ? [svg('circle', { cx: 10, cy: 10, r: 7, fill: 'none', stroke: 'currentColor', 'stroke-width': width })] : [];
  return svg(
    'svg',
    { class: 'icon', width: size, height: size, viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    ...ring,
    svg('path', {
      d,
      fill: fill ? 'currentColor' : 'none',
      stroke: 'currentColor',
      'stroke-width': width,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

/** The small mask, for a word about a lie. @param {number} width */
export const mask = (width) =>
  svg(
    'svg',
    { class: 'icon', width, height: (width * 2) / 3, viewBox: MASK.viewBox, 'aria-hidden': 'true' },
    svg('path', { d: MASK.d, fill: 'currentColor', 'fill-rule': 'evenodd' }),
  );

/**
 * A general's shield: round and blue, angular and vermillion with a mask, or grey where nobody knows.
 * @param {number | string} id his number, or the name of more than one @param {boolean | null} loyal @param {number} size
 */
export function shield(id, loyal, size) {
  const number = (/** @type {number} */ y, /** @type {number} */ px) =>
    svg('text', { class: 'shield-number', y, 'text-anchor': 'middle', 'font-size': String(id).length > 4 ? 11 : String(id).length > 2 ? 15 : px }, String(id));
  if (loyal === null) return unknownShield(id, size);
  const body = loyal
    ? [
        svg('path', { class: 'shield-field', d: SHIELD_LOYAL.d }),
        svg('circle', { class: 'shield-ring', r: LOYAL_RING }),
        number(8, 22),
      ]
    : [
        svg('path', { class: 'shield-field', d: SHIELD_TRAITOR.d }),
        svg('path', { class: 'shield-ring', d: SHIELD_TRAITOR.d, transform: 'scale(.82) translate(0 .4)' }),
        svg('path', { class: 'shield-mask', d: MASK.d, 'fill-rule': 'evenodd', transform: 'translate(0 -7.2) scale(1.06)' }),
        number(14, 18),
      ];
  return svg(
    'svg',
    {
      class: `shield ${loyal ? 'loyal' : 'traitor'}`,
      width: size,
      height: size,
      viewBox: SHIELD_LOYAL.viewBox,
      'aria-hidden': 'true',
    },
    ...body,
  );
}

/** @param {number | string} id @param {number} size */
const unknownShield = (id, size) =>
  svg(
    'svg',
    { class: 'shield unknown', width: size, height: size, viewBox: SHIELD_LOYAL.viewBox, 'aria-hidden': 'true' },
    svg('path', { class: 'shield-field', d: SHIELD_UNKNOWN.d }),
    svg('path', { class: 'shield-ring', d: SHIELD_UNKNOWN.d, transform: 'scale(.83) translate(0 .6)' }),
    svg('text', { class: 'shield-number', y: 2, 'text-anchor': 'middle', 'font-size': 18 }, '?'),
    svg('text', { class: 'shield-number', y: 17, 'text-anchor': 'middle', 'font-size': 13 }, String(id)),
  );

/**
 * The token of a word in text: filled A, open R, open with a double edge N for neither, dashed where nothing was said. `road`: still on the way; `open`: not known yet;
 * `blank`: without a letter.
 * @param {Word} order @param {number} [half] @param {{road?: boolean, open?: boolean, blank?: boolean}} [how]
 */
export function token(order, half = 9, { road = false, open = false, blank = false } = {}) {
  const size = half * 2 + 3;
  const mark = blank ? '' : open ? '·' : (order ?? '–');
  return svg(
    'svg',
    {
      class: `token ${order ?? 'none'}${road ? ' road' : ''}`,
      width: size,
      height: size,
      viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`,
      'aria-hidden': 'true',
    },
    svg('rect', { x: -half, y: -half, width: 2 * half, height: 2 * half, rx: half * 0.28 }),
    svg('text', { y: half * 0.5, 'text-anchor': 'middle', 'font-size': half * 1.38 }, mark),
  );
}

/** A sign in a picture, its middle at a point. @param {SVGElement} sign @param {number} x @param {number} y @param {number} width @param {number} [height] */
export function centred(sign, x, y, width, height = width) {
  sign.setAttribute('x', String(x - width / 2));
  sign.setAttribute('y', String(y - height / 2));
  return sign;
}

/** @param {Word} order @param {number} x @param {number} y @param {number} half @param {Parameters<typeof token>[2]} [how] */
export const tokenAt = (order, x, y, half, how) => centred(token(order, half, how), x, y, half * 2 + 3);

/** The mask of a traitor at a point, in a picture. @param {number} x @param {number} y @param {number} width */
export function touchedAt(x, y, width) {
  const sign = /** @type {SVGElement} */ (mask(width));
  sign.classList.add('touched-mask');
  return centred(sign, x, y, width, (width * 2) / 3);
}

/** The stamp of a condition: disc and tick, square and cross, or dashed. @param {'holds' | 'broken' | 'free' | 'open'} state */
export function stamp(state) {
  const sign =
    state === 'holds' ? icon('check', 12) : state === 'broken' ? icon('cross', 12) : state === 'free' ? icon('dash', 12) : null;
  const box = document.createElement('span');
  box.className = `stamp ${state}`;
  if (sign) box.append(sign);
  return box;
}

/**
 * A wax seal around the origin, radius 10: whole, cracked and crossed, or hollow where it is not worth reading.
 * @param {number} signer @param {'good' | 'forged' | 'unread'} state
 */
export function seal(signer, state) {
  const forged = state === 'forged';
  const parts = [
    svg('path', { class: 'seal-wax', d: SEAL.d }),
    svg('circle', { class: 'seal-ring', r: 7.4 }),
    svg('text', { class: 'seal-number', x: forged ? -3 : 0, y: 3.5, 'text-anchor': 'middle', 'font-size': 9.7 }, String(signer)),
  ];
  if (forged)
    parts.push(
      svg('path', { class: 'seal-crack', d: SEAL_CRACK }),
      svg('circle', { class: 'seal-disc', cx: 8.5, cy: -8.5, r: 4.6 }),
      svg('path', { class: 'seal-cross', d: SEAL_CROSS, transform: 'translate(8.5 -8.5) scale(4.6)' }),
    );
  return svg('g', { class: `seal ${state}` }, ...parts);
}

/** The same as a sign in a line. @param {number} signer @param {'good' | 'forged' | 'unread'} state @param {number} size */
export const sealSign = (signer, state, size) =>
  svg('svg', { class: 'seal-sign', width: size, height: size, viewBox: '-13 -14 28 28', 'aria-hidden': 'true' }, seal(signer, state));

/** The page's own sign: two shields, one of each kind. */
export const logo = () =>
  svg(
    'svg',
    { class: 'logo', width: 28, height: 26, viewBox: '-30 -27 60 56', 'aria-hidden': 'true' },
    svg('circle', { class: 'logo-loyal', cx: -9, r: 18 }),
    svg('path', { class: 'logo-traitor', d: SHIELD_TRAITOR.d, transform: 'translate(11 1) scale(.82)' }),
  );
