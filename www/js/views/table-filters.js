// Which messages the table shows: of a round, from and to whom, seen by whom, lies alone.

import { binder } from '../kit/dom.js';
import { arrived } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { isSlow } from '../state/spec.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {{round: number | null, from: number | null, to: number | null, seenBy: number | null, lies: boolean}} Filter */

/** @type {Filter} */
export const ALL = { round: null, from: null, to: null, seenBy: null, lies: false };
const WHAT = /** @type {const} */ (['round', 'from', 'to', 'seenBy']);

/** A filter in a run: in fog only what the viewer has seen, and nobody who is not there. @param {Filter} filter @param {State} s */
export function within({ round, from, to, seenBy, lies }, s) {
  const n = s.scenario?.n ?? 0;
  const there = (/** @type {number | null} */ id, most = n) => (id !== null && id <= most ? id : null);
  const viewer = povOf(s);
  return {
    round: viewer !== null && isSlow(s) ? null : there(round, s.perRound.length),
    from: there(from),
    to: there(to),
    seenBy: viewer ?? there(seenBy),
    lies: viewer === null && lies,
    until: viewer === null ? null : arrived(s),
  };
}

/**
 * @param {Page} page @param {(name: string) => string} named a test id @param {() => Filter} now @param {(filter: Filter) => void} set
 */
export function filters({ store, t, say }, named, now, set) {
  const { el, list, refresh } = binder();
  const s = () => store.state;
  const fog = () => povOf(s()) !== null;
  const selects = WHAT.map((what) => {
    const one = (/** @type {number} */ id) => (what === 'round' ? t('scrubber.orders.short', { round: id }) : t(`table.only.${what}`, { who: say().general(id) }));
    /** @type {HTMLSelectElement} */
    const select = el('select', {
      'data-testid': named(`filter-${what}`),
      'aria-label': () => t(`table.${what}`),
      onchange: () => set({ ...now(), [what]: Number(select.value) || null }),
    });
    list(
      select,
      () => Array.from({ length: 1 + (what === 'round' ? s().perRound.length : (s().scenario?.n ?? 0)) }, (_, id) => id),
      String,
      (id, own) => own.el('option', { value: id }, () => (id ? one(id) : t(`table.any.${what}`))),
    );
    return { what, select, box: el('span', { class: 'choose', hidden: () => fog() && (what === 'seenBy' || (what === 'round' && isSlow(s()))) }, select) };
  });
  /** @type {HTMLInputElement} */
  const lies = el('input', {
    type: 'checkbox',
    'data-testid': named('filter-lies'),
    checked: () => now().lies && !fog(),
    onchange: () => set({ ...now(), lies: lies.checked }),
  });
  return {
    node: el(
      'div',
      { class: 'table-filters field' },
      ...selects.map(({ box }) => box),
      el('label', { class: 'check', hidden: () => fog() || s().spec?.hasTraitors === false }, lies, el('span', {}, () => t('table.lies'))),
    ),
    refresh() {
      refresh();
      for (const { what, select } of selects) select.value = String(within(now(), s())[what] ?? 0);
    },
  };
}
