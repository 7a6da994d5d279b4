// Token names to colours as the page has them now; in forced colours everything becomes the system's ink on its paper.

/** @typedef {{colour: (name: string) => string, night: boolean, forced: boolean, serif: string}} Palette */

/** A mixture of two tokens: from the first so many parts towards the second. @typedef {readonly [string, string, number]} Mix */

/** Colours of the drawn art that are mixed from tokens, by day and by lamp light. @type {Record<string, {day: Mix, night: Mix}>} */
const MIXED = {
  tent: { day: ['scroll-bg', 'scroll-bg', 0], night: ['scroll-bg', 'torch', 0.1] },
  'tent-line': { day: ['ink-2', 'ink-2', 0], night: ['ink-3', 'torch', 0.5] },
  'tent-door': { day: ['ink-2', 'scroll-bg', 0.25], night: ['torch', 'torch', 0] },
  'shield-line': { day: ['ink', 'ink', 0], night: ['paper-sunk', 'paper-sunk', 0] },
  pole: { day: ['ink', 'ink', 0], night: ['ink-2', 'ink-2', 0] },
};
/** A shadow is the darkest token, thinned. */
const SHADE = { day: { from: 'ink', alpha: 0.07 }, night: { from: 'paper-sunk', alpha: 0.5 } };
/** Contour lines carry their own strength. */
const CONTOUR = 'contour';

/** What stays paper in forced colours; all else is ink. */
const PAPER = new Set([
  'paper', 'paper-raised', 'paper-sunk', 'map', 'map-edge', 'scroll-bg', 'on-scroll', 'on-loyal', 'on-traitor', 'on-unknown',
  'unknown-tint', 'city-wall', 'city-roof', 'city-dome', 'tent', 'torch', 'shade', 'contour',
]);

/**
 * The system's ink and paper as they are where the element stands: bitmaps apart from the page would have them by day.
 * @param {HTMLElement} element @param {CSSStyleDeclaration} style of the element, as computed
 */
function systemColours({ style: own }, style) {
  const [ink, paper] = ['CanvasText', 'Canvas'].map((name) => {
    own.color = name;
    return style.color;
  });
  own.color = '';
  return { ink, paper };
}

/** @param {HTMLElement} element whose inherited tokens count @returns {Palette} */
export function readPalette(element) {
  const style = getComputedStyle(element);
  const forced = matchMedia('(forced-colors: active)').matches;
  const { ink, paper } = forced ? systemColours(element, style) : { ink: '', paper: '' };
  const night = style.colorScheme.includes('dark') && !style.colorScheme.includes('light');
  const time = night ? 'night' : 'day';
  /** @type {Map<string, string>} */
  const known = new Map();
  const raw = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  /** @param {string} name @returns {string} */
  const find = (name) => {
    if (forced) return PAPER.has(name) ? paper : ink;
    if (name === 'shade') return raw(name) || thinned(raw(SHADE[time].from), SHADE[time].alpha);
    if (name === CONTOUR) return thinned(raw(name), Number(raw('contour-op')) || 0.3);
    const mix = MIXED[name]?.[time];
    return raw(name) || (mix ? mixed(raw(mix[0]), raw(mix[1]), mix[2]) : 'CanvasText');
  };
  return {
    colour: (name) => {
      let colour = known.get(name);
      if (colour === undefined) known.set(name, (colour = find(name)));
      return colour;
    },
    night: night && !forced,
    forced,
    serif: raw('font-serif') || 'serif',
  };
}

/** A #rrggbb colour with some opacity; anything else as it is. @param {string} colour @param {number} alpha */
export function thinned(colour, alpha) {
  const parts = channels(colour);
  return parts ? `rgba(${parts.join(', ')}, ${alpha})` : colour;
}

/** @param {string} from @param {string} to @param {number} part 0…1 of the way */
export function mixed(from, to, part) {
  const a = channels(from);
  const b = channels(to);
  return a && b ? `rgb(${a.map((v, i) => Math.round(v + ((b[i] ?? v) - v) * part)).join(', ')})` : from;
}

/** @param {string} colour @returns {number[]|null} */
function channels(colour) {
  const six = /^#([0-9a-f]{6})$/i.exec(colour);
  if (!six) return null;
  const value = parseInt(six[1] ?? '', 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
