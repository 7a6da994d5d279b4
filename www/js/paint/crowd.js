// Crowds of messengers: the engine writes their dots into its memory, and the canvas takes its pixels as they are.
import { crowd as engine, isOfNow } from '../state/engine.js';
import { easeInOut, easeTable } from '../scene/ease.js';

/** @typedef {import('../scene/types.js').CrowdShape} CrowdShape */
/** @typedef {import('../scene/types.js').Point} Point */
/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {CanvasRenderingContext2D} Context */

/** How strong one speck is where many add up. */
const THIN = 0.55;

/** The painter of one map's crowds. */
export function createCrowdPainter() {
  /** @type {ReturnType<typeof engine> | null} */
  let made = null;
  /** @type {Partial<CrowdShape>} */
  let held = {};
  /** @type {{sheet: HTMLCanvasElement, on: Context} | null} */
  let buffer = null;
  /** @type {{palette: Palette, colours: Uint8Array} | null} */
  let dressed = null;

  /** The engine's crowd with these messengers on these roads. @param {CrowdShape} shape */
  const of = ({ n, roads, rides, blind }) => {
    if (!made || !isOfNow(made)) {
      made = engine();
      [held, dressed] = [{}, null];
    }
    const laid = held.roads === roads;
    if (!laid) made.lay(n, roads, easeTable(easeInOut));
    if (!laid || held.rides !== rides || held.blind !== blind) made.gather(rides, blind);
    held = { roads, rides, blind };
    return made;
  };

  /** @param {CrowdShape} shape @param {number} index @returns {Point | null} */
  const place = (shape, index) => {
    const [x, y] = of(shape).place(shape.time, index);
    return x === undefined || y === undefined ? null : { x, y };
  };

  return {
    /**
     * @param {Context} to @param {{r: number, x: number, y: number}} at how the map lies on the canvas, in device px
     * @param {number} ratio device px for each CSS px @param {Palette} palette @param {CrowdShape} shape
     */
    paint(to, at, ratio, palette, shape) {
      // Density needs no finer pixels than CSS px.
      const part = shape.dense ? 1 / ratio : 1;
      const width = Math.max(1, Math.round(to.canvas.width * part));
      const height = Math.max(1, Math.round(to.canvas.height * part));
      if (buffer?.sheet.width !== width || buffer.sheet.height !== height) buffer = newBuffer(width, height);
      if (!buffer) return;
      const { on, sheet } = buffer;
      // Another engine's crowd has to be dressed anew.
      const crowd = of(shape);
      if (dressed?.palette !== palette) {
        const colours = ['scroll', 'scroll-bg', 'traitor'].flatMap((name) => bytesOf(on, palette.colour(name)));
        dressed = { palette, colours: Uint8Array.from(colours) };
      }
      // Enlarged, dots and marks grow less than the map: those who hid each other come apart.
      const scale = at.r * part;
      crowd.wear(dressed.colours, shape.r * Math.sqrt(scale * ratio * part), shape.dense ? THIN : 1);
      on.putImageData(crowd.paint(shape.time, width, height, scale, at.x * part, at.y * part), 0, 0);
      to.setTransform(1, 0, 0, 1, 0, 0);
      to.globalAlpha = shape.opacity;
      to.drawImage(sheet, 0, 0, to.canvas.width, to.canvas.height);
    },
    /** Where those who are marked are, and their marks. @param {CrowdShape} shape */
    marked: (shape) => shape.marked.flatMap(({ index, marks }) => {
      const at = place(shape, index);
      return at ? [{ ...at, marks }] : [];
    }),
    /** The messenger nearest to a point of the map, or null. @param {CrowdShape} shape @param {Point} at @param {number} reach in px of the map */
    find: (shape, { x, y }, reach) => of(shape).find(shape.time, x, y, reach) ?? null,
    place,
  };
}

/** @param {number} width @param {number} height */
function newBuffer(width, height) {
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  const on = sheet.getContext('2d', { willReadFrequently: true });
  return on && { sheet, on };
}

/** Any CSS colour as red, green and blue. @param {Context} on @param {string} colour */
function bytesOf(on, colour) {
  on.fillStyle = colour;
  on.fillRect(0, 0, 1, 1);
  return [...on.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
}
