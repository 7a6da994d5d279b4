// Crowds of messengers as dots: true discs while they are few, then discs stamped into a buffer of pixels, then plain density.
import { DOT } from '../scene/crowd.js';

/** @typedef {import('../scene/types.js').DotsShape} DotsShape */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {CanvasRenderingContext2D} Context */
/**
 * A dot as pixels: how far each lies from the middle, its colour, and whether it is a soft edge.
 * @typedef {{dx: Int16Array, dy: Int16Array, colour: Uint32Array, soft: Uint8Array, reach: number}} Stamp
 */

/** Up to this many are drawn as paths; beyond, stamping pixels is many times faster. */
const DRAWN = 2000;
/** Beyond this many a dot is a speck of a buffer with one pixel to a CSS px, and what is seen is density. */
const DENSE = 20_000;
const SPECK = 1.1;
/** Half the diagonal of a lie's diamond, for a dot of radius 1. */
const DIAMOND = 4 / 2.1;
/** Width of the line around what is open. */
const EDGE = 0.9;
const DIAMOND_EDGE = 1.5;

/** Fill and edge of each form. @type {Record<number, {fill: string, edge: string|null, diamond: boolean}>} */
const LOOK = {
  [DOT.attack]: { fill: 'scroll', edge: null, diamond: false },
  [DOT.retreat]: { fill: 'scroll-bg', edge: 'scroll', diamond: false },
  [DOT.unseen]: { fill: 'unknown-tint', edge: 'unknown', diamond: false },
  [DOT.lieAttack]: { fill: 'traitor', edge: null, diamond: true },
  [DOT.lieRetreat]: { fill: 'scroll-bg', edge: 'traitor', diamond: true },
};
const FORMS = Object.values(DOT);

/**
 * A painter of crowds; it keeps its buffer from frame to frame.
 * @returns {(to: Context, ratio: number, palette: Palette, shape: DotsShape) => void} the context's transform must be the stage's
 */
export function createDotPainter() {
  /** @type {{sheet: HTMLCanvasElement, on: Context, picture: ImageData, pixels: Uint32Array} | null} */
  let buffer = null;
  /** @type {{palette: Palette, key: string, stamps: Stamp[]} | null} */
  let made = null;
  return (to, ratio, palette, shape) => {
    if (shape.count <= DRAWN) {
      for (const form of FORMS) draw(to, palette, shape, form);
      return;
    }
    const dense = shape.count > DENSE;
    const density = dense ? 1 : ratio;
    const width = Math.max(1, Math.round((to.canvas.width * density) / ratio));
    const height = Math.max(1, Math.round((to.canvas.height * density) / ratio));
    if (buffer?.sheet.width !== width || buffer.sheet.height !== height) buffer = newBuffer(width, height);
    if (!buffer) return;
    const r = (dense ? SPECK : shape.r) * density;
    const key = `${r} ${density}`;
    if (made?.palette !== palette || made.key !== key) {
      const { on } = buffer;
      made = { palette, key, stamps: FORMS.map((form) => stampOf(form, r, density, (name) => bytesOf(on, palette.colour(name)))) };
    }
    buffer.pixels.fill(0);
    // Lies come last: none may vanish under the truth.
    for (const lies of [false, true]) press(buffer.pixels, width, height, density, shape, made.stamps, lies);
    buffer.on.putImageData(buffer.picture, 0, 0);
    to.drawImage(buffer.sheet, 0, 0, width / density, height / density);
  };
}

/** @param {number} width @param {number} height */
function newBuffer(width, height) {
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  const on = sheet.getContext('2d', { willReadFrequently: true });
  if (!on) return null;
  const picture = on.createImageData(width, height);
  return { sheet, on, picture, pixels: new Uint32Array(picture.data.buffer) };
}

