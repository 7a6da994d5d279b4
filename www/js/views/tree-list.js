// The vote tree as a tree to walk through with keys, and for those who do not see the figure: one branch a row.

import { drawnFrom, isFolded, pathToOpen, votesFor } from './vote-tree.js';
import { arrived } from '../state/motion.js';
import { opening } from '../words/message-words.js';
import { povOf } from '../state/pov.js';
import { mask, token } from '../kit/icons.js';

/** @typedef {import('#generals').Branch} Branch */
/** @typedef {import('#generals').VoteTree} VoteTree */
/** @typedef {{branch: Branch, level: number, place: number, of: number, open: boolean}} Row */

/** The rows in sight: the root, and what continues each path on the way to the open one. @param {VoteTree} tree @param {number[]} open @returns {Row[]} */
export function rowsOf(tree, open) {
  /** @type {Row[]} */
  const rows = [];
  const add = (/** @type {Branch} */ branch, /** @type {number} */ place, /** @type {number} */ of) => {
    const { path, children } = branch;
    const way = path.length <= open.length && path.every((id, i) => id === open[i]) && children > 0;
    rows.push({ branch, level: path.length, place, of, open: way });
    if (way) tree.children(path, 0, children).forEach((child, i) => add(child, i + 1, children));
  };
  const root = tree.branch(open.slice(0, 1));
  if (root) add(root, 1, 1);
  return rows;
}

/**
 * @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page
 * @param {() => {tree: VoteTree, open: number[], folds: number, rounds: number} | null} shown
 * @param {(branch: Branch) => void} pick
 */
export function treeList({ el, list }, { store, say, t }, shown, pick) {
  const s = () => store.state;
  const key = (/** @type {number[]} */ path) => path.join('.');
  /** The row that Tab comes to. */
  let active = '1';

  /** What a row says: who, what he said, what comes of it. @param {Branch} branch */
  const words = (branch) => {
    const { folds = 0, rounds = 0 } = shown() ?? {};
    const from = say().general(branch.path[branch.path.length - 1]);
    const heard = branch.step <= arrived(s());
    const parts = [t('votes.row', { who: from, words: opening(say(), branch.path, s().spec?.inputs), order: heard ? say().order(branch.direct) : t('tree.later') })];
    if (branch.children > 0 && isFolded(branch.path.length, rounds, folds)) {
      const won = votesFor(branch);
      parts.push(t(branch.tie ? 'votes.row.tie' : 'votes.row.result', { won, lost: branch.votes - won, order: say().order(branch.result) }));
    }
    if (branch.touched && povOf(s()) === null) parts.push(t('tree.touched'));
    if (branch.ownDecides && folds >= rounds - 1) parts.push(t('votes.decides'));
    return parts.join(t('tree.join'));
  };

  /** @param {number[]} path */
  const open = (path) => store.apply({ type: 'open-path', path: pathToOpen(s(), path) });

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const all = /** @type {HTMLElement[]} */ ([...root.children]);
    const at = all.findIndex((row) => row.dataset.path === active);
    const rows = shownRows();
    const row = rows[at];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const { path } = row.branch;
    let to = at;
    if (event.key === 'ArrowDown') to = at + 1;
    else if (event.key === 'ArrowUp') to = at - 1;
    else if (event.key === 'Home') to = 0;
    else if (event.key === 'End') to = all.length - 1;
    else if (event.key === 'ArrowRight' && row.branch.children > 0) {
      if (row.open) to = at + 1;
      else open(path);
    } else if (event.key === 'ArrowLeft' && path.length > 1) {
      if (row.open) open(drawnFrom(path));
      else to = all.findIndex((other) => other.dataset.path === key(drawnFrom(path)));
    } else if (event.key === 'Enter' || event.key === ' ') pick(row.branch);
    else if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    event.stopPropagation();
    const next = all[to];
    if (!next || to === at) return;
    active = next.dataset.path ?? '1';
    for (const one of all) one.tabIndex = one === next ? 0 : -1;
    next.focus();
  }

  /** @returns {Row[]} */
  const shownRows = () => {
    const now = shown();
    return now ? rowsOf(now.tree, now.open) : [];
  };
  const root = list(
    el('ul', { class: 'vote-rows', role: 'tree', 'aria-label': () => t('votes.list'), onkeydown: walk }),
    () => {
      const rows = shownRows();
      if (!rows.some(({ branch }) => key(branch.path) === active)) active = rows[0] ? key(rows[0].branch.path) : '1';
      return rows;
    },
    ({ branch, open: way, of }) => `${s().lang} ${s().link} ${branch.step} ${key(branch.path)} ${way} ${of}`,
    ({ branch, level, place, of, open: way }, own) =>
      own.el(
        'li',
        {
          role: 'treeitem',
          'data-path': key(branch.path),
          'data-step': branch.step,
          style: `--level:${level - 1}`,
          'aria-level': level,
          'aria-posinset': place,
          'aria-setsize': of,
          'aria-expanded': branch.children > 0 ? String(way) : null,
          'aria-selected': () => String(s().message === branch.step),
          tabindex: () => (active === key(branch.path) ? 0 : -1),
          onclick: () => {
            active = key(branch.path);
            pick(branch);
            if (branch.children > 0) open(way && level > 1 ? drawnFrom(branch.path) : branch.path);
          },
        },
        own.el('span', { class: 'unseen' }, () => words(branch)),
        own.el(
          'span',
          { class: 'vote-row', 'aria-hidden': 'true' },
          own.el('span', { class: 'vote-caret' }, branch.children > 0 ? (way ? '▾' : '▸') : ''),
          own.list(
            own.el('span', { class: 'vote-sign' }),
            () => [isFolded(branch.path.length, shown()?.rounds ?? 0, shown()?.folds ?? 0) && (branch.children > 0 || branch.step <= arrived(s()))],
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
      ),
  );
  return root;
}
