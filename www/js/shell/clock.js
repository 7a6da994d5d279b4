// The page's only clock: while something moves and the page is seen, each frame tells the store how much time went by.

import { isMoving } from '../state/motion.js';

/** After a pause of the machine a frame counts for no more than this. */
const LONGEST_FRAME_MS = 100;

/** @param {import('../state/store.js').Store} store */
export function createClock(store) {
  let frame = 0;
  let last = 0;
  /** @param {number} now */
  function tick(now) {
    frame = 0;
    const ms = last === 0 ? 0 : Math.min(LONGEST_FRAME_MS, now - last);
    last = now;
    store.apply({ type: 'advance', ms });
    run();
  }
  function run() {
    const wanted = (isMoving(store.state) || store.state.flash !== null) && document.visibilityState === 'visible';
    if (wanted && frame === 0) frame = requestAnimationFrame(tick);
    if (wanted) return;
    cancelAnimationFrame(frame);
    frame = 0;
    last = 0;
  }
  store.subscribe(run);
  document.addEventListener('visibilitychange', run);
}
