// The motion curves of the design tokens as functions of 0…1.

/** @typedef {(t: number) => number} Ease */

const SAMPLES = 512;

/**
 * The CSS cubic-bezier, tabulated once: a crowd asks for it thousands of times a frame.
 * @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2
 * @returns {Ease}
 */
function cubicBezier(x1, y1, x2, y2) {
  const at = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ s) =>
    3 * a * s * (1 - s) * (1 - s) + 3 * b * s * s * (1 - s) + s * s * s;
  const table = new Float64Array(SAMPLES + 1);
  for (let i = 0; i <= SAMPLES; i += 1) {
    let low = 0;
    let high = 1;
    for (let step = 0; step < 40; step += 1) {
      const s = (low + high) / 2;
      if (at(x1, x2, s) < i / SAMPLES) low = s;
      else high = s;
    }
    table[i] = at(y1, y2, (low + high) / 2);
  }
  table[0] = 0;
  table[SAMPLES] = 1;
  return (t) => {
    if (!(t > 0)) return 0;
    if (t >= 1) return 1;
    const i = Math.floor(t * SAMPLES);
    const f = t * SAMPLES - i;
    return /** @type {number} */ (table[i]) * (1 - f) + /** @type {number} */ (table[i + 1]) * f;
  };
}

/** A motion curve at equal steps of its time. @param {Ease} ease */
export const easeTable = (ease) => Float32Array.from({ length: SAMPLES + 1 }, (_, i) => ease(i / SAMPLES));

/** `--ease-inout`: rides. */
export const easeInOut = cubicBezier(0.45, 0.05, 0.3, 1);
/** `--ease-out`: things that arrive. */
export const easeOut = cubicBezier(0.2, 0.7, 0.2, 1);
/** `--ease-stamp`: banners; overshoots once. */
export const easeStamp = cubicBezier(0.3, 1.6, 0.5, 1);

/**
 * The part of 0…1 that lies between two moments, stretched to 0…1.
 * @param {number} t @param {number} from @param {number} to
 */
export function span(t, from, to) {
  return Math.max(0, Math.min(1, (t - from) / (to - from)));
}
