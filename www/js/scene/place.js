// Puts pieces drawn around their own origin into their place on the stage.

/** @typedef {import('./types.js').PathShape} PathShape */
/** @typedef {Omit<PathShape, 'kind'>} Piece */

/**
 * @param {Piece} piece @param {number} x @param {number} y @param {number} k scale
 * @param {{dx?: number, dy?: number, s?: number, stretch?: number, mirror?: boolean, rotate?: number}} [within] its place inside the whole, before scaling
 * @returns {PathShape}
 */
export function put(piece, x, y, k, { dx = 0, dy = 0, s = 1, stretch, mirror, rotate } = {}) {
  /** @type {PathShape} */
  const shape = { kind: 'path', ...piece, x: x + dx * k, y: y + dy * k, scale: k * s };
  if (stretch !== undefined) shape.stretch = stretch * k * s;
  if (mirror) shape.mirror = true;
  if (rotate) shape.rotate = rotate;
  return shape;
}

/**
 * The same shapes, fainter.
 * @template {import('./types.js').Mark} T
 * @param {T[]} shapes @param {number} opacity @returns {T[]}
 */
export function faded(shapes, opacity) {
  return opacity >= 1 ? shapes : shapes.map((shape) => ({ ...shape, opacity: (shape.opacity ?? 1) * opacity }));
}

/** Keeps a name on one line, and has no width. */
const JOINER = '\u2060';

/**
 * About how wide a line of serif text runs, without measuring it: Han characters are square, others near half.
 * @param {string} text @param {number} size
 */
export function textWidth(text, size) {
  let ems = 0;
  for (const c of text) ems += c === JOINER ? 0 : c >= '\u2e80' ? 1 : 0.49;
  return ems * size;
}
