// Plays the run as its link says, and only while it is in sight.

import { isGoing, stilled, UNSEEN, whenChanged, whenRested, whenSeen } from './playback.js';

/** @typedef {import('./playback.js').Memory} Memory */

/** How long a loop stands at its end, so that what came out can be read. */
const LOOP_REST_MS = 2500;
/** So much of a frame, of its area, is in sight when it plays. */
const ENOUGH_SEEN = 0.25;

/**
 * @param {HTMLElement} root @param {import('../shell/page.js').Store} store
 * @param {() => void} changed called when it goes on, or no longer does, without a change of the state
 */
export function createPlay(root, store, changed) {
  /** @type {Memory} */
  let memory = UNSEEN;
  /** As it was when it was last looked at. @type {import('../state/types.js').State | null} */
  let before = null;
  let rest = 0;
  let isByReader = false;

  /** @param {import('./playback.js').Move} move */
  function make(move) {
    const [was, { isResting }] = [memory, move.memory];
    memory = move.memory;
    if (isResting !== was.isResting) {
      clearTimeout(rest);
      if (isResting) rest = window.setTimeout(() => make(whenRested(memory, store.state)), LOOP_REST_MS);
      changed();
    }
    for (const action of move.actions) void store.apply(action);
  }
  let isComing = false;
  /** After a burst of changes, since what is done here is one itself. */
  function followSoon() {
    if (isComing) return;
    isComing = true;
    queueMicrotask(() => {
      isComing = false;
      const [last, now] = [before, store.state];
      before = now;
      if (now !== last) make(whenChanged(memory, last, now, isByReader));
    });
  }
  store.subscribe(followSoon);
  followSoon();
  watchSight(root, (isSeen) => make(whenSeen(memory, store.state, isSeen)));
  for (const type of ['pointerdown', 'click', 'keydown'])
    root.addEventListener(
      type,
      () => {
        isByReader = true;
        setTimeout(() => (isByReader = false));
        // Whoever looks closer at what came out may go on looking.
        make({ memory: { ...memory, isResting: false }, actions: [] });
      },
      { capture: true },
    );
  return {
    isGoing: () => isGoing(memory, store.state),
    /** Stands still until somebody plays it. */
    pause() {
      make({ memory: stilled(memory), actions: [{ type: 'pause' }] });
    },
  };
}

/**
 * Tells whether enough of an element is in sight, through all frames around it, whenever that changes. What has no size is not in
 * sight, though all of it may be; once it has one it is looked for anew.
 * @param {HTMLElement} node @param {(isSeen: boolean) => void} told
 */
function watchSight(node, told) {
  const watcher = new IntersectionObserver(
    (entries) => {
      const { intersectionRatio, boundingClientRect } = entries[entries.length - 1];
      told(intersectionRatio >= ENOUGH_SEEN && hasSize(boundingClientRect));
    },
    { threshold: ENOUGH_SEEN },
  );
  /** @type {boolean | null} */
  let isSized = null;
  new ResizeObserver(() => {
    const was = isSized;
    isSized = hasSize(node.getBoundingClientRect());
    if (isSized === was) return;
    watcher.unobserve(node);
    watcher.observe(node);
  }).observe(node);
}

/** @param {{width: number, height: number}} box */
const hasSize = ({ width, height }) => width > 0 && height > 0;
