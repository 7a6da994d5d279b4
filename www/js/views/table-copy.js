// Copying the rows of the table as text with tabs, in pieces so that the page goes on.

import { binder } from '../kit/dom.js';
import { copy as copyField } from '../kit/copying.js';
import { lines } from '../words/message-row.js';
import { icon } from '../kit/icons.js';

/** More rows than this are not copied: a clipboard and a reader's click last only so long. */
const MOST = 120_000;
const AT_ONCE = 2_000;
const COPIED_MS = 2000;

/** @param {import('../shell/page.js').Page} page @param {(name: string) => string} named @param {() => import('#generals').Rows | null} rows */
export function copying({ store, t, say }, named, rows) {
  const { el, refresh } = binder();
  let answer = '';
  let busy = false;
  /** What could not be put onto the clipboard waits here, selected. */
  const field = el('textarea', { class: 'table-field', readonly: true, hidden: true, 'aria-label': () => t('table.copy') });

  /** All rows as text, as far as they may be copied. */
  async function text() {
    const words = lines(store.state, say());
    const pieces = [words.head];
    const asked = rows();
    for (let first = 0; ; first += AT_ONCE) {
      // Meanwhile something else may be asked for: then this copy is of nothing.
      if (!asked || rows() !== asked) return null;
      const some = asked.window(first, Math.min(AT_ONCE, MOST - first));
      for (const row of some) pieces.push(words.row(row));
      if (some.length < AT_ONCE) return pieces.join('');
      await new Promise(requestAnimationFrame);
    }
  }

  async function copy() {
    if (busy) return;
    busy = true;
    const count = rows()?.length ?? 0;
    const all = await text();
    busy = false;
    if (all === null) return;
    const copied = await copyField(field, all);
    field.hidden = copied;
    if (copied) field.value = '';
    answer = !copied ? t('share.selected') : count > MOST ? t('table.copied.part', { first: MOST, count }) : t('share.copied');
    refresh();
    setTimeout(() => {
      answer = '';
      refresh();
    }, COPIED_MS);
  }
  return {
    node: el(
      'div',
      { class: 'table-copy' },
      field,
      el('button', { class: 'bar-button line', 'data-testid': named('copy-tsv'), 'aria-label': () => answer || t('table.copy'), onclick: copy }, icon('copy', 16), el('span', {}, () => answer || t('table.copy'))),
      el('p', { class: 'unseen', role: 'status' }, () => answer),
    ),
    refresh,
  };
}
