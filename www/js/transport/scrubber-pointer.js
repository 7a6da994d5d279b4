// Moving time on the scrubber: keys step and jump, a press shows a step, a drag takes the messengers along, a notch of the wheel is a step.

import { nextBoundary, previousBoundary } from '../state/motion.js';
import { povOf, nearestStop, visibleTime, visibleSteps } from '../state/pov.js';
import { placeAt, stepAt } from './scrubber-line.js';

/** @typedef {import('../state/store.js').Store} Store */
/** @typedef {import('./scrubber-line.js').Segment} Segment */

/** A press that moves less is no drag. */
const DRAG_PX = 4;
/** One notch of a wheel, and one line where a browser counts lines. */
const NOTCH_PX = 50;
const LINE_PX = 33;

/** @param {Store} store @param {number} place among the steps that are seen */
function go(store, place) {
  const time = visibleTime(store.state);
  store.apply({ type: 'seek', step: time.step(Math.max(0, Math.min(time.length, place))) });
}

/** @param {KeyboardEvent} event @param {Store} store */
export function handleKey(event, store) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const time = visibleTime(store.state);
  const here = time.place(store.state.cursor);
  /** @type {Record<string, number>} */
  const to = {
    ArrowUp: time.next(here),
    ArrowDown: time.previous(here),
    PageUp: nextBoundary(time.perRound, here),
    PageDown: previousBoundary(time.perRound, here),
  };
  if (!(event.key in to)) return;
  event.preventDefault();
  go(store, to[event.key]);
}

/** Turns of a wheel become notches; what is left of a turn is kept for the next. */
export function wheelNotches() {
  let turned = 0;
  /** @param {Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode'>} event */
  return ({ deltaX, deltaY, deltaMode }) => {
    const by = Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY;
    turned += deltaMode === 0 ? by : by * LINE_PX;
    const notches = Math.trunc(turned / NOTCH_PX);
    turned -= notches * NOTCH_PX;
    return notches;
  };
}

/** @param {HTMLElement} node the scrubber @param {Store} store @param {() => Segment[]} line @param {(px: number) => number} onLine where on it so many px from its edge are */
export function listenToScrubber(node, store, line, onLine) {
  const s = () => store.state;
  const xOf = (/** @type {MouseEvent} */ event) => onLine(event.clientX - node.getBoundingClientRect().left);
  /** Where the transport may stand nearest to the pointer. @param {MouseEvent} event */
  const stopUnder = (event) => nearestStop(visibleSteps(s()), s().perRound, visibleTime(s()).step(stepAt(line(), xOf(event))));
  /** Where the pointer went down; null once it drags. @type {number | null} */
  let pressed = null;

  node.addEventListener('keydown', (event) => handleKey(event, store));
  node.addEventListener('pointerdown', (event) => {
    if (!s().session || event.button !== 0) return;
    node.setPointerCapture(event.pointerId);
    pressed = event.clientX;
    const step = stopUnder(event);
    if (step !== s().cursor || s().motion) store.apply({ type: 'seek', step });
  });
  node.addEventListener('pointermove', (event) => {
    if (!node.hasPointerCapture(event.pointerId)) return;
    if (pressed !== null && Math.abs(event.clientX - pressed) < DRAG_PX) return;
    pressed = null;
    // In fog the thumb goes by what is seen.
    if (povOf(s()) !== null) store.apply({ type: 'seek', step: stopUnder(event) });
    else store.apply({ type: 'scrub', place: placeAt(line(), xOf(event)) });
  });
  const notchesOf = wheelNotches();
  node.addEventListener(
    'wheel',
    (event) => {
      if (!s().session || event.ctrlKey) return;
      event.preventDefault();
      const notches = notchesOf(event);
      if (notches === 0) return;
      const time = visibleTime(s());
      let place = time.place(s().cursor);
      for (let i = Math.abs(notches); i > 0; i--) place = notches > 0 ? time.next(place) : time.previous(place);
      go(store, place);
    },
    { passive: false },
  );
}
