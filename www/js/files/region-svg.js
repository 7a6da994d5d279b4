// A region of the page as a drawing: its drawings where they stand, its words as texts, its boxes as rectangles; in the colours of either theme.

import { el } from '../kit/dom.js';
import { at } from '../paint/svg.js';
import { colourOf } from './css-colour.js';
import { AT_FIRST, copied, words } from './svg-copy.js';

/** @typedef {{left: number, top: number, width: number, height: number}} Box */
/** @typedef {{markup: string, width: number, height: number}} Region */

/** Around what is drawn. */
const AROUND = 16;
/** What only programs that read aloud can find is so small. */
const UNSEEN = 2;

/**
 * The same elements where they wear a theme: within the same elements as in the page, out of sight.
 * @param {HTMLElement} root of the page part @param {HTMLElement} node @param {import('./types.js').FileOptions['theme']} theme
 */
function wornCopy(root, node, theme) {
  const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
  /** @type {HTMLElement} */
  let outer = copy;
  for (let around = node.parentElement; around; around = around.parentElement) {
    const shell = around === root ? el('div') : /** @type {HTMLElement} */ (around.cloneNode(false));
    if (around === root) for (const { name, value } of root.attributes) shell.setAttribute(name, value);
    shell.append(outer);
    outer = shell;
    if (around === root) break;
  }
  for (const one of [outer, ...outer.querySelectorAll('[id]')]) one.removeAttribute('id');
  outer.dataset.theme = theme;
  outer.inert = true;
  outer.style.cssText += ';position:fixed;inset:0;visibility:hidden;pointer-events:none;contain:strict;z-index:-1';
  return { copy, outer };
}

/** @param {Element} node @returns {Box} */
const boxOf = (node) => node.getBoundingClientRect();

/** @param {number} value */
const tenth = (value) => Math.round(value * 10) / 10;

/** A box with its ground and its border, where it has them. @param {CSSStyleDeclaration} style @param {Box} box @param {Box} from */
function boxMarkup(style, box, from) {
  const ground = colourOf(style.backgroundColor);
  const width = Number.parseFloat(style.borderTopWidth);
  const line = width > 0 && style.borderTopStyle !== 'none' ? colourOf(style.borderTopColor) : null;
  const hasAll = [style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth].every((other) => other === style.borderTopWidth);
  const isFilled = ground !== null && ground.opacity > 0;
  const isLined = line !== null && line.opacity > 0 && hasAll;
  const [x, y] = [box.left - from.left, box.top - from.top];
  /** A line on one side alone. @param {string} side @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
  const edge = (side, x0, y0, x1, y1) => {
    const wide = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const colour = colourOf(style.getPropertyValue(`border-${side}-color`));
    if (!wide || !colour?.opacity) return '';
    return `<path${at('d', `M${tenth(x0)} ${tenth(y0)}L${tenth(x1)} ${tenth(y1)}`)}${at('stroke', colour.colour)}${at('stroke-width', wide)}/>`;
  };
  const [right, bottom] = [x + box.width, y + box.height];
  const edges = hasAll ? '' : edge('top', x, y, right, y) + edge('right', right, y, right, bottom) + edge('bottom', x, bottom, right, bottom) + edge('left', x, y, x, bottom);
  if (!isFilled && !isLined) return edges;
  const inset = isLined ? width / 2 : 0;
  const place = at('x', x + inset) + at('y', y + inset) + at('width', box.width - 2 * inset) + at('height', box.height - 2 * inset);
  const round = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
  const fill = isFilled ? at('fill', ground.colour) + (ground.opacity < 1 ? at('fill-opacity', ground.opacity) : '') : ' fill="none"';
  const stroke = isLined ? at('stroke', line.colour) + at('stroke-width', width) + (line.opacity < 1 ? at('stroke-opacity', line.opacity) : '') : '';
  return `<rect${place}${round ? at('rx', round) : ''}${fill}${stroke}/>${edges}`;
}

/** The lines of a text as they are broken in the page. @param {Text} node @returns {{text: string, left: number, top: number, height: number}[]} */
function linesOf(node) {
  const range = document.createRange();
  /** @type {{text: string, left: number, top: number, height: number}[]} */
  const lines = [];
  const text = node.data;
  for (let i = 0; i < text.length; ) {
    const length = String.fromCodePoint(/** @type {number} */ (text.codePointAt(i))).length;
    range.setStart(node, i);
    range.setEnd(node, i + length);
    const [box] = range.getClientRects();
    const last = lines.at(-1);
    if (box && last && Math.abs(last.top - box.top) < box.height / 2) last.text += text.slice(i, i + length);
    else if (box) lines.push({ text: text.slice(i, i + length), left: box.left, top: box.top, height: box.height });
    i += length;
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, (space) => (/[^ \n\t]/.test(space) ? space : ' ')).trimEnd() })).filter(({ text }) => text.trim() !== '');
}

