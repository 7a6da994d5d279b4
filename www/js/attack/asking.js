// One question to the laboratory at a time: asked, told while it goes on, cancelled; what is known of it is kept, with what was asked.

import { laboratory } from '../lab/ask.js';
import { isOwn } from '../state/spec.js';

/** @typedef {{isBusy: boolean, isCancelled: boolean, hasFailed: boolean}} Course */

/**
 * Asks, and keeps what is known; what was asked before is let go of.
 * @template T what is asked, and what is known of it by now
 * @param {import('../shell/page.js').Page} page @param {() => void} redraw
 */
export function asking({ store }, redraw) {
  const lab = laboratory();
  /** @type {(T & Course) | null} */
  let kept = null;
  let isDrawing = false;

  /** A frame is drawn once, however often something was tried in it. */
  function drawSoon() {
    if (isDrawing) return;
    isDrawing = true;
    requestAnimationFrame(() => {
      isDrawing = false;
      redraw();
    });
  }
  /** @param {T & Course} mine @param {Partial<T> | Partial<Course>} patch */
  function change(mine, patch) {
    if (kept !== mine) return;
    Object.assign(mine, patch);
    // Who has gone on to another protocol asks nothing more.
    if (mine.isBusy && !isOwn(store.state)) {
      lab.close();
      Object.assign(mine, { isBusy: false, isCancelled: true });
    }
    drawSoon();
  }
  return {
    now: () => kept,
    /** @param {T} asked @param {(lab: ReturnType<typeof laboratory>, tell: (patch: Partial<T>) => void) => Promise<unknown>} work */
    start(asked, work) {
      lab.close();
      const mine = { ...asked, isBusy: true, isCancelled: false, hasFailed: false };
      kept = mine;
      const end = (/** @type {boolean} */ hasFailed) => {
        if (kept !== mine) return;
        lab.close();
        change(mine, { isBusy: false, hasFailed });
      };
      work(lab, (patch) => change(mine, patch)).then(
        () => end(false),
        (error) => {
          if (error?.name !== 'LabError') reportError(error);
          end(true);
        },
      );
      redraw();
    },
    cancel() {
      if (!kept?.isBusy) return;
      lab.close();
      change(kept, { isBusy: false, isCancelled: true });
    },
  };
}
