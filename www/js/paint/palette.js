// Token names to colours as the page has them now; in forced colours everything becomes the system's ink on its paper.

/** @typedef {{colour: (name: string) => string, night: boolean, forced: boolean, serif: string}} Palette */

/** Colours of the drawn art that follow other tokens unless a style sheet sets them. */
/** @type {Record<string, {day: string, night: string}>} */
const FOLLOWS = {
  tent: { day: 'scroll-bg', night: 'scroll-bg' },
  'tent-line': { day: 'ink-2', night: 'torch' },
  'tent-door': { day: 'ink-3', night: 'torch' },
  'shield-line': { day: 'ink', night: 'map-edge' },
  pole: { day: 'ink', night: 'ink-2' },
};
/** A shadow is the darkest token, thinned. */
const SHADE = { day: { from: 'ink', alpha: 0.07 }, night: { from: 'paper-sunk', alpha: 0.5 } };
/** Contour lines carry their own strength. */
const CONTOUR = 'contour';

/** What stays paper in forced colours; all else is ink. */
const PAPER = new Set([
  'paper', 'paper-raised', 'paper-sunk', 'map', 'map-edge', 'scroll-bg', 'on-scroll', 'on-loyal', 'on-traitor', 'on-unknown',
  'unknown-tint', 'city-wall', 'city-roof', 'city-dome', 'tent', 'torch', 'shade',
]);

/** @param {Element} element whose inherited tokens count @returns {Palette} */
export function readPalette(element) {
  const style = getComputedStyle(element);
  const forced = matchMedia('(forced-colors: active)').matches;
  const night = style.colorScheme.includes('dark') && !style.colorScheme.includes('light');
  const time = night ? 'night' : 'day';
  /** @type {Map<string, string>} */
  const known = new Map();
  const raw = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  /** @param {string} name @returns {string} */
  const find = (name) => {
    if (forced) return PAPER.has(name) ? 'Canvas' : 'CanvasText';
    if (name === 'shade') return raw(name) || thinned(raw(SHADE[time].from), SHADE[time].alpha);
    if (name === CONTOUR) return thinned(raw(name), Number(raw('contour-op')) || 0.3);
    const follows = FOLLOWS[name];
    return raw(name) || (follows ? find(follows[time]) : 'CanvasText');
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

/** A #rrggbb colour with some opacity. @param {string} hex @param {number} alpha */
export function thinned(hex, alpha) {
  const six = /^#([0-9a-f]{6})$/i.exec(hex);
  if (!six) return hex;
  const value = parseInt(/** @type {string} */ (six[1]), 16);
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${alpha})`;
}
