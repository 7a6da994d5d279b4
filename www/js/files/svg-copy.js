// A drawing that stands in the page, written so that it looks the same where no style sheet is: what it is styled by becomes attributes.

import { at } from '../paint/svg.js';
import { colourOf } from './css-colour.js';

/** What a drawing says of itself, as it is. */
const KEPT = new Set([
  ...['d', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'points', 'dx', 'dy', 'viewBox', 'preserveAspectRatio'],
  ...['offset', 'gradientUnits', 'gradientTransform', 'clipPathUnits', 'maskUnits'],
]);
/** What children have from their parents unless they say otherwise, with what it is at first. */
const INHERITED = {
  'stroke-width': '1px', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'stroke-dasharray': 'none', 'stroke-dashoffset': '0px', 'fill-rule': 'nonzero',
  'font-family': '', 'font-size': '', 'font-weight': '400', 'font-style': 'normal', 'letter-spacing': 'normal', 'text-anchor': 'start', 'dominant-baseline': 'auto', 'paint-order': 'normal',
};
/** Of these only texts know anything. */
const OF_TEXTS = /^(font|letter|text|dominant)/;
/** What each element has alone. */
const OWN = { 'vector-effect': 'none' };

/** @typedef {Record<string, string>} Look */

/** @param {string} value */
const plain = (value) => value.replace(/"/g, "'").replace(/(\d)px\b/g, '$1');

/** A paint with what it lets through, each where it is not what surrounds it. @param {CSSStyleDeclaration} style @param {'fill' | 'stroke'} name @param {Look} around @param {Look} now */
function paint(style, name, around, now) {
  const computed = style.getPropertyValue(name);
  const found = colourOf(computed);
  now[name] = found ? found.colour : computed.startsWith('url') ? computed.replace(/"/g, '') : 'none';
  now[`${name}-opacity`] = String(Math.round((found?.opacity ?? 1) * Number(style.getPropertyValue(`${name}-opacity`)) * 1000) / 1000);
  return ['', '-opacity'].map((more) => (around[name + more] === now[name + more] ? '' : at(name + more, now[name + more]))).join('');
}

/** What is set by style sheets. @param {CSSStyleDeclaration} style @param {boolean} isText @param {Look} around what the parent has @param {Look} now filled with what it has */
function looks(style, isText, around, now) {
  let text = paint(style, 'fill', around, now) + paint(style, 'stroke', around, now);
  for (const name of Object.keys(INHERITED)) {
    if (!isText && OF_TEXTS.test(name)) continue;
    now[name] = plain(style.getPropertyValue(name));
    if (now[name] !== around[name]) text += at(name, now[name]);
  }
  for (const [name, usual] of Object.entries(OWN)) if (style.getPropertyValue(name) !== usual) text += at(name, style.getPropertyValue(name));
  return text;
}

/** Where it is now and how strong, by its style as by its own attribute: a copy would begin to move anew. @param {Element} node @param {CSSStyleDeclaration} style */
function where(node, style) {
  const [across, down = '0'] = style.translate === 'none' ? [] : style.translate.split(' ');
  const transform = node.getAttribute('transform') ?? (style.transform === 'none' ? '' : style.transform);
  const by = across ? `translate(${Number.parseFloat(across)} ${Number.parseFloat(down)})` : '';
  return at('transform', [by, transform].filter(Boolean).join(' ')) + (style.opacity === '1' ? '' : at('opacity', style.opacity));
}

/** What every element has before anybody says anything. */
export const AT_FIRST = Object.freeze({
  fill: '#000000', 'fill-opacity': '1', stroke: 'none', 'stroke-opacity': '1',
  ...Object.fromEntries(Object.entries(INHERITED).map(([name, value]) => [name, plain(value)])),
});

/**
 * An element of a drawing with all that is in it. `live` is where it stands, `worn` the same where it wears the theme that is asked for.
 * @param {Element} live @param {Element} worn @param {Look} around
 * @returns {string}
 */
export function copied(live, worn, around) {
  const [style, shown] = [getComputedStyle(worn), getComputedStyle(live)];
  if (shown.display === 'none' || shown.visibility === 'hidden') return '';
  const name = live.localName;
  /** @type {Look} */
  const now = { ...around };
  const isText = name === 'text' || name === 'tspan';
  const isRoot = name === 'svg';
  const own = [...live.attributes].filter((one) => KEPT.has(one.name) && !(isRoot && /^(x|y|width|height)$/.test(one.name)));
  const about = own.map((one) => at(one.name, one.value)).join('') + (isRoot ? '' : looks(style, isText, around, now) + where(live, shown));
  const inner = [...live.childNodes].map((child, i) => inside(child, worn.childNodes[i], now, isText)).join('');
  if (inner === '' && (name === 'g' || isText)) return '';
  return inner === '' && !isRoot ? `<${name}${about}/>` : `<${name}${about}>${inner}</${name}>`;
}

/** @param {Node} live @param {Node} worn @param {Look} around @param {boolean} isText @returns {string} */
function inside(live, worn, around, isText) {
  if (live instanceof Element && worn instanceof Element) return copied(live, worn, around);
  return isText && live.nodeType === Node.TEXT_NODE ? words(live.nodeValue ?? '') : '';
}

/** @type {Record<string, string>} */
const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** @param {string} text */
export const words = (text) => text.replace(/[&<>]/g, (sign) => ESCAPED[sign]);
