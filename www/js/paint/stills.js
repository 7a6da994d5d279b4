// Kept for the next frame: pictures of what stands still, and parsed paths. The oldest go first.

/** @typedef {import('../scene/types.js').StillShape} StillShape */

/** How many are kept. */
const STILLS = 5;
const PATHS = 600;
/** Device pixels a kept picture may have: beyond it phones run out of memory. */
const LARGEST_STILL = 24_000_000;

/** @template T @param {Map<string, T>} map @param {string} key @param {number} most @param {() => T} make @returns {T} */
function kept(map, key, most, make) {
  let value = map.get(key);
  if (value !== undefined) return value;
  if (map.size >= most) {
    const oldest = map.keys().next().value;
    if (oldest !== undefined) map.delete(oldest);
  }
  map.set(key, (value = make()));
  return value;
}

/** Paths by their text. */
export function createPaths() {
  /** @type {Map<string, Path2D>} */
  const paths = new Map();
  return (/** @type {string} */ d) => kept(paths, d, PATHS, () => new Path2D(d));
}

/** Pictures of stills, each drawn once by `draw` for so many device px per CSS px. */
export function createStills() {
  /** @type {Map<string, HTMLCanvasElement>} */
  const pictures = new Map();
  return {
    /** Its picture, or null where it is too large to be kept. @param {StillShape} shape @param {number} ratio @param {(into: CanvasRenderingContext2D) => void} draw */
    picture(shape, ratio, draw) {
      const width = Math.round(shape.width * ratio);
      const height = Math.round(shape.height * ratio);
      if (width * height > LARGEST_STILL) return null;
      return kept(pictures, shape.key, STILLS, () => {
        const sheet = document.createElement('canvas');
        sheet.width = width;
        sheet.height = height;
        const into = sheet.getContext('2d', { alpha: !shape.opaque });
        if (into) draw(into);
        return sheet;
      });
    },
    clear: () => pictures.clear(),
  };
}
