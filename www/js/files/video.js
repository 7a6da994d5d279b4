// The run as a video, by the browser's own encoder.

import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat } from 'mediabunny';
import { eachPicture, film } from './film.js';
import { VIDEO_MS } from './film-offers.js';
import { filmPlan } from './film-plan.js';
import { filmPixels } from './film-size.js';
import { VIDEO_WIDTH } from './video-way.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** Players show no picture longer than this at its end unless it comes again. */
const LAST_S = 0.1;

/** What players must know before the first picture is written down by mediabunny: Firefox writes it with a byte too many. @param {VideoEncoderConfig} config */
function onEncoderConfig(config) {
  if (config.codec.startsWith('avc')) config.avc = { format: 'annexb' };
}

/**
 * @param {Page} page @param {import('./types.js').FileOptions} options @param {import('./types.js').Work} work
 * @param {{container: 'mp4' | 'webm', codec: 'avc' | 'vp9'}} way
 * @returns {Promise<Blob>}
 */
export async function video(page, options, work, { container, codec }) {
  const plan = filmPlan(page.store.state, VIDEO_MS);
  const { canvas, paint, leave } = film(page, options, filmPixels(page, options.caption, VIDEO_WIDTH));
  const target = new BufferTarget();
  const output = new Output({ format: container === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(), target });
  try {
    const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH, keyFrameInterval: 5, latencyMode: 'realtime', onEncoderConfig });
    output.addVideoTrack(source);
    await output.start();
    let at = 0;
    await eachPicture(plan, work, async (picture) => {
      paint(picture);
      await source.add(at, picture.ms / 1000);
      at += picture.ms / 1000;
    });
    await source.add(at - LAST_S, LAST_S);
    await output.finalize();
    return new Blob([/** @type {ArrayBuffer} */ (target.buffer)], { type: `video/${container}` });
  } catch (error) {
    await output.cancel();
    throw error;
  } finally {
    leave();
  }
}
