// Paints a scene as the text of an svg that stands alone: colours as they are, light as gradients, hatching under a mask. Pure.

import { at, marks, one } from './svg.js';

/** @typedef {import('../scene/types.js').Shape} Shape */
/** @typedef {import('../scene/types.js').GlowShape} GlowShape */
/** @typedef {import('../scene/types.js').WashShape} WashShape */
/** @typedef {import('../scene/types.js').HatchShape} HatchShape */
/** @typedef {Pick<import('./palette.js').Palette, 'colour' | 'night' | 'forced' | 'serif'>} Palette */

/** How far a hatching line leans, in parts of its height, as on the canvas. */
const SLANT = 0.62;
/** Around letters, where nothing else is said, as on the canvas. */
const HALO = 5;

/** A colour without its opacity, and that: not every program reads them in one. @param {string} colour @returns {[string, number]} */
export function apart(colour) {
  const parts = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(colour);
  return parts ? [`rgb(${parts.slice(1, 4).join(',')})`, Number(parts[4])] : [colour, 1];
}

/** Definitions by what they say, each named once. @param {string} prefix of names, one that no other drawing of a document has */
function definitions(prefix) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    /** @param {string} what with an empty name @returns {string} the reference to it */
    use(what) {
      const id = known.get(what) ?? `${prefix}${known.size + 1}`;
      known.set(what, id);
      return `url(#${id})`;
    },
    written: () => [...known].map(([what, id]) => what.replace(' id=""', ` id="${id}"`)).join(''),
  };
}

/**
 * @param {readonly Shape[]} shapes @param {Palette} palette @param {string} prefix
 * @returns {string} what stands within the svg element; a crowd has no lines and is left out
 */
export function sceneMarkup(shapes, palette, prefix) {
  const defined = definitions(prefix);
  const plain = (/** @type {string} */ name) => apart(palette.colour(name))[0];

  /** @param {WashShape} shape */
  function wash({ x, y, width, height, r, inner, outer }) {
    const about = at('cx', 0) + at('cy', 0) + at('r', 1) + at('gradientTransform', `translate(${x} ${y}) scale(${width * r} ${height * r})`);
    const stops = `<stop offset="0"${at('stop-color', plain(inner))}/><stop offset="1"${at('stop-color', plain(outer))}/>`;
    const light = defined.use(`<radialGradient id="" gradientUnits="userSpaceOnUse"${about}>${stops}</radialGradient>`);
    return `<rect${at('width', width)}${at('height', height)} fill="${light}"/>`;
  }

  /** @param {GlowShape} shape */
  function glow({ x, y, rx, ry, colour, stops, opacity, night }) {
    if (palette.forced || (night && !palette.night)) return '';
    const written = stops.map(([place, strength]) => `<stop${at('offset', place)}${at('stop-color', plain(colour))}${at('stop-opacity', strength)}/>`);
    const light = defined.use(`<radialGradient id="">${written.join('')}</radialGradient>`);
    return `<ellipse${at('cx', x)}${at('cy', y)}${at('rx', rx)}${at('ry', ry)} fill="${light}"${at('opacity', opacity)}/>`;
  }

  /** @param {HatchShape} shape */
  function hatch({ curves, width, gap, stroke, lineWidth, opacity }) {
    if (curves.length === 0) return '';
    const xs = curves.flatMap(({ x0, cx, x1 }) => [x0, cx, x1]);
    const ys = curves.flatMap(({ y0, cy, y1 }) => [y0, cy, y1]);
    const [left, right, top, bottom] = [Math.min(...xs) - width, Math.max(...xs) + width, Math.min(...ys) - width, Math.max(...ys) + width].map(Math.round);
    const bands = marks(curves.map((curve) => ({ kind: 'curve', ...curve, stroke: 'white', width, cap: 'round' })), (name) => name);
    const room = at('x', left) + at('y', top) + at('width', right - left) + at('height', bottom - top);
    const mask = defined.use(`<mask id="" maskUnits="userSpaceOnUse"${room}>${bands}</mask>`);
    const down = bottom - top;
    let d = '';
    for (let x = left - down * SLANT; x < right; x += gap) d += `M${Math.round(x * 10) / 10} ${top}l${Math.round(down * SLANT)} ${down}`;
    return `<g mask="${mask}"><path${at('d', d)} fill="none"${at('stroke', plain(stroke))}${at('stroke-width', lineWidth)}${at('opacity', opacity)}/></g>`;
  }

  /** What is drawn with colours that let through is itself so much fainter. @param {import('../scene/types.js').Mark} shape */
  function mark(shape) {
    const fill = 'fill' in shape && shape.fill ? apart(palette.colour(shape.fill))[1] : 1;
    const stroke = 'stroke' in shape && shape.stroke ? apart(palette.colour(shape.stroke))[1] : 1;
    const through = Math.min(fill, stroke);
    const whole = through < 1 ? { ...shape, opacity: (shape.opacity ?? 1) * through } : shape;
    if (whole.kind === 'text') return text(whole);
    // Without a fill a path of an svg is black.
    return one(whole.kind === 'path' || whole.kind === 'disc' ? { fill: 'none', ...whole } : whole, (name) => (name === 'none' ? name : plain(name)));
  }

  /** @param {import('../scene/types.js').TextShape} shape */
  function text(shape) {
    const { halo, haloWidth = HALO, fill = 'ink' } = shape;
    const letters = one({ ...shape, fill }, plain);
    const around = halo ? `<text paint-order="stroke" stroke-linejoin="round"${at('stroke', plain(halo))}${at('stroke-width', haloWidth)}` : '<text';
    return letters.replace('<text', around);
  }

  /** @param {Shape} shape @returns {string} */
  function shapeMarkup(shape) {
    switch (shape.kind) {
      case 'wash':
        return wash(shape);
      case 'glow':
        return glow(shape);
      case 'hatch':
        return hatch(shape);
      case 'still':
        return shape.shapes.map(shapeMarkup).join('');
      case 'crowd':
        return '';
      default:
        return mark(shape);
    }
  }

  const body = shapes.map(shapeMarkup).join('');
  const named = defined.written();
  return `${named && `<defs>${named}</defs>`}${body}`;
}