/** All dots of one form as one path. @param {Context} to @param {Palette} palette @param {DotsShape} shape @param {number} form */
function draw(to, palette, { count, xy, form: forms, r }, form) {
  const look = LOOK[form];
  if (!look) return;
  const width = look.diamond ? DIAMOND_EDGE : EDGE;
  const reach = (look.diamond ? DIAMOND : 1) * r - (look.edge ? width / 2 : 0);
  to.beginPath();
  for (let i = 0; i < count; i += 1) {
    if (forms[i] !== form) continue;
    const x = xy[2 * i] ?? 0;
    const y = xy[2 * i + 1] ?? 0;
    to.moveTo(x + reach, y);
    if (look.diamond) {
      to.lineTo(x, y + reach);
      to.lineTo(x - reach, y);
      to.lineTo(x, y - reach);
      to.closePath();
    } else to.arc(x, y, reach, 0, 2 * Math.PI);
  }
  to.fillStyle = palette.colour(look.fill);
  to.fill();
  if (!look.edge) return;
  to.strokeStyle = palette.colour(look.edge);
  to.lineWidth = width;
  to.setLineDash([]);
  to.stroke();
}

/**
 * @param {Uint32Array} pixels @param {number} width @param {number} height @param {number} density
 * @param {DotsShape} shape @param {Stamp[]} stamps @param {boolean} lies
 */
function press(pixels, width, height, density, { count, xy, form }, stamps, lies) {
  for (let i = 0; i < count; i += 1) {
    const what = /** @type {number} */ (form[i]);
    if (what >= DOT.lieAttack !== lies) continue;
    const { dx, dy, colour, soft, reach } = /** @type {Stamp} */ (stamps[what]);
    const x = Math.round(/** @type {number} */ (xy[2 * i]) * density);
    const y = Math.round(/** @type {number} */ (xy[2 * i + 1]) * density);
    if (x < reach || y < reach || x >= width - reach || y >= height - reach) continue;
    for (let p = 0; p < dx.length; p += 1) {
      const at = (y + /** @type {number} */ (dy[p])) * width + x + /** @type {number} */ (dx[p]);
      // A soft edge must not eat into a dot that is already there.
      if (soft[p] === 0 || pixels[at] === 0) pixels[at] = /** @type {number} */ (colour[p]);
    }
  }
}

/**
 * @param {number} form @param {number} r in pixels @param {number} density
 * @param {(name: string) => Uint8ClampedArray} bytes @returns {Stamp}
 */
function stampOf(form, r, density, bytes) {
  const look = LOOK[form] ?? { fill: 'scroll', edge: null, diamond: false };
  const far = look.diamond ? Math.max(r * DIAMOND, 2) : r;
  const width = (look.diamond ? DIAMOND_EDGE * Math.SQRT2 : EDGE) * density;
  const fill = bytes(look.fill);
  const edge = look.edge ? bytes(look.edge) : fill;
  const reach = Math.ceil(far);
  /** @type {number[][]} */
  const cells = [];
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      const inside = look.diamond ? (far - Math.abs(x) - Math.abs(y)) / Math.SQRT2 : far - Math.hypot(x, y);
      const covered = Math.min(1, inside + 0.5);
      if (covered <= 0.1) continue;
      const from = look.edge && inside < width - 0.3 ? edge : fill;
      const one = new Uint8ClampedArray([from[0] ?? 0, from[1] ?? 0, from[2] ?? 0, 255 * covered]);
      cells.push([x, y, new Uint32Array(one.buffer)[0] ?? 0, covered < 1 ? 1 : 0]);
    }
  }
  return {
    dx: Int16Array.from(cells, (c) => c[0] ?? 0),
    dy: Int16Array.from(cells, (c) => c[1] ?? 0),
    colour: Uint32Array.from(cells, (c) => c[2] ?? 0),
    soft: Uint8Array.from(cells, (c) => c[3] ?? 0),
    reach,
  };
}

/** Any CSS colour as red, green, blue and opacity. @param {Context} on @param {string} colour */
function bytesOf(on, colour) {
  on.fillStyle = colour;
  on.fillRect(0, 0, 1, 1);
  const { data } = on.getImageData(0, 0, 1, 1);
  on.clearRect(0, 0, 1, 1);
  return data;
}
