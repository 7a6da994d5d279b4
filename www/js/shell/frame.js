// One frame for each burst of changes: everything is refreshed, or where only time went on what moves is painted.

/** @typedef {import('../state/types.js').State} State */

/** Nothing but time went on. @param {State} now @param {State} before */
const isOnlyTime = (now, before) =>
  Object.keys(now).every(
    (key) =>
      key === 'motion' || key === 'cursor' || key === 'flash' || now[/** @type {keyof State} */ (key)] === before[/** @type {keyof State} */ (key)],
  ) &&
  (now.cursor === before.cursor || now.motion?.what === 'round') &&
  now.motion?.what === before.motion?.what &&
  now.motion?.round === before.motion?.round &&
  (now.motion?.progress ?? 1) < 1 === (before.motion?.progress ?? 1) < 1;

/** Shows the state now and after each change. @param {import('../state/store.js').Store} store @param {{refresh: () => void, paint: () => void}} draw */
export function createFrame(store, { refresh, paint }) {
  /** @type {State | null} */
  let shown = null;
  let frame = 0;
  function show() {
    frame = 0;
    const now = store.state;
    if (shown && isOnlyTime(now, shown)) paint();
    else refresh();
    shown = now;
  }
  store.subscribe(() => {
    if (frame === 0) frame = requestAnimationFrame(show);
  });
  show();
}
