// Undo brings back the run and the place where the reader was in it: another order of delivery is no other reader.

import { isSlow } from '../state/spec.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/store.js').Store} Store */

/** More runs than this are not remembered; the oldest is forgotten first. */
const KEPT = 200;

/** Whether one state came from another by undo or redo: what lies behind and before it together is as much as it was. @param {State} now @param {State} before */
const isReturn = (now, before) =>
  now.link !== before.link && now.past.length !== before.past.length && now.past.length + now.future.length === before.past.length + before.future.length;

/**
 * Remembers where the reader left each run by a change, and goes there when undo or redo brings that run back.
 * @param {Store} store @param {() => void} returned called when it did
 */
export function rememberPlaces(store, returned) {
  /** @type {Map<string, number>} */
  const left = new Map();
  store.subscribe((now, before) => {
    if (now.link === before.link || !before.session || !isSlow(before)) return;
    if (now.past.length + now.future.length === 0) return left.clear();
    left.delete(before.link);
    left.set(before.link, before.cursor);
    if (left.size > KEPT) left.delete([...left.keys()][0]);
    if (!isReturn(now, before)) return;
    returned();
    const step = left.get(now.link);
    if (step !== undefined && isSlow(now)) store.apply({ type: 'seek', step });
  });
}
