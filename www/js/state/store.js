// The page's one state and its one door: apply(action). No DOM, no clock, no history here.

import { Absent, supplyWhole } from './engine.js';
import { lessonHandlers } from './lesson-actions.js';
import { waitsForAnswer } from './lesson.js';
import { AS_USUAL } from './lesson-link.js';
import { letterHandlers } from './letter-actions.js';
import { keepSelection, lookHandlers } from './look-actions.js';
import { isDecided } from './decided.js';
import { pairHandlers } from './pair-actions.js';
import { ALONE } from './comparing.js';
import { povOf } from './pov.js';
import { freeRuns, renewed } from './run.js';
import { runHandlers } from './run-actions.js';
import { isInLab } from './screens.js';
import { snapToVisible, timeHandlers } from './time-actions.js';
import { INITIAL_UI, uiHandlers } from './ui-state.js';
import { createWaiting, subjectOf } from './waiting.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./actions.js').Action} Action */

/** What only those can do who see everything: whose messages are lies, and who is a traitor, is not known in fog. */
const OMNISCIENT_ACTIONS = new Set(['turn', 'message', 'lie', 'remove-lie', 'reset-lies', 'letter', 'aside']);

/** @type {import('./actions.js').Handlers<Action>} */
const handlers = { ...runHandlers, ...timeHandlers, ...lookHandlers, ...uiHandlers, ...letterHandlers, ...pairHandlers, ...lessonHandlers };

/** @param {{lang: import('./types.js').Lang, still: boolean}} reader @returns {State} */
const initialState = ({ lang, still }) => ({
  link: '',
  session: null,
  scenario: null,
  perRound: [],
  total: null,
  verdict: null,
  spec: null,
  bound: { traitors: 0, theorem: false, exact: null, loyalMessages: null, enough: null },
  grounds: { reason: 'known-wrong', source: null, claim: 'known-wrong', measure: null, against: null },
  stolen: [],
  entries: 0,
  isWaiting: false,
  missed: null,
  mishap: null,
  unserved: null,
  cursor: 0,
  length: 0,
  fault: null,
  ignored: [],
  unused: [],
  leftOff: null,
  hasRead: false,
  place: { at: 0, pov: null, view: 'map', lesson: null, beat: null, general: null, message: null, fold: null, path: null, both: 'map', rule: null, goal: null },
  tool: 'lab',
  presentation: AS_USUAL,
  chosen: null,
  strategyChosen: false,
  editing: null,
  advised: null,
  past: [],
  future: [],
  lang,
  langChosen: false,
  theme: 'auto',
  playing: false,
  mode: 'round',
  speed: 1,
  motion: null,
  still,
  letter: null,
  pair: ALONE,
  differing: null,
  ...INITIAL_UI,
  message: null,
  lit: null,
  flash: null,
  pointed: [],
  aside: 'general',
  uncovered: null,
  isStaged: true,
  heading: null,
});

/** What follows of itself from a change. @param {State} next @param {State} before @returns {State} */
function settled(next, before) {
  const seen = snapToVisible(next);
  const state = { ...seen, ...keepSelection(seen, before) };
  // Where only one tab has room, the end of a run is told by its verdict.
  if (isDecided(state) && !isDecided(before)) state.sheet = 'verdict';
  if (isInLab(state)) state.tool = state.place.view;
  return state;
}

/**
 * @param {Parameters<typeof initialState>[0]} reader
 * @param {(next: State) => Promise<unknown> | null} lacks what a state needs that has not come yet, on its way
 */
export function createStore(reader, lacks = () => null) {
  let state = initialState(reader);
  /** @type {((state: State, before: State) => void)[]} */
  const listeners = [];
  const waiting = createWaiting((isWaiting) => change({ ...state, isWaiting }));

  /** Does it once what it needs is there, if it is still wanted then. @param {Action} action @param {Promise<unknown>} coming */
  async function applyLater(action, coming) {
    waiting.add(action);
    try {
      await coming;
    } catch (error) {
      // Where nothing was ever shown, there is nobody to tell.
      if (!state.spec && !state.fault) throw error;
      if (waiting.end(action)) change({ ...state, missed: action });
      return reportError(error);
    }
    if (!waiting.end(action)) return;
    const next = renewed(state);
    if (next !== state) change(next);
    await apply(action);
  }

  /** @param {State} next */
  function change(next) {
    const before = state;
    state = settled(next, before);
    freeRuns(before, state);
    for (const listener of listeners) listener(state, before);
  }

  /**
   * Does what is asked for, at once if all that it needs is there: more of the engine, the words of a language.
   * @param {Action} action @returns {Promise<void> | void}
   */
  function apply(action) {
    if ((povOf(state) !== null && OMNISCIENT_ACTIONS.has(action.type)) || waitsForAnswer(state, action)) return;
    if (waiting.giveWay(action)) return;
    /** @type {Partial<State>} */
    let patch;
    try {
      patch = handlers[action.type](state, /** @type {never} */ (action));
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      return applyLater(action, supplyWhole());
    }
    if (Object.keys(patch).length === 0) return;
    const next = { ...state, ...patch };
    if (action.type !== 'open' && next.place.view !== state.place.view) next.entries++;
    const coming = lacks(next);
    if (coming) {
      // What was tried out is let go of, and the run that is open stays at its place.
      freeRuns(next, state);
      state.session?.seek(state.cursor);
      return applyLater(action, coming);
    }
    change(subjectOf(action) ? { ...next, missed: null } : next);
  }

  return {
    get state() {
      return state;
    },
    apply,
    /** @param {(state: State, before: State) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
