// Crowds of messengers as dots, grouped by what they are: round and few calls, then squares, then plain pixels.
import { DOT } from '../scene/crowd.js';

/** @typedef {import('../scene/types.js').DotsShape} DotsShape */
/** @typedef {import('./palette.js').Palette} Palette */

/** Up to this many are true discs; a batch of arcs costs several times a batch of squares. */
const ROUND = 3000;
/** Beyond this many they are written as pixels, one to a CSS px, and what is seen is their density. */
const DENSE = 20_000;
/** Half the diagonal of a lie's diamond. */
const DIAMOND = 4;

/** @param {CanvasRenderingContext2D} to its transform is the stage's @param {number} ratio @param {Palette} palette @param {DotsShape} shape */
export function paintDots(to, ratio, palette, shape) {
  if (shape.count > DENSE) paintDense(to, ratio, palette, shape);
  else {
    const draw = shape.count > ROUND ? squares : discs;
    draw(to, shape, (form) => form === DOT.attack, palette.colour('scroll'), null);
    draw(to, shape, (form) => form === DOT.retreat, palette.colour('scroll-bg'), palette.colour('scroll'));
    draw(to, shape, (form) => form === DOT.unseen, palette.colour('unknown-tint'), palette.colour('unknown'));
    diamonds(to, shape, palette);
  }
}

/** @typedef {(to: CanvasRenderingContext2D, shape: DotsShape, of: (form: number) => boolean, fill: string, edge: string|null) => void} Draw */

/** @type {Draw} */
function discs(to, { count, xy, form, r }, of, fill, edge) {
  to.beginPath();
  const radius = edge ? r - 0.45 : r;
  for (let i = 0; i < count; i += 1) {
    if (!of(/** @type {number} */ (form[i]))) continue;
    const x = /** @type {number} */ (xy[2 * i]);
    const y = /** @type {number} */ (xy[2 * i + 1]);
    to.moveTo(x + radius, y);
    to.arc(x, y, radius, 0, 2 * Math.PI);
  }
  to.fillStyle = fill;
  to.fill();
  if (!edge) return;
  to.strokeStyle = edge;
  to.lineWidth = 0.9;
  to.setLineDash([]);
  to.stroke();
}

/** @type {Draw} */
function squares(to, { count, xy, form, r }, of, fill, edge) {
  const half = r * 0.88;
  const rects = (/** @type {string} */ colour, /** @type {number} */ by) => {
    to.fillStyle = colour;
    for (let i = 0; i < count; i += 1) {
      if (of(/** @type {number} */ (form[i]))) to.fillRect(/** @type {number} */ (xy[2 * i]) - by, /** @type {number} */ (xy[2 * i + 1]) - by, 2 * by, 2 * by);
    }
  };
  rects(edge ?? fill, half);
  if (edge) rects(fill, half - 0.9);
}

/** Lies: diamonds, filled for attack, open for retreat. @param {CanvasRenderingContext2D} to @param {DotsShape} shape @param {Palette} palette */
function diamonds(to, { count, xy, form, r }, palette) {
  const far = (DIAMOND * r) / 2.1;
  for (const what of [DOT.lieAttack, DOT.lieRetreat]) {
    to.beginPath();
    for (let i = 0; i < count; i += 1) {
      if (form[i] !== what) continue;
      const x = /** @type {number} */ (xy[2 * i]);
      const y = /** @type {number} */ (xy[2 * i + 1]);
      to.moveTo(x - far, y);
      to.lineTo(x, y - far);
      to.lineTo(x + far, y);
      to.lineTo(x, y + far);
      to.closePath();
    }
    if (what === DOT.lieAttack) {
      to.fillStyle = palette.colour('traitor');
      to.fill();
    } else {
      to.fillStyle = palette.colour('scroll-bg');
      to.fill();
      to.strokeStyle = palette.colour('traitor');
      to.lineWidth = 1.4;
      to.setLineDash([]);
      to.stroke();
    }
  }
}

/** @param {CanvasRenderingContext2D} to @param {number} ratio @param {Palette} palette @param {DotsShape} shape */
function paintDense(to, ratio, palette, { count, xy, form }) {
  const width = Math.ceil(to.canvas.width / ratio);
  const height = Math.ceil(to.canvas.height / ratio);
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  const on = sheet.getContext('2d');
  if (!on) return;
  const picture = on.createImageData(width, height);
  const pixels = new Uint32Array(picture.data.buffer);
  const ink = pixelOf(on, palette.colour('scroll'));
  const open = pixelOf(on, palette.colour('scroll-bg'));
  const lie = pixelOf(on, palette.colour('traitor'));
  for (let i = 0; i < count; i += 1) {
    const x = Math.round(/** @type {number} */ (xy[2 * i]));
    const y = Math.round(/** @type {number} */ (xy[2 * i + 1]));
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) continue;
    const at = y * width + x;
    const what = /** @type {number} */ (form[i]);
    if (what >= DOT.lieAttack) {
      pixels[at] = what === DOT.lieAttack ? lie : open;
      pixels[at - 1] = lie;
      pixels[at + 1] = lie;
      pixels[at - width] = lie;
      pixels[at + width] = lie;
    } else {
      pixels[at] = what === DOT.retreat ? open : ink;
      pixels[at + 1] = ink;
    }
  }
  on.putImageData(picture, 0, 0);
  to.drawImage(sheet, 0, 0, width, height);
}

/** A colour as one number in the byte order of image data. @param {CanvasRenderingContext2D} on @param {string} colour */
function pixelOf(on, colour) {
  on.fillStyle = colour;
  on.fillRect(0, 0, 1, 1);
  const { data } = on.getImageData(0, 0, 1, 1);
  on.clearRect(0, 0, 1, 1);
  return new Uint32Array(data.buffer)[0] ?? 0;
}
