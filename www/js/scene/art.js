// The drawn pieces as path data, each around its own origin at scale 1; canvas and icons in the page share them.

/** @typedef {{d: string, viewBox: string, width?: number, rule?: 'evenodd'}} Icon `width`: stroked with it; else filled */

/** Crossed swords: attack. @type {Icon} */
export const SWORDS = {
  d: 'M-6.2-6.4-5.6-4.2 3.2 4.6M6.2-6.4 5.6-4.2-3.2 4.6M.8 5.6 5.6.8M-.8 5.6-5.6.8M3.8 3.8 6.3 6.3M-3.8 3.8-6.3 6.3M-6.2-6.4-4-5.8 4.4 2.6M6.2-6.4 4-5.8-4.4 2.6',
  viewBox: '-8 -8 16 16',
  width: 1.3,
};

/** A flag on its pole: retreat. @type {Icon} */
export const FLAG = {
  d: 'M-4.6-6.6V7M-4.6-6H5.6L2.8-2.4 5.6 1.2H-4.6',
  viewBox: '-8 -8 16 16',
  width: 1.5,
};

/** The half mask of a traitor. @type {Icon} */
export const MASK = {
  d: 'M-8-3.6C-5-4.8-2-3.6 0-2.2 2-3.6 5-4.8 8-3.6 8.6.8 6.4 4.4 3.4 4.2 1.6 4 .8 2.2 0 2-.8 2.2-1.6 4-3.4 4.2-6.4 4.4-8.6.8-8-3.6ZM-5.9-.9C-5-2.2-2.9-1.8-1.9.2-3-.1-5 .7-5.9-.9ZM5.9-.9C5-2.2 2.9-1.8 1.9.2 3-.1 5 .7 5.9-.9Z',
  viewBox: '-9 -6 18 12',
  rule: 'evenodd',
};

/** @type {Icon} */
export const CROWN = {
  d: 'M-8.5 3.2-10.2-4-4.6-.8 0-7 4.6-.8 10.2-4 8.5 3.2ZM-8.3 4.4H8.3V6.4H-8.3Z',
  viewBox: '-11 -9 22 16',
};

/** Round: a loyal general. @type {Icon} */
export const SHIELD_LOYAL = {
  d: 'M-23 0A23 23 0 1 1 23 0 23 23 0 1 1-23 0Z',
  viewBox: '-27 -27 54 56',
};
/** Its inner ring and its eight rivets. */
export const LOYAL_RING = 18.6;
export const LOYAL_RIVETS = [0, 1, 2, 3, 4, 5, 6, 7]
  .map((i) => rivet(20.8 * Math.cos(Math.PI / 8 + (Math.PI / 4) * i), 20.8 * Math.sin(Math.PI / 8 + (Math.PI / 4) * i)))
  .join('');

/** Angular, a notch above and a bite on the right: a traitor. @type {Icon} */
export const SHIELD_TRAITOR = {
  d: 'M-21-19-8-22.5 0-14.5 8-22.5 21-19 19.5-2 11.5 2.5 15.5 9.5 0 27-17.5 8Z',
  viewBox: '-27 -27 54 56',
};

/** A heater: nobody knows. @type {Icon} */
export const SHIELD_UNKNOWN = {
  d: 'M-19-20.5H19V-1C19 12 9.5 20.5 0 25.5-9.5 20.5-19 12-19-1Z',
  viewBox: '-27 -27 54 56',
};

export const TENT = 'M0-30C4-17 11-6 18 0H-18C-11-6-4-17 0-30Z';
export const TENT_DOOR = 'M0-15C1.5-9 4-4 6 0H-6C-4-4-1.5-9 0-15Z';
export const TENT_PENNON = 'M0-30V-37M0-37 7-34.6 0-32.4';

/** A tent struck and rolled, its straps, and the pole beneath. */
export const TENT_ROLL = 'M-17-3.5C-17-6.5-14-7-12-7H13C16-7 18-5 18-1.5S16 5 13 5H-12C-15 5-17 2-17-3.5Z';
export const TENT_STRAPS = 'M-7-7V5M6-7V5M-19 7.5H19';

export const BANNER_POLE = 'M0 2V-54';
export const BANNER_CLOTH = 'M0-52C8-55 15-49 24-52 29-53.5 33-53 37-52L31-41 37-30C31-31.5 28-30.5 24-29.5 15-27 8-33 0-30Z';

