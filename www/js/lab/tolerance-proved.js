// The map of a protocol whose attacks are not computed one by one: what is proved of it, cell by cell, and what is open.

import { restsOn } from '../state/spec.js';
import { toleranceCells } from './tolerance-cells.js';
import { knownCell } from './tolerance-known.js';

/** @typedef {import('#generals').PromiseCell} Proved */
/** @typedef {import('../state/types.js').State} State */

/** Whether the map of the open run is of what is proved. @param {Pick<State, 'spec'>} s */
export const isProved = (s) => restsOn(s, 'marks');

/** What is said of such a cell: the code of a word and of a look. @param {Proved} cell @returns {'none' | 'safe' | 'broken' | 'unknown'} */
export function stateOf({ promised, reason }) {
  if (promised === null) return reason === 'nobody-left' ? 'none' : 'unknown';
  return promised ? 'safe' : 'broken';
}

/**
 * The cells of the open run’s protocol, in its form, kept for each.
 * @param {() => State} state @param {import('./ask.js').Laboratory} ask @param {() => void} redraw
 */
export function provedCells(state, ask, redraw) {
  /** @type {Map<string, import('./tolerance-cells.js').ToleranceCells<Proved>>} */
  const kept = new Map();
  return () => {
    const { protocol, by } = state().scenario ?? { protocol: undefined, by: undefined };
    const form = `${protocol} ${by}`;
    let cells = kept.get(form);
    if (!cells) {
      const promised = (/** @type {string} */ link, /** @type {number} */ k) => ask.ask('promise', link, k);
      const variant = /** @type {import('#generals').Variant | undefined} */ (by);
      cells = toleranceCells((n, m, k) => knownCell(promised, { protocol, form: variant, n, m }, k), redraw, { kind: 'theorem', promised: null, reason: 'nobody-left' });
      kept.set(form, cells);
    }
    return cells;
  };
}
