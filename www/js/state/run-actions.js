// The run: another one is opened, edited, taken back; its lies one by one.

import { refusal } from './engine.js';
import * as lies from './lies.js';
import { editScenario, freeRuns, openLink, reopened, toggleTraitor, undoRedo } from './run.js';
import { showStep } from './time-actions.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {Partial<State>} Patch */

/** Other lies, another run; the message looked at stays open. @param {State} s @param {import('./types.js').Lie[]} list @returns {Patch} */
function replaceLies(s, list) {
  const slot = s.session && s.message !== null ? lies.messageAt(s.session, s.message) : null;
  const patch = editScenario(s, { lies: list }, '');
  // With signatures one lie may make other steps: then the message is shown where it is now.
  if (slot && patch.session && patch.message === null) {
    const step = lies.stepOf(patch.session, slot);
    if (step !== null) return { ...patch, ...showStep({ ...s, ...patch }, step), message: step, aside: 'lies' };
  }
  return { ...patch, aside: 'lies' };
}

/** An army that its program cannot serve, with too many rounds or too much to do, comes to nothing but that this is said. @param {State} s @param {import('./engine.js').Changes} changes @param {string} control @returns {Patch} */
function edited(s, changes, control) {
  try {
    return editScenario(s, changes, control);
  } catch (error) {
    if (refusal(error).code !== 'bad-program' || !s.scenario) throw error;
    if (changes.prog !== undefined) return {};
    const { n, m } = { ...s.scenario, ...changes };
    return { unserved: { n, m: Math.min(m, n - 2) } };
  }
}

/** Several steps back or on in the list of links. @param {State} s @param {number} by @returns {Patch} */
function travel(s, by) {
  let now = s;
  for (let i = Math.abs(by); i > 0; i--) {
    const next = { ...now, ...(by < 0 ? undoRedo(now, 'past', 'future') : undoRedo(now, 'future', 'past')) };
    // Those in between are seen by nobody.
    if (now !== s) freeRuns(now, next);
    now = next;
  }
  return now;
}

/** @type {import('./actions.js').Handlers<import('./actions.js').RunAction>} */
export const runHandlers = {
  open: (s, { link, entry = false, alike, back }) => ({
    ...openLink(s, link, alike),
    ...(back ? { ...back, lang: s.lang, langChosen: s.langChosen, theme: s.theme } : {}),
    entries: s.entries + (entry ? 1 : 0),
  }),
  edit: (s, { changes, control = '', entry = false }) => ({
    ...edited(s, changes, control),
    entries: s.entries + (entry ? 1 : 0),
    ...('strategy' in changes ? { strategyChosen: true } : {}),
  }),
  turn: (s, { general }) => toggleTraitor(s, general),
  replaced: (s, { isLost }) => reopened(s, isLost),
  undo: (s) => undoRedo(s, 'past', 'future'),
  redo: (s) => undoRedo(s, 'future', 'past'),
  history: (s, { by }) => travel(s, by),
  lie: (s, { step, choice, reach = 'one' }) =>
    s.session && s.scenario ? replaceLies(s, lies.choose(s.session, s.scenario, s.perRound, step, choice, reach)) : {},
  'remove-lie': (s, { lie }) => (s.scenario ? replaceLies(s, lies.without(s.scenario.lies, lie)) : {}),
  'reset-lies': (s) => replaceLies(s, []),
};
