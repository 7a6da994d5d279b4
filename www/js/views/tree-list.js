// The vote tree as a tree to walk through with keys, and for those who do not see the figure: one branch a row.

import { mask, token } from '../kit/icons.js';
import { arrived } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { deedOf, keyOf, rowsOf, rowWords } from './tree-rows.js';
import { drawnFrom, isFolded, pathToOpen } from './vote-tree.js';

/** @typedef {import('#generals').Branch} Branch */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./tree-rows.js').Row} Row */
/** @typedef {import('./tree-shown.js').Shown} Shown */

/**
 * @param {import('../state/types.js').Binder} binder @param {Page} page
 * @param {() => Shown | null} shown
 * @param {(branch: Branch) => void} pick
 */
export function treeList({ el, list }, page, shown, pick) {
  const { store, t } = page;
  const s = () => store.state;
  /** The row that Tab comes to. */
  let active = '1';

  /** @param {number[]} path */
  const open = (path) => store.apply({ type: 'open-path', path: pathToOpen(s(), path) });

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const all = /** @type {HTMLElement[]} */ ([...root.children]);
    const at = all.findIndex((row) => row.dataset.path === active);
    const rows = rowsNow();
    if (!rows[at] || event.altKey || event.ctrlKey || event.metaKey) return;
    const deed = deedOf(event.key, rows, at);
    if (deed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (!deed) return;
    if ('open' in deed) return open(deed.open);
    if ('pick' in deed) return pick(rows[at].branch);
    const next = all[deed.to];
    if (!next || deed.to === at) return;
    active = next.dataset.path ?? '1';
    for (const one of all) one.tabIndex = one === next ? 0 : -1;
    next.focus();
  }

  /** @returns {Row[]} */
  const rowsNow = () => {
    const now = shown();
    return now ? rowsOf(now.tree, now.open) : [];
  };
  const root = list(
    el('ul', { class: 'vote-rows', role: 'tree', 'aria-label': () => t('votes.list'), onkeydown: walk }),
    () => {
      const rows = rowsNow();
      if (!rows.some(({ branch }) => keyOf(branch.path) === active)) active = rows[0] ? keyOf(rows[0].branch.path) : '1';
      return rows;
    },
    ({ branch, open: way, of }) => `${s().lang} ${s().link} ${branch.step} ${keyOf(branch.path)} ${way} ${of}`,
    (row, own) =>
      treeRow(own, page, shown, row, {
        isActive: () => active === keyOf(row.branch.path),
        click() {
          const { branch, level } = row;
          active = keyOf(branch.path);
          pick(branch);
          if (branch.children > 0) open(row.open && level > 1 ? drawnFrom(branch.path) : branch.path);
        },
      }),
  );
  return root;
}

/**
 * @param {import('../state/types.js').Binder} own @param {Page} page @param {() => Shown | null} shown @param {Row} row
 * @param {{isActive: () => boolean, click: () => void}} how
 */
function treeRow(own, { store, say }, shown, { branch, level, place, of, open }, { isActive, click }) {
  const s = () => store.state;
  const folds = () => shown()?.folds ?? 0;
  const rounds = () => shown()?.rounds ?? 0;
  const isKnown = () => isFolded(branch.path.length, rounds(), folds()) && (branch.children > 0 || branch.step <= arrived(s()));
  return own.el(
    'li',
    {
      role: 'treeitem',
      'data-path': keyOf(branch.path),
      'data-step': branch.step,
      style: `--level:${level - 1}`,
      'aria-level': level,
      'aria-posinset': place,
      'aria-setsize': of,
      'aria-expanded': branch.children > 0 ? String(open) : null,
      'aria-selected': () => String(s().message === branch.step),
      tabindex: () => (isActive() ? 0 : -1),
      onclick: click,
    },
    own.el('span', { class: 'unseen' }, () => rowWords({ state: s(), say: say(), folds: folds(), rounds: rounds() }, branch)),
    own.el(
      'span',
      { class: 'vote-row', 'aria-hidden': 'true' },
      own.el('span', { class: 'vote-caret' }, branch.children > 0 ? (open ? '▾' : '▸') : ''),
      own.list(
        own.el('span', { class: 'vote-sign' }),
        () => [isKnown()],
        String,
        (known) => token(known ? (branch.children > 0 ? branch.result : branch.direct) : null, 9, { open: !known }),
      ),
      own.el('span', { class: 'vote-who' }, () => say().general(branch.path[branch.path.length - 1])),
      own.list(
        own.el('span', { class: 'touched-mask' }),
        () => (branch.touched && povOf(s()) === null ? [1] : []),
        String,
        () => mask(15),
      ),
    ),
  );
}
