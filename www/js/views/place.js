// The place where the figure of a run stands that is not the map: one at a time, each fetched when it is first opened.

import { latePart } from '../kit/late-part.js';
import { screenOf } from '../state/screens.js';
import { FIGURE_PARTS } from './figures.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../kit/watching.js').Panel} Panel */
/** @typedef {import('./figures.js').View} View */

/** A figure that stands in its place while it is looked at. @param {HTMLElement} place @param {View} view @param {() => boolean} isOpen @returns {Panel} */
export function standing(place, view, isOpen) {
  return {
    refresh() {
      if (isOpen()) {
        if (place.firstChild !== view.node) place.replaceChildren(view.node);
        view.refresh();
      } else if (place.contains(view.node)) {
        view.node.remove();
        view.leave?.();
      }
    },
    paint: () => {
      if (isOpen()) view.paint();
    },
  };
}

/** @param {HTMLElement} place @param {Page} page @param {string} name @param {() => void} arrived */
const figureAt = (place, page, name, arrived) =>
  latePart(
    place,
    page,
    (s) => screenOf(s) === name,
    async () => {
      const { make } = await FIGURE_PARTS[name]();
      return { make: (at, own) => standing(at, make(own), () => screenOf(own.store.state) === name) };
    },
    arrived,
  );

/** By the names of their screens. @param {HTMLElement} place @param {Page} page @param {() => void} arrived */
export const figuresAt = (place, page, arrived) =>
  Object.fromEntries(Object.keys(FIGURE_PARTS).map((name) => [name, figureAt(place, page, name, arrived)]));
