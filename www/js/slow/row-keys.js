// The keys of the list: one row of it is a stop of the Tab key, ↑ and ↓ go to others; who is drawn anew keeps the focus.

/** Which control of a row has the focus, by what it does: holding and letting go are one. */
const DEEDS = ['queue-letter', 'deliver', 'turn', 'past'];

/** @param {import('../state/types.js').Binder} drawing */
export function rowKeys({ refresh }) {
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
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const all = [...rows.querySelectorAll('.queue-letter')];
      const row = rowOf(document.activeElement);
      const next = all[all.findIndex((one) => rowOf(one) === row) + by];
      if (by === 0 || !row || !(next instanceof HTMLElement)) return;
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
      const again = row?.querySelector(`.${deed}`) ?? row?.querySelector('.queue-letter');
      if (again instanceof HTMLElement) again.focus();
    };
  }

  /** Whether the Tab key stops in this row. @param {string} id @param {boolean} isFirst */
  const isEntry = (id, isFirst) => (rows && named(entry) ? entry === id : isFirst);
  return { listen, isEntry };
}
