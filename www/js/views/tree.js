// Why a general decides as he does: his vote tree, folded by majorities; under other protocols what stands in its place.

import { binder } from '../kit/dom.js';
import { treeHead } from './tree-head.js';
import { treeHeld } from './tree-held.js';
import { treeList } from './tree-list.js';
import { treeOther } from './tree-other.js';
import { treeScroller } from './tree-scroller.js';
import { shownTree } from './tree-shown.js';
import { because } from './tree-words.js';
import { pathToOpen } from './vote-tree.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('#generals').Branch} Branch */

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('./figures.js').View} */
export function tree(page, side = '') {
  const { store, t, say } = page;
  const own = binder();
  const { el, refresh } = own;
  const s = () => store.state;
  const named = (/** @type {string} */ name) => (side ? `${name}-${side}` : name);
  const shown = shownTree(store);

  /** @param {Branch} branch */
  function pick(branch) {
    store.apply({ type: 'pick', step: s().message === branch.step ? null : branch.step });
  }
  /** In the figure a part that goes on is opened too. @param {Branch} branch */
  function look(branch) {
    if (branch.children > 0 && branch.path.length > 1) store.apply({ type: 'open-path', path: branch.path });
    pick(branch);
  }

  const scroller = treeScroller(own, page, named('tree-figure'), shown, look);
  const isHidden = () => shown.now() === null;
  const why = () => because({ state: s(), say: say(), shown: shown.now(), source: shown.source() });
  const node = el(
    'div',
    { class: 'ballot', hidden: () => s().session === null, 'data-testid': named('tree') },
    treeHead(own, page, named, shown),
    el(
      'div',
      { class: 'ballot-main', hidden: isHidden },
      crumbs(own, page, shown),
      scroller.node,
      el('p', { class: 'ballot-because', 'data-testid': named('tree-because') }, why),
      el('p', { class: 'fine', hidden: () => (shown.now()?.tree.branch([shown.source()])?.children ?? 0) === 0 }, () => t('votes.legend')),
    ),
    el(
      'aside',
      { class: 'ballot-aside', hidden: isHidden },
      el('h3', { class: 'label' }, () => t('votes.list')),
      treeList(own, page, shown.now, pick),
      treeHeld(own, page, () => shown.now()?.open ?? [shown.source()]),
    ),
    treeOther(own, page, () => !isHidden()),
  );

  function draw() {
    refresh();
    scroller.draw();
  }
  return {
    node,
    leave: shown.leave,
    refresh() {
      shown.fold();
      draw();
    },
    paint() {
      if (shown.fold() || s().motion?.what === 'message') draw();
    },
  };
}

/** The way to the part that is open. @param {import('../state/types.js').Binder} binder @param {Page} page @param {import('./tree-shown.js').ShownTree} shown */
function crumbs({ el, list }, { store, t, say }, shown) {
  const s = () => store.state;
  return list(
    el('nav', { class: 'vote-crumbs', 'aria-label': () => t('votes.crumbs'), hidden: () => (shown.now()?.open.length ?? 1) < 3 }),
    () => {
      const open = shown.now()?.open ?? [];
      return open.slice(0, -1).map((_, i) => open.slice(0, i + 1));
    },
    (path) => `${s().lang} ${path}`,
    (path, one) =>
      one.el(
        'button',
        { class: 'text-button', onclick: () => store.apply({ type: 'open-path', path: pathToOpen(s(), path) }) },
        () => say().general(path[path.length - 1]),
      ),
  );
}
