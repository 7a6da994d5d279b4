// The run as a gif.

import { eachPicture, film } from './film.js';
import { GIF_MS, GIF_WIDTH } from './film-offers.js';
import { filmPlan } from './film-plan.js';
import { filmPixels } from './film-size.js';
import { bytesOf, gifColours } from './gif-colours.js';
import { gifWriter } from './gif-writer.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** Colours are chosen from so many pictures of the run. */
const SAMPLES = 5;
/** Large areas and the signs that are told apart by their colours have them as they are. */
const EXACT = ['paper', 'map', 'map-edge', 'paper-raised', 'ink', 'ink-2', 'loyal', 'on-loyal', 'traitor', 'on-traitor', 'unknown', 'scroll', 'on-scroll', 'scroll-bg', 'wax', 'torch'];

/** @param {Page} page @param {import('./types.js').FileOptions} options @param {import('./types.js').Work} work @returns {Promise<Blob>} */
export async function gif(page, options, work) {
  const plan = filmPlan(page.store.state, GIF_MS);
  const size = filmPixels(page, options.caption, GIF_WIDTH);
  const { canvas, paint, palette, leave } = film(page, options, size);
  try {
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const pixels = () => context.getImageData(0, 0, canvas.width, canvas.height).data;
    const samples = Array.from({ length: SAMPLES }, (_, i) => plan[Math.round((i * (plan.length - 1)) / (SAMPLES - 1))]);
    const exact = EXACT.flatMap((name) => bytesOf(palette.colour(name)));
    const colours = gifColours(samples.map((picture) => (paint(picture), pixels())), exact);
    const writer = gifWriter(canvas, colours.palette);
    await eachPicture(plan, work, (picture) => {
      paint(picture);
      writer.add(colours.indexed(pixels()), picture.ms);
    });
    return new Blob([writer.finish()], { type: 'image/gif' });
  } finally {
    leave();
  }
}
