// Paints shapes as the text of an svg element: for figures and signs in the page. Everything is escaped. Pure.

/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** @typedef {import('../scene/types.js').Colour} Colour */
/** @typedef {import('../scene/types.js').Named} Named */
/** @typedef {(name: Colour) => string} Colours */
/** @typedef {Record<string, string | number | null | undefined>} Attributes */

/** Before what is said aside. */
const ASIDE = 8;

/** A token as the styles of the page have it, whatever the theme is now. @type {Colours} */
const asTokens = (name) => (name === 'currentColor' ? name : `var(--${name})`);

/** @type {Record<string, string>} */
const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const SIGNS = /[&<>"]/g;
/** Most texts have nothing to escape: they are only looked through. @param {string} text */
const escaped = (text) => (text.search(SIGNS) < 0 ? text : text.replace(SIGNS, (sign) => ESCAPED[sign]));

/** Hundredths of a pixel are as fine as anybody sees. @param {string | number} value */
const written = (value) => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value));

/** An attribute as it is written; what is not said is not. @param {string} name @param {string | number | null | undefined} value */
export const at = (name, value) => (value === null || value === undefined || value === '' ? '' : ` ${name}="${written(value)}"`);

/** @param {Named} shape */
function named({ class: kind, style, data }) {
  let text = at('class', kind) + at('style', style);
  for (const name in data) text += at(`data-${name}`, data[name]);
  return text;
}

/** @param {import('../scene/types.js').Stroke} shape @param {Colours} colour */
function line({ stroke, width = 1, dash, cap, join, opacity }, colour) {
  if (!stroke) return at('opacity', opacity);
  const ends = at('stroke-linecap', cap) + at('stroke-linejoin', join);
  return at('opacity', opacity) + at('stroke', colour(stroke)) + at('stroke-width', width) + at('stroke-dasharray', dash?.join(' ')) + ends;
}

/** @param {import('../scene/types.js').Placed} shape */
function transform({ x = 0, y = 0, scale = 1, stretch = scale, mirror, rotate }) {
  const parts = [];
  if (x || y) parts.push(`translate(${written(x)} ${written(y)})`);
  // A scale is a factor: it is not rounded.
  if (scale !== 1 || stretch !== 1 || mirror) parts.push(`scale(${mirror ? -scale : scale} ${stretch})`);
  if (rotate) parts.push(`rotate(${written(rotate)})`);
  return at('transform', parts.join(' '));
}

/** @param {import('../scene/types.js').TextShape} shape @param {Colours} colour */
function text(shape, colour) {
  const { x, y, size, weight, align, italic, rotate, fill, opacity, aside } = shape;
  const turned = rotate ? `rotate(${written(rotate)} ${written(x)} ${written(y)})` : '';
  const letters = at('font-size', size) + at('font-weight', weight) + at('font-style', italic ? 'italic' : '') + at('text-anchor', align);
  const more = aside ? `<tspan dx="${ASIDE}">${escaped(aside)}</tspan>` : '';
  const about = named(shape) + at('x', x) + at('y', y) + at('fill', fill && colour(fill)) + at('opacity', opacity) + letters;
  return `<text${about}${at('transform', turned)}>${escaped(shape.text)}${more}</text>`;
}

/** @param {import('../scene/types.js').PathShape} shape @param {Colours} colour */
function path(shape, colour) {
  const { d, fill, rule, under } = shape;
  const how = at('fill', fill && colour(fill)) + at('fill-rule', rule) + at('paint-order', under ? 'stroke' : '');
  return `<path${named(shape)}${at('d', d)}${transform(shape)}${how}${line(shape, colour)}></path>`;
}

/** @param {import('../scene/types.js').DiscShape} shape @param {Colours} colour */
function disc(shape, colour) {
  const { x, y, rx, ry, fill } = shape;
  const about = named(shape) + at('cx', x) + at('cy', y) + at('fill', fill && colour(fill)) + line(shape, colour);
  return rx === ry ? `<circle${about}${at('r', rx)}></circle>` : `<ellipse${about}${at('rx', rx)}${at('ry', ry)}></ellipse>`;
}

/** @param {import('../scene/types.js').CurveShape} shape @param {Colours} colour */
function curve(shape, colour) {
  const [x0, y0, cx, cy, x1, y1] = [shape.x0, shape.y0, shape.cx, shape.cy, shape.x1, shape.y1].map(written);
  return `<path d="M${x0} ${y0}Q${cx} ${cy} ${x1} ${y1}" fill="none"${line(shape, colour)}></path>`;
}

/** @param {import('../scene/types.js').BoxShape} shape */
function box(shape) {
  const { x, y, width, height, r } = shape;
  return `<rect${named(shape)}${at('x', x)}${at('y', y)}${at('width', width)}${at('height', height)}${at('rx', r)}></rect>`;
}

/** @param {Drawn} shape @param {Colours} colour @returns {string} light is left out */
export function one(shape, colour) {
  switch (shape.kind) {
    case 'path':
      return path(shape, colour);
    case 'disc':
      return disc(shape, colour);
    case 'curve':
      return curve(shape, colour);
    case 'box':
      return box(shape);
    case 'text':
      return text(shape, colour);
    case 'group':
      return `<g${named(shape)}${transform(shape)}>${marks(shape.shapes, colour)}</g>`;
    default:
      return '';
  }
}

/** @param {readonly Drawn[]} shapes @param {Colours} colour */
export const marks = (shapes, colour) => shapes.map((shape) => one(shape, colour)).join('');

/**
 * A drawing.
 * @param {Attributes} attributes of the svg element @param {readonly Drawn[]} shapes
 * @param {Colours} [colour] what a token is; left out, the styles of the page say it
 */
export function picture(attributes, shapes, colour = asTokens) {
  const about = Object.entries(attributes).map(([name, value]) => at(name, value));
  return `<svg${about.join('')}>${marks(shapes, colour)}</svg>`;
}
