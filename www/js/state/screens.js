// The ways of looking at a run: which of them fills the page.

import { isComparing } from './comparing.js';
import { beatOf, lessonsPage } from './lesson.js';
import { povOf } from './pov.js';
import { restsOn } from './spec.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Figure} Figure */

/** The figures of a run; each can also stand twice, side by side. @type {readonly Figure[]} */
export const FIGURES = ['map', 'time', 'tree', 'table'];

/** Whether a screen is one run, which time moves. @param {string} view */
export const isOneRun = (view) => FIGURES.some((figure) => figure === view);

/** Whether a screen knows who the traitors are: the laboratory's tools. @param {string} view */
export const isOmniscient = (view) => view !== 'pair' && !isOneRun(view);

/** Whether a screen has nothing to show of this run: where nothing is voted on there is no tree, and no question to be asked; rules that fire make no tree. @param {State} s @param {string} view */
export const isEmpty = (s, view) => (restsOn(s, 'none') && (view === 'tree' || isOmniscient(view))) || (view === 'tree' && restsOn(s, 'marks'));

/** Whether the laboratory is open: not in fog, since it knows who the traitors are, nor in a frame, but where a beat of a lesson opens it. @param {State} s */
export const isInLab = (s) =>
  lessonsPage(s) === null && isOmniscient(s.place.view) && !isEmpty(s, s.place.view) && s.scenario !== null && povOf(s) === null && (!s.presentation.embed || beatOf(s) !== null);

/** The figure that a view or two runs side by side show. @param {string} name @returns {Figure} */
export const figureOf = (name) => FIGURES.find((figure) => figure === name) ?? 'map';

/** What fills the page's middle. @param {State} s @returns {Figure | 'pair' | 'lab' | 'lessons'} */
export function screenOf(s) {
  if (lessonsPage(s)) return 'lessons';
  if (isComparing(s)) return 'pair';
  if (isInLab(s)) return 'lab';
  return s.session && !isEmpty(s, s.place.view) ? figureOf(s.place.view) : 'map';
}
