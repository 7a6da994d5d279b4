// Paints a scene: the stage's 2D context, with bitmaps kept for what stands still.
import { createCrowdPainter } from './crowd.js';
import { readPalette } from './palette.js';
import { paintCurve, paintDisc, paintGlow, paintHatch, paintPath, paintText, paintWash } from './shapes.js';
import { createPaths, createStills } from './stills.js';

/** @typedef {import('../scene/types.js').Shape} Shape */
/** @typedef {import('../scene/types.js').StillShape} StillShape */
/** @typedef {import('../scene/types.js').CrowdShape} CrowdShape */
/** @typedef {import('./shapes.js').Onto} Onto */
/** @typedef {CanvasRenderingContext2D} Context */

/** How the stage is laid on the canvas: so many times larger, moved by so many CSS px. @typedef {{times: number, dx: number, dy: number}} Frame */

const WHOLE = { times: 1, dx: 0, dy: 0 };

/**
 * @typedef {object} Painter
 * @property {(width: number, height: number, ratio: number) => void} resize stage size in CSS px, and device pixels per CSS px
 * @property {(shapes: readonly Shape[], frame?: Frame) => void} paint
 * @property {ReturnType<typeof createCrowdPainter>['find']} find
 * @property {ReturnType<typeof createCrowdPainter>['place']} place
 * @property {() => void} retheme reads the tokens again: after a change of theme, contrast or forced colours
 */

/** @param {HTMLCanvasElement} canvas @returns {Painter} */
export function createPainter(canvas) {
  const screen = canvas.getContext('2d', { alpha: false });
  if (!screen) throw new Error('no 2D context');
  const shapes = createShapePainter(canvas);
  return {
    resize(width, height, ratio) {
      const across = Math.max(1, Math.round(width * ratio));
      const down = Math.max(1, Math.round(height * ratio));
      if (canvas.width === across && canvas.height === down && shapes.ratio() === ratio) return;
      canvas.width = across;
      canvas.height = down;
      shapes.rescale(ratio);
    },
    paint(all, { times, dx, dy } = WHOLE) {
      const ratio = shapes.ratio();
      shapes.paint(screen, { r: ratio * times, x: dx * ratio, y: dy * ratio }, all);
    },
    find: shapes.find,
    place: shapes.place,
    retheme: shapes.retheme,
  };
}

/** Paints any shapes on any context, in the colours of an element. @param {HTMLElement} element */
function createShapePainter(element) {
  const paths = createPaths();
  const stills = createStills();
  const crowd = createCrowdPainter();
  /** Read when something is painted: only in the page does an element have the page's colours and letters. @type {import('./palette.js').Palette | null} */
  let read = null;
  const palette = () => (read ??= readPalette(element));
  let ratio = 1;

  /** @param {Context} to @param {Onto} at @param {readonly Shape[]} shapes */
  function paint(to, at, shapes) {
    for (const shape of shapes) paintOne(to, at, shape);
  }
  /** @param {Context} to @param {Onto} at @param {Shape} shape */
  function paintOne(to, at, shape) {
    switch (shape.kind) {
      case 'path': return paintPath(to, at, palette(), shape, paths(shape.d));
      case 'disc': return paintDisc(to, at, palette(), shape);
      case 'curve': return paintCurve(to, at, palette(), shape);
      case 'text': return paintText(to, at, palette(), shape);
      case 'glow': return paintGlow(to, at, palette(), shape);
      case 'wash': return paintWash(to, at, palette(), shape);
      case 'hatch': return paintHatch(to, at, palette(), shape);
      case 'crowd': return paintCrowd(to, at, shape);
      case 'still': return paintStill(to, at, shape);
    }
  }
  /** The dots, and the marks of those who are marked. @param {Context} to @param {Onto} at @param {CrowdShape} shape */
  function paintCrowd(to, at, shape) {
    crowd.paint(to, at, ratio, palette(), shape);
    for (const { x, y, marks } of crowd.marked(shape)) paint(to, { r: Math.sqrt(at.r * ratio), x: at.x + x * at.r, y: at.y + y * at.r }, marks);
  }
  /** @param {Context} to @param {Onto} at @param {StillShape} shape */
  function paintStill(to, at, shape) {
    // Enlarged, only the ground is taken from its picture: there a soft line does no harm.
    const isSharp = at.r === ratio || shape.opaque;
    const picture = isSharp ? stills.picture(shape, ratio, (into) => paint(into, { r: ratio, x: 0, y: 0 }, shape.shapes)) : null;
    if (!picture) return paint(to, at, shape.shapes);
    to.setTransform(1, 0, 0, 1, 0, 0);
    to.globalAlpha = 1;
    to.drawImage(picture, at.x, at.y, (picture.width * at.r) / ratio, (picture.height * at.r) / ratio);
  }
  return {
    paint,
    find: crowd.find,
    place: crowd.place,
    ratio: () => ratio,
    /** @param {number} next device px per CSS px; kept pictures are of another size */
    rescale(next) {
      ratio = next;
      stills.clear();
    },
    retheme() {
      read = null;
      stills.clear();
    },
  };
}
