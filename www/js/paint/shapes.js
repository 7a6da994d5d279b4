// Each kind of shape on a 2D context, in colours of a palette.

import { thinned } from './palette.js';

/** @typedef {import('../scene/types.js').PathShape} PathShape */
/** @typedef {import('../scene/types.js').DiscShape} DiscShape */
/** @typedef {import('../scene/types.js').CurveShape} CurveShape */
/** @typedef {import('../scene/types.js').TextShape} TextShape */
/** @typedef {import('../scene/types.js').GlowShape} GlowShape */
/** @typedef {import('../scene/types.js').HatchShape} HatchShape */
/** @typedef {import('../scene/types.js').WashShape} WashShape */
/** @typedef {import('../scene/types.js').Stroke} Stroke */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {CanvasRenderingContext2D} Context */

/** How the stage is laid on the canvas, in device px. @typedef {{r: number, x: number, y: number}} Onto */

/** @type {number[]} */
const NO_DASH = [];
/** How far a hatching line leans, in parts of its height. */
const SLANT = 0.62;

/** Stage coordinates, and how strong. @param {Context} to @param {Onto} at @param {number} [opacity] */
function base(to, { r, x, y }, opacity = 1) {
  to.setTransform(r, 0, 0, r, x, y);
  to.globalAlpha = opacity;
}

/** Sets the line of a shape; false if it has none. @param {Context} to @param {Palette} palette @param {Stroke} shape */
function pen(to, palette, { stroke, width = 1, dash, cap = 'butt', join = 'miter' }) {
  if (!stroke) return false;
  to.strokeStyle = palette.colour(stroke);
  to.lineWidth = width;
  to.lineCap = cap;
  to.lineJoin = join;
  to.setLineDash(dash ? /** @type {number[]} */ (dash) : NO_DASH);
  return true;
}

/** @param {Context} to @param {Onto} at @param {Palette} palette @param {PathShape} shape @param {Path2D} path */
export function paintPath(to, at, palette, shape, path) {
  const across = (shape.scale ?? 1) * at.r;
  const down = (shape.stretch ?? shape.scale ?? 1) * at.r;
  to.setTransform(shape.mirror ? -across : across, 0, 0, down, at.x + (shape.x ?? 0) * at.r, at.y + (shape.y ?? 0) * at.r);
  if (shape.rotate) to.rotate((shape.rotate * Math.PI) / 180);
  to.globalAlpha = shape.opacity ?? 1;
  if (shape.under && pen(to, palette, shape)) to.stroke(path);
  if (shape.fill) {
    to.fillStyle = palette.colour(shape.fill);
    to.fill(path, shape.rule ?? 'nonzero');
  }
  if (!shape.under && pen(to, palette, shape)) to.stroke(path);
}

/** @param {Context} to @param {Onto} at @param {Palette} palette @param {DiscShape} shape */
export function paintDisc(to, at, palette, shape) {
  base(to, at, shape.opacity);
  to.beginPath();
  to.ellipse(shape.x, shape.y, shape.rx, shape.ry, 0, 0, 2 * Math.PI);
  if (shape.fill) {
    to.fillStyle = palette.colour(shape.fill);
    to.fill();
  }
  if (pen(to, palette, shape)) to.stroke();
}

/** @param {Context} to @param {Onto} at @param {Palette} palette @param {CurveShape} shape */
export function paintCurve(to, at, palette, shape) {
  base(to, at, shape.opacity);
  to.beginPath();
  to.moveTo(shape.x0, shape.y0);
  to.quadraticCurveTo(shape.cx, shape.cy, shape.x1, shape.y1);
  if (pen(to, palette, shape)) to.stroke();
}

/** @param {Context} to @param {Onto} at @param {Palette} palette @param {TextShape} shape */
export function paintText(to, at, palette, shape) {
  const { text, x, y, size, weight = 400, align, fill = 'ink', halo, haloWidth = 5 } = shape;
  base(to, at, shape.opacity);
  if (shape.rotate) {
    to.translate(x, y);
    to.rotate((shape.rotate * Math.PI) / 180);
    to.translate(-x, -y);
  }
  to.font = `${shape.italic ? 'italic ' : ''}${weight} ${size}px ${palette.serif}`;
  to.textAlign = align === 'middle' ? 'center' : align === 'end' ? 'right' : 'left';
  to.textBaseline = 'alphabetic';
  if (halo) {
    to.strokeStyle = palette.colour(halo);
    to.lineWidth = haloWidth;
    to.lineJoin = 'round';
    to.setLineDash(NO_DASH);
    to.strokeText(text, x, y);
  }
  to.fillStyle = palette.colour(fill);
  to.fillText(text, x, y);
}

/** @param {Context} to @param {Onto} at @param {Palette} palette @param {GlowShape} shape */
export function paintGlow(to, at, palette, { x, y, rx, ry, colour, stops, opacity, night }) {
  if (palette.forced || (night && !palette.night)) return;
  const light = to.createRadialGradient(0, 0, 0, 0, 0, 1);
  for (const [at, strength] of stops) light.addColorStop(at, thinned(palette.colour(colour), strength));
  to.setTransform(rx * at.r, 0, 0, ry * at.r, at.x + x * at.r, at.y + y * at.r);
  to.globalAlpha = opacity;
  to.fillStyle = light;
  to.beginPath();
  to.arc(0, 0, 1, 0, 2 * Math.PI);
  to.fill();
}

/** @param {Context} to @param {Onto} at @param {Palette} palette @param {WashShape} shape */
export function paintWash(to, at, palette, { x, y, width, height, r, inner, outer }) {
  base(to, at);
  to.fillStyle = palette.colour(outer);
  to.fillRect(0, 0, width, height);
  to.setTransform(width * r * at.r, 0, 0, height * r * at.r, at.x + x * at.r, at.y + y * at.r);
  const light = to.createRadialGradient(0, 0, 0, 0, 0, 1);
  light.addColorStop(0, palette.colour(inner));
  light.addColorStop(1, palette.colour(outer));
  to.fillStyle = light;
  to.fillRect(-x / (width * r), -y / (height * r), 1 / r, 1 / r);
}

/**
 * The bands are drawn whole on a sheet of their own, then only their slanting lines are left.
 * @param {Context} to @param {Onto} at @param {Palette} palette @param {HatchShape} shape
 */
export function paintHatch(to, at, palette, { curves, width, gap, stroke, lineWidth, opacity }) {
  if (curves.length === 0) return;
  const sheet = document.createElement('canvas');
  sheet.width = to.canvas.width;
  sheet.height = to.canvas.height;
  const on = sheet.getContext('2d');
  if (!on) return;
  base(on, at);
  on.strokeStyle = palette.colour(stroke);
  on.lineWidth = width;
  on.lineCap = 'round';
  on.beginPath();
  for (const { x0, y0, cx, cy, x1, y1 } of curves) {
    on.moveTo(x0, y0);
    on.quadraticCurveTo(cx, cy, x1, y1);
  }
  on.stroke();
  on.globalCompositeOperation = 'source-in';
  on.lineWidth = lineWidth;
  on.beginPath();
  const left = -at.x / at.r;
  const top = -at.y / at.r;
  const across = sheet.width / at.r;
  const down = sheet.height / at.r;
  for (let x = left - down; x < left + across; x += gap) {
    on.moveTo(x, top);
    on.lineTo(x + down * SLANT, top + down);
  }
  on.stroke();
  to.setTransform(1, 0, 0, 1, 0, 0);
  to.globalAlpha = opacity;
  to.drawImage(sheet, 0, 0);
}
