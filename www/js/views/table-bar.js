// Above the table: which messages, how many and in which order, and copying them; in its place, that there are none.

import { arrived } from '../state/motion.js';
import { columnOf } from '../words/message-row.js';
import { povOf, visibleSteps } from '../state/pov.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Binder} Binder */

/** “9 messages, by step.” @param {State} s @param {import('../words/i18n.js').Speech} say @param {number} count @param {readonly import('../words/message-row.js').Sort[]} order */
export function tellRows(s, say, count, order) {
  const by = order.map((key) => say.t(`table.by.${columnOf(key)}`)).join(say.t('table.then'));
  const ahead = s.session && arrived(s) < s.length - 1 ? say.t('gap') + say.t('table.ahead') : '';
  const viewer = povOf(s);
  const counted = say.t('counts.messages', { count });
  const messages = viewer === null ? counted : say.t('table.seen', { messages: counted, who: say.general(viewer) });
  return say.t('table.sorted', { messages, by }) + ahead;
}

/** @param {Binder} binder @param {(name: string) => string} named @param {HTMLElement} filters @param {() => string} said @param {HTMLElement} copy */
export const tableBar = ({ el }, named, filters, said, copy) =>
  el('div', { class: 'table-bar' }, filters, el('p', { class: 'fine', role: 'status', 'data-testid': named('table-said') }, said), copy);

/** @param {Binder} binder @param {Page} page @param {(name: string) => string} named @param {() => number} count @param {() => void} clear shows all */
export function tableNone({ el }, { store, t }, named, count, clear) {
  const s = () => store.state;
  /** In fog before anything is seen. */
  const early = () => povOf(s()) !== null && (visibleSteps(s())?.[0] ?? 0) > arrived(s());
  return el(
    'div',
    { class: 'table-none', hidden: () => count() > 0 },
    el('p', {}, () => t(early() ? 'table.early' : 'table.none')),
    el('button', { class: 'bar-button line', 'data-testid': named('table-clear'), hidden: early, onclick: clear }, () => t('table.clear')),
  );
}
