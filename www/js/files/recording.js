// The run as a video, recorded while it is played: it takes as long as it is.

import { film } from './film.js';
import { VIDEO_MS } from './film-offers.js';
import { filmPlan, lengthOf } from './film-plan.js';
import { filmPixels } from './film-size.js';
import { VIDEO_WIDTH } from './video-way.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** Only what is painted is recorded: a picture that stands is painted again so often. */
const AGAIN_MS = 100;

/** @param {number} ms @param {AbortSignal} signal */
const pause = (ms, signal) =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), done(undefined)), { once: true });
  });

/** @param {MediaRecorder} recorder @returns {Promise<Blob[]>} what it has recorded when it is stopped */
function recorded(recorder) {
  /** @type {Blob[]} */
  const pieces = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  return new Promise((done, fail) => {
    recorder.addEventListener('stop', () => done(pieces));
    recorder.addEventListener('error', (event) => fail(/** @type {any} */ (event).error ?? new Error('the recording broke off')));
  });
}

/**
 * @param {Page} page @param {import('./types.js').FileOptions} options @param {import('./types.js').Work} work @param {'mp4' | 'webm'} container
 * @returns {Promise<Blob>}
 */
export async function recording(page, options, { progress, signal }, container) {
  const plan = filmPlan(page.store.state, VIDEO_MS);
  const whole = lengthOf(plan);
  const { canvas, paint, leave } = film(page, options, filmPixels(page, options.caption, VIDEO_WIDTH));
  const stream = canvas.captureStream(1000 / VIDEO_MS);
  const type = `video/${container}`;
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: 4_000_000 });
  const pieces = recorded(recorder);
  try {
    paint(plan[0]);
    recorder.start();
    const since = performance.now();
    let due = 0;
    for (const picture of plan) {
      const until = due + picture.ms;
      while (due < until) {
        paint(picture);
        due = Math.min(until, due + AGAIN_MS);
        await pause(Math.max(0, since + due - performance.now()), signal);
        signal.throwIfAborted();
      }
      progress(due / whole);
    }
    recorder.stop();
    return new Blob(await pieces, { type });
  } finally {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
    leave();
  }
}
