// A colour as browsers compute it, for drawings as text that other programs read: six digits, and how much it lets through. Pure.

/** @param {number} part 0…1 */
const byte = (part) => Math.round(Math.max(0, Math.min(1, part)) * 255);

/**
 * `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`.
 * @param {string} computed @returns {{colour: string, opacity: number} | null} null: it is no colour
 */
export function colourOf(computed) {
  const [, kind, inner] = /^(rgba?|color)\((.*)\)$/.exec(computed) ?? [];
  if (!kind) return null;
  const [first, ...rest] = (inner.match(/[-\d.e]+%?/g) ?? []).map((text) => (text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text)));
  const [red, green, blue, opacity = 1] = [first, ...rest];
  const bytes = kind === 'color' ? [red, green, blue].map(byte) : [red, green, blue].map(Math.round);
  return { colour: `#${bytes.map((value) => value.toString(16).padStart(2, '0')).join('')}`, opacity };
}
