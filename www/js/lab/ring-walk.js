// Which window of the ring is shown, and which round; both go on by themselves while it slides.

/** Milliseconds on each round and window while it slides. */
const SLIDE_MS = 2600;
const WINDOWS = 3;

/** @typedef {ReturnType<typeof ringWalk>} RingWalk */

/**
 * @param {() => number} rounds how many there are @param {() => void} moved another round is shown
 * @param {(index: number) => void} chose another window is
 */
export function ringWalk(rounds, moved, chose) {
  let chosen = 0;
  let round = 1;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let sliding;

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    chose(index);
  }
  function halt() {
    clearInterval(sliding);
    sliding = undefined;
  }
  /** First all rounds are ridden, then the window goes from one pair to the next. */
  function tick() {
    if (round >= rounds()) return choose((chosen + 1) % WINDOWS);
    round += 1;
    moved();
  }
  return {
    chosen: () => chosen,
    round: () => round,
    isSliding: () => sliding !== undefined,
    halt,
    choose,
    /** From the first round of a window on. @param {number} index */
    begin(index) {
      round = 1;
      choose(index);
    },
    /** @param {number} to */
    show(to) {
      round = to;
      moved();
    },
    /** Slides, or stands still. */
    toggle() {
      if (sliding === undefined) {
        round = 1;
        sliding = setInterval(tick, SLIDE_MS);
      } else halt();
      moved();
    },
  };
}
