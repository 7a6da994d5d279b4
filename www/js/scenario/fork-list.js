// The forks of this run, each in few words: a press goes back to it, or on to it again.

import { read } from '../state/engine.js';
import { tellFork } from '../words/describe-change.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {{at: number, words: string}} Fork `at`: so many forks from the one that is now */

/** Of a long history the nearest forks are shown. */
const FORKS = 6;

/** Which forks are listed: around the one that is now. @param {number} past @param {number} future */
export function around(past, future) {
  const after = Math.min(future, Math.max(1, FORKS - 1 - past));
  return { from: Math.max(0, past - (FORKS - 1 - after)), to: past + after };
}

/** The forks to list, each told by what it changed. @param {Page} page @returns {Fork[]} */
function forks({ store, t, say }) {
  const { past, future, link } = store.state;
  if (povOf(store.state) !== null) return [];
  const all = [...past, link, ...[...future].reverse()];
  const { from, to } = around(past.length, future.length);
  return all.slice(from, to + 1).map((one, i) => {
    const at = from + i;
    const before = all[at - 1];
    return {
      at: at - past.length,
      words: before === undefined ? t('fork.open') : tellFork(say(), read(before).scenario, read(one).scenario),
    };
  });
}

/** @param {Binder} binder @param {Page} page */
export function forkList({ el, list }, page) {
  const { store, t } = page;
  const s = () => store.state;
  /** @param {Fork} fork @param {Binder} item */
  const row = ({ at, words }, item) =>
    item.el(
      'li',
      {},
      item.el(
        'button',
        {
          'aria-current': at === 0 ? 'step' : null,
          onclick: () => store.apply({ type: 'history', by: at }),
        },
        item.el('span', {}, words),
        at === 0 ? item.el('span', { class: 'label' }, t('forks.now')) : null,
      ),
    );
  return el(
    'div',
    { class: 'forks', hidden: () => s().past.length + s().future.length === 0 },
    el('h3', { class: 'label' }, () => t('forks.title')),
    list(
      el('ol', { class: 'fork-list' }),
      () => forks(page),
      ({ at, words }) => `${s().lang} ${at} ${words}`,
      row,
    ),
  );
}
