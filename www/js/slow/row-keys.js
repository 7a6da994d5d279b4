// The keys of the list: one row of it is a stop of the Tab key, ↑ and ↓, Home and End go to others; who is drawn anew keeps the focus.

/** Which control of a row has the focus, by what it does: holding and letting go are one. */
const DEEDS = ['queue-letter', 'deliver', 'turn', 'past'];

/** @param {import('../state/types.js').Binder} drawing @param {() => HTMLElement} title has the focus once no row is left */
export function rowKeys({ refresh }, title) {
  /** The row that the Tab key comes to; null: the first. @type {string | null} */
  let entry = null;
  /** @type {HTMLElement} */
  let rows;
  const rowOf = (/** @type {Element | null} */ node) => /** @type {HTMLElement | null} */ (node?.closest('.queue-row') ?? null);
  const named = (/** @type {string | null} */ id) => (id === null ? null : rows.querySelector(`[data-testid="${id}"]`));
  const nameOf = (/** @type {Element | null} */ row) => row?.getAttribute('data-testid') ?? null;

  /** @param {HTMLElement} list */
  function listen(list) {
    rows = list;
    rows.addEventListener('focusin', ({ target }) => {
      const at = nameOf(rowOf(/** @type {Element} */ (target)));
      if (at === entry) return;
      entry = at;
      refresh();
    });
    rows.addEventListener('keydown', (event) => {
      const all = [...rows.querySelectorAll('.queue-letter')];
      const row = rowOf(document.activeElement);
      const at = all.findIndex((one) => rowOf(one) === row);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
      const next = to === undefined ? undefined : all[to];
      if (!row || !(next instanceof HTMLElement)) return;
      event.preventDefault();
      next.focus();
    });
    /** @param {() => void} draw */
    return (draw) => {
      const held = document.activeElement;
      const id = rows.contains(held) ? nameOf(rowOf(held)) : null;
      const deed = DEEDS.find((name) => held?.classList.contains(name)) ?? DEEDS[0];
      draw();
      if (id === null || rows.contains(document.activeElement)) return;
      const row = named(id) ?? rows.querySelector('.queue-row');
      const again = row?.querySelector(`.${deed}`) ?? row?.querySelector('.queue-letter') ?? title();
      if (again instanceof HTMLElement) again.focus();
    };
  }

  /** Whether the Tab key stops in this row. @param {string} id @param {boolean} isFirst */
  const isEntry = (id, isFirst) => (rows && named(entry) ? entry === id : isFirst);
  return { listen, isEntry };
}
