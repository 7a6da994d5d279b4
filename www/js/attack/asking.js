// One attack at a time: asked, told while it goes on, cancelled; what is known of it is kept, with what was asked.

import { laboratory } from '../lab/ask.js';
import { isOwn } from '../state/spec.js';
import { aboutOf, questionOf } from './about.js';
import { attack } from './attack.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./work.js').Attack} Attack */
/** @typedef {import('./work.js').About} About */
/** What was asked, and what is known of it by now. @typedef {{question: string, about: About, stolen: readonly number[], attack: Attack | null, began: number, isBusy: boolean, isCancelled: boolean, hasFailed: boolean}} Kept */

/** Asks, and keeps what is known; what was asked before is let go of. @param {Page} page @param {() => void} redraw @param {() => import('./about.js').OtherArmy} army of whom it is asked */
export function asking({ store }, redraw, army) {
  const lab = laboratory();
  /** @type {Kept | null} */
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
  /** @param {Kept} mine @param {Partial<Kept>} patch */
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
    start() {
      const { link, stolen } = store.state;
      lab.close();
      /** @type {Kept} */
      const mine = { question: questionOf(link, army()), about: aboutOf(link, army()), stolen, attack: null, began: performance.now(), isBusy: true, isCancelled: false, hasFailed: false };
      kept = mine;
      const ended = (/** @type {boolean} */ hasFailed) => {
        if (kept === mine) lab.close();
        change(mine, { isBusy: false, hasFailed });
      };
      attack(mine.about, lab, (now) => change(mine, { attack: now })).then(
        () => ended(false),
        (error) => {
          if (error?.name !== 'LabError') reportError(error);
          ended(true);
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

