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
const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign]);

/** Hundredths of a pixel are as fine as anybody sees. @param {string | number} value */
const written = (value) => escaped(typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);

/** @param {string} tag @param {Attributes} attributes @param {string} inner text that is markup */
function element(tag, attributes, inner) {
  let text = `<${tag}`;
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== '') text += ` ${name}="${written(value)}"`;
  return `${text}>${inner}</${tag}>`;
}

/** @param {Named} shape @returns {Attributes} */
function named({ class: kind, style, data }) {
  /** @type {Attributes} */
  const attributes = { class: kind, style };
  for (const name in data) attributes[`data-${name}`] = data[name];
  return attributes;
}

/** @param {import('../scene/types.js').Stroke} shape @param {Colours} colour @returns {Attributes} */
const line = ({ stroke, width = 1, dash, cap, join, opacity }, colour) => ({
  opacity,
  ...(stroke && {
    stroke: colour(stroke),
    'stroke-width': width,
    'stroke-dasharray': dash?.join(' '),
    'stroke-linecap': cap,
    'stroke-linejoin': join,
  }),
});

/** @param {import('../scene/types.js').Placed} shape */
function transform({ x = 0, y = 0, scale = 1, stretch = scale, mirror, rotate }) {
  const parts = [];
  if (x || y) parts.push(`translate(${written(x)} ${written(y)})`);
  // A scale is a factor: it is not rounded.
  if (scale !== 1 || stretch !== 1 || mirror) parts.push(`scale(${mirror ? -scale : scale} ${stretch})`);
  if (rotate) parts.push(`rotate(${written(rotate)})`);
  return parts.join(' ');
}

/** @param {import('../scene/types.js').TextShape} shape @param {Colours} colour */
function text(shape, colour) {
  const { x, y, size, weight, align, italic, rotate, fill, opacity, aside } = shape;
  const attributes = {
    ...named(shape),
    x,
    y,
    fill: fill && colour(fill),
    opacity,
    'font-size': size,
    'font-weight': weight,
    'font-style': italic ? 'italic' : null,
    'text-anchor': align,
    transform: rotate ? `rotate(${written(rotate)} ${written(x)} ${written(y)})` : null,
  };
  return element('text', attributes, escaped(shape.text) + (aside ? element('tspan', { dx: ASIDE }, escaped(aside)) : ''));
}

/** @param {Drawn} shape @param {Colours} colour @returns {string} light is left out */
function one(shape, colour) {
  const fill = 'fill' in shape && shape.fill ? colour(shape.fill) : null;
  switch (shape.kind) {
    case 'path': {
      const { d, rule, under } = shape;
      const how = { fill, 'fill-rule': rule, 'paint-order': under ? 'stroke' : null, ...line(shape, colour) };
      return element('path', { ...named(shape), d, transform: transform(shape), ...how }, '');
    }
    case 'disc': {
      const { x: cx, y: cy, rx, ry } = shape;
      const about = { ...named(shape), cx, cy, fill, ...line(shape, colour) };
      return rx === ry ? element('circle', { ...about, r: rx }, '') : element('ellipse', { ...about, rx, ry }, '');
    }
    case 'curve': {
      const [x0, y0, cx, cy, x1, y1] = [shape.x0, shape.y0, shape.cx, shape.cy, shape.x1, shape.y1].map(written);
      return element('path', { d: `M${x0} ${y0}Q${cx} ${cy} ${x1} ${y1}`, fill: 'none', ...line(shape, colour) }, '');
    }
    case 'box': {
      const { x, y, width, height, r } = shape;
      return element('rect', { ...named(shape), x, y, width, height, rx: r }, '');
    }
    case 'text':
      return text(shape, colour);
    case 'group':
      return element('g', { ...named(shape), transform: transform(shape) }, marks(shape.shapes, colour));
    default:
      return '';
  }
}

/** @param {readonly Drawn[]} shapes @param {Colours} colour */
const marks = (shapes, colour) => shapes.map((shape) => one(shape, colour)).join('');

/**
 * A drawing.
 * @param {Attributes} attributes of the svg element @param {readonly Drawn[]} shapes
 * @param {Colours} [colour] what a token is; left out, the styles of the page say it
 */
export const picture = (attributes, shapes, colour = asTokens) => element('svg', attributes, marks(shapes, colour));