/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/** How far the base line is below the top of letters, in parts of their height. @param {string} font */
function baseOf(font) {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return 0.8;
  ruler.font = font;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ruler.measureText('x');
  return up / (up + down);
}

/** @param {Text} node @param {CSSStyleDeclaration} live @param {CSSStyleDeclaration} worn @param {Box} from */
function textMarkup(node, live, worn, from) {
  const colour = colourOf(worn.color);
  if (!colour) return '';
  const base = baseOf(`${live.fontStyle} ${live.fontWeight} ${live.fontSize} ${live.fontFamily}`);
  const letters =
    at('font-family', live.fontFamily.replace(/"/g, "'")) +
    at('font-size', Number.parseFloat(live.fontSize)) +
    (live.fontWeight === '400' ? '' : at('font-weight', live.fontWeight)) +
    (live.fontStyle === 'normal' ? '' : at('font-style', live.fontStyle)) +
    (live.letterSpacing === 'normal' ? '' : at('letter-spacing', Number.parseFloat(live.letterSpacing)));
  const fill = at('fill', colour.colour) + (colour.opacity < 1 ? at('fill-opacity', colour.opacity) : '');
  return linesOf(node)
    .map(({ text, left, top, height }) => {
      const said = live.textTransform === 'uppercase' ? text.toUpperCase() : text;
      return `<text${at('x', tenth(left - from.left))}${at('y', tenth(top - from.top + base * height))}${fill}${letters}>${words(said)}</text>`;
    })
    .join('');
}

/** @param {Element} live @param {Element} worn @param {Box} from @returns {string} */
function nodeMarkup(live, worn, from) {
  const [is, wears] = [getComputedStyle(live), getComputedStyle(worn)];
  if (is.display === 'none' || is.visibility === 'hidden') return '';
  const box = boxOf(live);
  if (live instanceof SVGSVGElement) {
    const place = at('x', box.left - from.left) + at('y', box.top - from.top) + at('width', box.width) + at('height', box.height);
    return copied(live, worn, AT_FIRST).replace('<svg', `<svg${place}${is.overflow === 'visible' ? ' overflow="visible"' : ''}`);
  }
  if (is.display !== 'contents' && box.width < UNSEEN && box.height < UNSEEN) return '';
  const inner = [...live.childNodes].map((child, i) => {
    const other = worn.childNodes[i];
    if (child instanceof Element && other instanceof Element) return nodeMarkup(child, other, from);
    return child instanceof Text ? textMarkup(child, is, wears, from) : '';
  });
  const whole = boxMarkup(wears, box, from) + inner.join('');
  return wears.opacity === '1' || whole === '' ? whole : `<g${at('opacity', wears.opacity)}>${whole}</g>`;
}

/** What an element shows, also what is scrolled out of sight. @param {HTMLElement} node @returns {Box & {right: number, bottom: number}} */
function contentBox(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return /** @type {Element} */ (node) instanceof SVGElement ? node.getBoundingClientRect() : range.getBoundingClientRect();
}

/** All of what these elements show, with some room around. @param {HTMLElement[]} nodes @returns {Box} */
function whole(nodes) {
  const boxes = nodes.map(contentBox);
  const left = Math.min(...boxes.map((box) => box.left)) - AROUND;
  const top = Math.min(...boxes.map((box) => box.top)) - AROUND;
  const right = Math.max(...boxes.map((box) => box.right)) + AROUND;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + AROUND;
  return { left, top, width: Math.ceil(right - left), height: Math.ceil(bottom - top) };
}

/** The colour behind an element: its own, or that of the nearest around it which has one. @param {Element | null} node @returns {string} */
function groundOf(node) {
  const found = node && colourOf(getComputedStyle(node).backgroundColor);
  return found?.opacity === 1 ? found.colour : node ? groundOf(node.parentElement) : 'none';
}

/**
 * @param {HTMLElement} root of the page part @param {HTMLElement[]} nodes @param {import('./types.js').FileOptions['theme']} theme
 * @returns {Region}
 */
export function regionMarkup(root, nodes, theme) {
  const from = whole(nodes);
  let ground = '';
  const markup = nodes.map((node) => {
    const { copy, outer } = wornCopy(root, node, theme);
    document.body.append(outer);
    try {
      ground ||= groundOf(copy.parentElement);
      return nodeMarkup(node, copy, from);
    } finally {
      outer.remove();
    }
  });
  const { width, height } = from;
  return { markup: `<rect${at('width', width)}${at('height', height)}${at('fill', ground)}/>${markup.join('')}`, width, height };
}
