// The vote tree as a figure that is scrolled: only what its window shows is laid out and drawn.

import { larger } from '../kit/hall-scale.js';
import { drawn, redraw } from '../kit/picture.js';
import { picture } from '../paint/svg.js';
import { layTree } from '../state/engine.js';
import { sizesOf, treeShapes } from './tree-figure.js';
import { drawnFrom } from './vote-tree.js';

/** @typedef {import('#generals').Branch} Branch */
/** @typedef {import('./tree-shown.js').Shown} Shown */

/** A small tree is shown so many times larger, where there is room. */
const MOST_LARGER = 1.8;
/** What stands below it keeps so much of the height. */
const BELOW = 0.22;
/** With less room nothing is enlarged. */
const ROOMY = 700;
/** A lower window is that of a phone on its side. */
const LOW_BELOW = 500;

const ROOT = { class: 'vote-figure', 'aria-hidden': 'true' };

/** The step of the token under a pointer. @param {Event} event */
function stepUnder({ target }) {
  const node = target instanceof Element ? target.closest('.vote') : null;
  return node instanceof SVGElement ? Number(node.dataset.step) : null;
}

/** The token under the pointer is lit wherever else it stands. @param {import('../shell/page.js').Page['store']} store */
function lighting(store) {
  /** @type {number | null} */
  let lit = null;
  /** @param {number | null} step */
  function light(step) {
    if (step === lit) return;
    lit = step;
    store.apply({ type: 'light', step });
  }
  return { onpointerover: (/** @type {Event} */ event) => light(stepUnder(event)), onpointerleave: () => light(null) };
}

/**
 * @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {string} name
 * @param {import('./tree-shown.js').ShownTree} shown @param {(branch: Branch) => void} look what is done with a branch that is clicked
 */
export function treeScroller({ el }, { store, t, say }, name, shown, look) {
  const figure = drawn(picture(ROOT, []));
  /** The branches in sight, by their steps. @type {Map<number, Branch>} */
  let branches = new Map();
  const node = el(
    'div',
    {
      class: 'vote-scroller',
      'data-testid': name,
      tabindex: 0,
      role: 'group',
      'aria-label': () => t('votes.figure'),
      onscroll: () => draw(),
      onclick: (/** @type {Event} */ event) => {
        const branch = branches.get(stepUnder(event) ?? 0);
        if (branch) look(branch);
      },
      ...lighting(store),
    },
    figure,
  );

  /** Draws what the window shows. */
  function draw() {
    const now = shown.now();
    const room = node.clientWidth;
    const root = now?.tree.branch(drawnFrom(now.open));
    if (!now || !root || room === 0) return redraw(figure, picture(ROOT, []));
    const [first] = now.tree.children(root.path, 0, 1);
    const leaves = (first?.children ?? 0) + 1;
    const at = { state: store.state, say: say(), folds: now.folds, rounds: now.rounds, low: innerHeight < LOW_BELOW };
    const scale = scaleOf(room, layTree(sizesOf(at, root, leaves, 0, null)));
    const laid = layTree(sizesOf(at, root, leaves, room / scale, node.scrollLeft / scale));
    const passed = now.tree.children(root.path, laid.first, laid.groups.length).map((branch) => ({
      branch,
      children: leaves > 1 ? now.tree.children(branch.path, 0, branch.children) : [],
    }));
    branches = new Map([root, ...passed.flatMap(({ branch, children }) => [branch, ...children])].map((branch) => [branch.step, branch]));
    redraw(figure, picture({ ...ROOT, ...larger(laid.width, laid.height, scale) }, treeShapes(at, laid, root, passed)));
    bring(now, root, () => layTree(sizesOf(at, root, leaves, room / scale, null)).groups.map(({ place: [left, , width] }) => [left * scale, width * scale]));
  }

  /** How many times larger it fits into the room. @param {number} room @param {{width: number, height: number}} least as narrow as it can be */
  function scaleOf(room, { width, height }) {
    const tall = (node.parentElement?.clientHeight ?? 0) * (1 - BELOW);
    return room < ROOMY ? 1 : Math.max(1, Math.min(MOST_LARGER, room / width, tall / height));
  }

  let brought = '';
  /** Brings the open part into sight, once. @param {Shown} shown @param {Branch} root @param {() => number[][]} places where each group begins and how wide it is */
  function bring({ tree, open }, root, places) {
    const key = `${open}`;
    if (key === brought || open.length < 2) return;
    brought = key;
    const at = tree.children(root.path, 0, root.children).findIndex((branch) => `${branch.path}` === key);
    const [left, width] = places()[Math.max(0, at)] ?? [0, 0];
    if (left < node.scrollLeft || left + width > node.scrollLeft + node.clientWidth) node.scrollLeft = left - (node.clientWidth - width) / 2;
  }

  new ResizeObserver(draw).observe(node);
  return { node, draw };
}
