// The ways of looking at a run: which of them fills the page, and the deeds that change it.

import { ALONE, isComparing } from './pair.js';
import { povOf } from './pov.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Figure} Figure */

/** The figures of a run; each can also stand twice, side by side. @type {readonly Figure[]} */
export const FIGURES = ['map', 'time', 'tree', 'table'];

/** Whether a screen knows who the traitors are: the laboratory's tools. @param {string} view */
const isOmniscient = (view) => view !== 'pair' && !FIGURES.some((figure) => figure === view);

/** Whether the laboratory is open: not in fog, since it knows who the traitors are, nor in a frame. @param {State} s */
export const isInLab = (s) =>
  isOmniscient(s.place.view) && s.scenario !== null && povOf(s) === null && !s.presentation.embed;

/** The figure that a view or two runs side by side show. @param {string} name @returns {Figure} */
export const figureOf = (name) => FIGURES.find((figure) => figure === name) ?? 'map';

/** What fills the page's middle. @param {State} s @returns {Figure | 'pair' | 'lab'} */
export function screenOf(s) {
  if (isComparing(s)) return 'pair';
  if (isInLab(s)) return 'lab';
  return s.session ? figureOf(s.place.view) : 'map';
}

/** @type {Record<string, (s: State, action: import('./store.js').Action) => Partial<State>>} */
export const viewHandlers = {
  view: (s, { view }) =>
    isOmniscient(view) && povOf(s) !== null
      ? {}
      : {
          ...(isOmniscient(view) ? { message: null, lit: null, flash: null, playing: false, motion: null, sheet: 'scenario' } : {}),
          // Who leaves two runs sees as before.
          ...(isComparing(s) ? { pair: ALONE } : {}),
          place: { ...s.place, view, pov: isComparing(s) ? s.pair.back : s.place.pov },
          letter: null,
          rail: false,
          raised: false,
          listing: false,
        },
  both: (s, { both }) => ({ place: { ...s.place, both: figureOf(both) } }),
  // The rule that is written in the laboratory.
  rule: (s, { rule }) => ({ place: { ...s.place, rule } }),
  // How far the vote tree is folded; null: as far as the run has come.
  fold: (s, { fold }) => ({ place: { ...s.place, fold } }),
  // At which path the vote tree is open; null: at its root.
  'open-path': (s, { path }) => ({ place: { ...s.place, path: path === null ? null : path.join('.') } }),
};
