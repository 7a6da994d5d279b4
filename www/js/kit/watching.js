// Which parts of the state a panel has read: it is drawn again only when one of them has changed.

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {keyof State} Key */
/** What a panel is, once it stands. `paint`: only time went on; `retheme`: colours have changed. @typedef {{refresh: () => void, paint?: () => void, retheme?: () => void, force?: () => void}} Panel */

/**
 * Makes a panel whose `refresh` does nothing while all that it has read of the state is as it was.
 * @param {Page} page @param {(page: Page) => Panel | (() => void)} make @returns {Panel & {force: () => void}}
 */
export function watched(page, make) {
  /** @type {Set<Key>} */
  const read = new Set();
  /** As it was drawn last. @type {State | null} */
  let drawn = null;
  const made = make(page.with(noting(page.store, read)));
  const panel = typeof made === 'function' ? { refresh: made } : made;
  function force() {
    const now = page.store.state;
    read.clear();
    panel.refresh();
    drawn = now;
  }
  return {
    ...panel,
    force,
    refresh() {
      const [now, before] = [page.store.state, drawn];
      if (!before || [...read].some((key) => now[key] !== before[key])) force();
    },
  };
}

/** A store that notes what is read of its state. @param {Page['store']} store @param {Set<Key>} read @returns {Page['store']} */
function noting(store, read) {
  /** @type {State | null} */
  let last = null;
  /** @type {State | null} */
  let noted = null;
  const note = (/** @type {Key} */ key) => {
    read.add(key);
    // A run answers for its cursor.
    if (key === 'session') read.add('cursor');
  };
  return {
    get state() {
      if (last === store.state && noted) return noted;
      last = store.state;
      noted = new Proxy(last, {
        get(state, key) {
          note(/** @type {Key} */ (key));
          return state[/** @type {Key} */ (key)];
        },
      });
      return noted;
    },
    apply: store.apply,
    subscribe: store.subscribe,
  };
}
