// What is on the screen, as something a picture can be made of: the map, or a region of the page that is drawings and words.

import { lessonsPage } from '../state/lesson.js';
import { screenOf } from '../state/screens.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {{kind: 'map'} | {kind: 'region', name: string, nodes: HTMLElement[]} | {kind: 'none', why: string}} Shown */

/** Where each figure stands, and what goes with it. @type {Record<string, readonly string[]>} */
const REGIONS = {
  time: ['.view .time-sheet', '.view .time-legend'],
  tree: ['.view .ballot-main:not([hidden]) .vote-figure', '.view .ballot-main:not([hidden]) .ballot-because', '.view .ballot-other:not([hidden]) > *'],
  ring: ['.lab .ring'],
  chain: ['.lab .halving', '.lab .chain-runs'],
  tolerance: ['.lab .tolerance'],
  cost: ['.lab .cost-box'],
};

/** @param {Page} page @returns {Shown} */
export function shownOn({ store, root }) {
  const s = store.state;
  if (!s.scenario || s.fault) return { kind: 'none', why: 'file.none' };
  if (lessonsPage(s)) return { kind: 'none', why: 'file.none.lessons' };
  const screen = screenOf(s);
  const name = screen === 'lab' ? s.place.view : screen;
  if (name === 'map') return s.session ? { kind: 'map' } : { kind: 'none', why: 'file.none.large' };
  const nodes = (REGIONS[name] ?? []).flatMap((where) => [...root.querySelectorAll(where)]).filter(isSeen);
  if (nodes.length > 0) return { kind: 'region', name, nodes: /** @type {HTMLElement[]} */ (nodes) };
  return { kind: 'none', why: name === 'table' ? 'file.none.table' : name === 'pair' ? 'file.none.pair' : 'file.none.screen' };
}

/** @param {Element} node */
const isSeen = (node) => node.getClientRects().length > 0;
