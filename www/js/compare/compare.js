// Two stages on one transport: the same view in two worlds, or the same army under two protocols.

import { binder } from '../kit/dom.js';
import { stage } from '../stage/stage.js';
import { isComparing } from '../state/comparing.js';
import { beatOf } from '../state/lesson.js';
import { cases } from './compare-cases.js';
import { figures } from './compare-figures.js';
import { foot } from './compare-foot.js';
import { createNearMap } from './compare-near.js';
import { told } from './compare-told.js';
import { head } from './compare-head.js';
import { sidePage } from './compare-side-page.js';
import { NAMES, SIDES, twoSides } from './compare-sides.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** Both runs as the figure that is chosen: two maps, or two of another. @param {import('../state/types.js').Binder} binder @param {Page} page @param {import('./compare-sides.js').Two} two @param {(i: import('./compare-sides.js').Side) => HTMLElement} larger what makes a map larger */
function pictures({ el }, page, two, larger) {
  const pages = SIDES.map((i) => sidePage(page, i, two.side));
  const isMap = () => page.store.state.place.both === 'map';
  const boxes = SIDES.map((i) => el('div', { class: 'stage', 'data-testid': `stage-${NAMES[i]}` }));
  const maps = SIDES.map((i) => stage(boxes[i], pages[i], () => {}, NAMES[i]));
  const frames = SIDES.map((i) => el('div', { class: 'pair-map', hidden: () => !isMap() }, boxes[i], larger(i)));
  const figure = figures(page, pages, two.side);
  return {
    choice: figure.choice,
    /** What stands in the place of each side. */
    nodes: SIDES.map((i) => [frames[i], figure.boxes[i]]),
    pages,
    shut: figure.shut,
    refresh() {
      if (isMap()) for (const map of maps) map.refresh();
      figure.refresh();
    },
    paint() {
      if (isMap()) for (const map of maps) map.paint();
      figure.paint();
    },
    retheme() {
      for (const map of maps) map.retheme();
    },
  };
}

/** @param {HTMLElement} root @param {Page} page */
export function compare(root, page) {
  const s = () => page.store.state;
  const drawing = binder();
  const two = twoSides(page.store);
  const near = createNearMap(drawing, page);
  const both = pictures(drawing, page, two, near.button);
  const top = head(drawing, page, two, both.choice);
  root.setAttribute('aria-labelledby', top.title.id);
  const runs = cases(drawing, page, two, both.nodes, both.pages);
  near.watch(runs);
  root.append(top.node, runs, told(drawing, page, two), foot(drawing, page, two));

  let wasOpen = false;
  /** What the shut view was last asked about. */
  let shutAt = '';
  /** @type {HTMLElement | null} */
  let opener = null;

  function refreshOpen() {
    // In a lesson it is a stage like the map: the focus stays with the text, which leads on.
    if (!wasOpen) opener = beatOf(s()) === null ? /** @type {HTMLElement | null} */ (document.activeElement) : null;
    drawing.refresh();
    both.refresh();
    // Opened by a link the page is read from its beginning.
    if (!wasOpen && opener && opener !== document.body) top.title.focus({ preventScroll: true });
  }

  function refreshShut() {
    // Through other eyes the shut view must keep nothing.
    const now = `${two.viewer()} ${s().link}`;
    if (two.viewer() !== null && now !== shutAt) drawing.refresh();
    shutAt = now;
    if (!wasOpen) return;
    both.shut();
    opener?.focus();
  }

  return {
    refresh() {
      const isOpen = isComparing(s());
      if (isOpen) refreshOpen();
      else refreshShut();
      wasOpen = isOpen;
    },
    paint() {
      if (wasOpen) both.paint();
    },
    retheme: both.retheme,
  };
}
