// The place where the figure of a run stands that is not the map: one at a time, each fetched when it is first opened.

import { el } from '../kit/dom.js';
import { latePart } from '../kit/late-part.js';
import { screenOf } from '../state/screens.js';
import { FIGURE_PARTS } from './figures.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../kit/watching.js').Panel} Panel */
/** @typedef {import('./figures.js').View} View */

/** A figure that stands in its box while it is looked at. @param {HTMLElement} box @param {View} view @param {() => boolean} isOpen @returns {Panel} */
export function standing(box, view, isOpen) {
  return {
    refresh() {
      if (isOpen()) {
        if (!box.contains(view.node)) box.append(view.node);
        view.refresh();
      } else if (box.contains(view.node)) {
        view.node.remove();
        view.leave?.();
      }
    },
    paint: () => {
      if (isOpen()) view.paint();
    },
  };
}

/** The box of one figure: it takes no room of its own. */
export const figureBox = () => el('div', { class: 'figure-box' });

/** @param {HTMLElement} place @param {Page} page @param {string} name @param {() => void} arrived */
function figureAt(place, page, name, arrived) {
  const box = figureBox();
  place.append(box);
  /** @param {import('../state/types.js').State} s */
  const isOpen = (s) => screenOf(s) === name;
  const bring = async () => {
    const { make } = await FIGURE_PARTS[name]();
    /** @param {HTMLElement} at @param {Page} own */
    const stand = (at, own) => standing(at, make(own), () => isOpen(own.store.state));
    return { make: stand };
  };
  return latePart(box, page, isOpen, bring, arrived);
}

/** By the names of their screens. @param {HTMLElement} place @param {Page} page @param {() => void} arrived */
export const figuresAt = (place, page, arrived) =>
  Object.fromEntries(Object.keys(FIGURE_PARTS).map((name) => [name, figureAt(place, page, name, arrived)]));
