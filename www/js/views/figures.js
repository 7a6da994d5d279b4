// The figures of a run that are not the map: each comes when it is first opened.

/** @typedef {import('../shell/page.js').Page} Page */
/**
 * A figure of a run. `refresh`: anything may have changed; `paint`: only time went on; `leave`: it is not looked at any more, and
 * lets go of what it holds of the run.
 * @typedef {{node: HTMLElement, refresh: () => void, paint: () => void, leave?: () => void}} View
 */

/** Brings what makes a figure. @type {Record<string, () => Promise<{make: (page: Page, side?: string) => View}>>} */
export const FIGURE_PARTS = {
  time: () => import('./time-part.js'),
  tree: () => import('./tree-part.js'),
  table: () => import('./table-part.js'),
};

/** Whether a screen is one of these figures. @param {string} name */
export const isFigure = (name) => FIGURE_PARTS[name] !== undefined;