/** The sheet of a scroll, whole and with its right edge torn off, and the roll at either end. */
export const SCROLL_SHEET = 'M-18-11H18V11H-18Z';
export const SCROLL_TORN = 'M-18-11L21-11L18-7L23-3L18 1L22 5L18 9L21 11L-18 11Z';
export const SCROLL_ROLL_LEFT = 'M-22.5-10A3.5 3.5 0 0 1-15.5-10V10A3.5 3.5 0 0 1-22.5 10Z';
export const SCROLL_ROLL_RIGHT = 'M15.5-10A3.5 3.5 0 0 1 22.5-10V10A3.5 3.5 0 0 1 15.5 10Z';
/** What goes round a lie. */
export const SCROLL_HALO = 'M-10-21H10A20 20 0 0 1 30-1V1A20 20 0 0 1 10 21H-10A20 20 0 0 1-30 1V-1A20 20 0 0 1-10-21Z';
/** The same for the slim scroll, which has room for its letter only. */
export const SLIM_SHEET = 'M-9-11H9V11H-9Z';
export const SLIM_TORN = 'M-9-11L12-11L9-7L14-3L9 1L13 5L9 9L12 11L-9 11Z';
export const SLIM_ROLL_LEFT = 'M-13.5-10A3.5 3.5 0 0 1-6.5-10V10A3.5 3.5 0 0 1-13.5 10Z';
export const SLIM_ROLL_RIGHT = 'M6.5-10A3.5 3.5 0 0 1 13.5-10V10A3.5 3.5 0 0 1 6.5 10Z';
export const SLIM_HALO = 'M-2-20H2A20 20 0 0 1 22 0 20 20 0 0 1 2 20H-2A20 20 0 0 1-22 0 20 20 0 0 1-2-20Z';

/** The cross of a message that was never sent, and of an assault beaten off. */
export const CROSS = 'M-6-6 6 6M6-6-6 6';

/** Open head of a road, its tip at the origin, pointing right. */
export const ARROW_HEAD = 'M-7-4 0 0-7 4';

/** A messenger when there are many: 10 × 7. */
export const GLYPH = 'M-3.4-3.5H3.4A1.6 1.6 0 0 1 5-1.9V1.9A1.6 1.6 0 0 1 3.4 3.5H-3.4A1.6 1.6 0 0 1-5 1.9V-1.9A1.6 1.6 0 0 1-3.4-3.5Z';

/** How light falls off from a fire: place and strength. @type {ReadonlyArray<readonly [number, number]>} */
export const TORCH_LIGHT = [[0, 0.42], [0.5, 0.13], [1, 0]];

/** A rounded square of half side 1: the small mark of an order. */
export const TOKEN = 'M-.72-1H.72A.28 .28 0 0 1 1-.72V.72A.28 .28 0 0 1 .72 1H-.72A.28 .28 0 0 1-1 .72V-.72A.28 .28 0 0 1-.72-1Z';

/** The cross in the square that marks a camp a verdict points at, for a square of half side 1. */
export const WITNESS_CROSS = 'M-.45-.45 .45 .45M.45-.45-.45 .45';

/** A rider, facing right: horse, body, spear upright with its pennon, spear lowered. */
export const HORSE = 'M-7 6C-7-2 5-2 7-5L10-3 7 1C6 4 5 3 5 6M-5 5V10M3 5V10';
export const RIDER_BODY = 'M-1-4V0';
export const SPEAR_UP = 'M3 2 7-26';
export const SPEAR_PENNON = 'M7-26-3-23.4 6-19.8Z';
export const SPEAR_LEVEL = 'M0 0-17-7';

export const COMPASS_NEEDLE = 'M0-25 4-4 0 0Z';
export const COMPASS_ROSE = 'M0-25-4-4 0 0ZM25 0 4 4 0 0 4-4ZM-25 0-4 4 0 0-4-4ZM0 25 4 4 0 0-4 4Z';
export const SCALE_BAR = 'M0-5V0H80V-5M40-3V0';
export const SCALE_BAR_FILLED = 'M0-3H40V0H0Z';

/** @param {number} x @param {number} y */
function rivet(x, y) {
  return `M${(x - 1).toFixed(1)} ${y.toFixed(1)}a1 1 0 1 0 2 0 1 1 0 1 0-2 0Z`;
}

/** A wax seal of radius 10, the crack of a forged one, and the cross on its disc, radius 1. */
export const SEAL = {
  d: 'M10-1.3Q9.6 0 10 1.3Q10.4 2.6 9.5 3.6Q8.7 4.5 8.3 5.8Q8 7.1 6.7 7.5Q5.5 8 4.7 9.1Q3.8 10.1 2.5 9.7Q1.1 9.4-.1 10.1Q-1.3 10.8-2.3 9.8Q-3.3 8.8-4.8 8.9Q-6.2 8.9-6.6 7.6Q-7.1 6.3-8.3 5.6Q-9.4 5-9.4 3.6Q-9.4 2.3-10.2 1.2Q-11.1 0-10.1-1.1Q-9.2-2.3-9.4-3.6Q-9.5-5-8.4-5.7Q-7.3-6.5-6.8-7.8Q-6.3-9.2-4.9-9.2Q-3.5-9.1-2.4-9.9Q-1.3-10.8-.1-10.3Q1.2-9.9 2.5-9.9Q3.8-9.9 4.7-9Q5.6-8.2 6.8-7.7Q8.1-7.1 8.2-5.8Q8.4-4.4 9.4-3.5Q10.4-2.6 10-1.3Z',
  viewBox: '-11 -11 22 22',
};
export const SEAL_CRACK = 'M.5-11.5 3.8-4.5 1.2-.5 4.6 4.5 2.2 11.5';
export const SEAL_CROSS = 'M-.43-.43.43.43M.43-.43-.43.43';
