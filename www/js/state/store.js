// The page's one state and its one door: apply(action). No DOM, no clock, no history here.

import * as lies from './lies.js';
import { INITIAL_UI, uiHandlers } from './ui-state.js';
import { advance, arrived, isMoving, nextBoundary, previousBoundary, scrubbed, setOut } from './motion.js';
import { ALONE, isComparing } from './pair.js';
import { editScenario, openLink, undoRedo, toggleTraitor } from './run.js';
import { povOf, isSeen, visibleTime, visibleSteps } from './pov.js';
import { letterHandlers } from './letter-actions.js';
import { pairHandlers } from './pair-actions.js';
import { isInLab, viewHandlers, screenOf } from './screens.js';
import { isInFlight } from '../scene/world.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {{type: string, [name: string]: any}} Action */
/** @typedef {Partial<State>} Patch */

/** The state with its time in places of the transport, and the way back to steps. @param {State} s */
function visibleTimeline(s) {
  const time = visibleTime(s);
  return { time, placed: { ...s, cursor: time.place(s.cursor), perRound: time.perRound, length: time.length } };
}

/** Shows a step at once, without a ride. @param {State} s @param {number} step @returns {Patch} */
function showStep(s, step) {
  if (!s.session) return {};
  s.session.seek(step);
  return { cursor: s.session.cursor, motion: null };
}

/** One step on, with its ride. @param {State} s @returns {Patch} */
function stepOnce(s) {
  if (!s.session) return {};
  const { time, placed } = visibleTimeline(s);
  const next = setOut({ ...placed, mode: 'message' }, time.next);
  if (!next) return { playing: false };
  s.session.seek(time.step(next.cursor));
  return { cursor: s.session.cursor, motion: s.still ? null : next.motion, playing: false };
}

/** The end is being played. @param {State} s */
const isEnding = (s) => s.motion?.what === 'ending' && s.motion.progress < 1;

/** @param {State} s @returns {Patch} */
const pauseRide = (s) => ({ playing: false, motion: s.motion && { ...s.motion, held: s.motion.progress < 1 } });

/** A message is looked at: the ride halts; one that is not on the road is shown first. @param {State} s @param {number} step @returns {Patch} */
function inspectMessage(s, step) {
  if (!s.session || step < 1 || step >= s.length) return {};
  const here = isInFlight(s, step) ? pauseRide(s) : { ...showStep(s, step), playing: false };
  return { ...here, message: step };
}

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

/** What only those can do who see everything: whose messages are lies, and who is a traitor, is not known in fog. */
const OMNISCIENT_ACTIONS = new Set(['turn', 'message', 'lie', 'remove-lie', 'reset-lies', 'letter', 'aside']);
/** What lies open of that, and what was said before, when the fog comes. @type {Patch} */
const CLOSED_IN_FOG = { message: null, lit: null, flash: null, letter: null, aside: 'general', advised: null };

/** @type {Record<string, (s: State, action: Action) => Patch>} */
const handlers = {
  open: (s, { link }) => openLink(s, link),
  edit: (s, { changes, control = '' }) => ({
    ...editScenario(s, changes, control),
    ...('strategy' in changes ? { strategyChosen: true } : {}),
  }),
  turn: (s, { general }) => toggleTraitor(s, general),
  undo: (s) => undoRedo(s, 'past', 'future'),
  redo: (s) => undoRedo(s, 'future', 'past'),
  seek: (s, { step }) => ({ ...showStep(s, step), playing: false }),
  step: stepOnce,
  back: (s) => {
    const { time, placed } = visibleTimeline(s);
    return { ...showStep(s, time.step(time.previous(placed.cursor))), playing: false };
  },
  start: (s) => ({ ...showStep(s, 0), playing: false }),
  end: (s) => (s.cursor === s.length ? { playing: false } : stepOnce({ ...s, cursor: s.length - 1 })),
  'next-round': (s) => {
    const { time, placed } = visibleTimeline(s);
    const next = nextBoundary(time.perRound, placed.cursor);
    return next >= time.length ? handlers.end(s, { type: 'end' }) : { ...showStep(s, time.step(next)), playing: false };
  },
  'previous-round': (s) => {
    const { time, placed } = visibleTimeline(s);
    return { ...showStep(s, time.step(previousBoundary(time.perRound, placed.cursor))), playing: false };
  },
  play: (s) => {
    if (!s.session) return {};
    if (isEnding(s)) return handlers.skip(s, { type: 'skip' });
    const resumed = s.motion && { ...s.motion, held: false, rest: s.motion.progress >= 1 ? Infinity : 0 };
    return s.cursor >= s.length && !(resumed && resumed.progress < 1)
      ? { ...showStep(s, 0), playing: true }
      : { playing: true, motion: resumed };
  },
  pause: (s) => (isEnding(s) ? handlers.skip(s, { type: 'skip' }) : pauseRide(s)),
  skip: (s) => (isEnding(s) && s.motion ? { playing: false, motion: { ...s.motion, progress: 1 } } : {}),
  advance: (s, { ms }) => {
    const flash = s.flash && s.flash.left > ms ? { ...s.flash, left: s.flash.left - ms } : null;
    if (!isMoving(s)) return { flash };
    const { time, placed } = visibleTimeline(s);
    const next = advance(placed, ms, time.next);
    const cursor = time.step(next.cursor);
    if (s.session && cursor !== s.cursor) s.session.seek(cursor);
    return { ...next, cursor, flash };
  },
  scrub: (s, { place }) => {
    if (!s.session) return {};
    const next = s.still ? null : scrubbed(s, place);
    if (!next) return handlers.seek(s, { type: 'seek', step: Math.round(place) });
    s.session.seek(next.cursor);
    return { ...next, playing: false };
  },
  message: (s, { step }) => (step === null ? { message: null } : inspectMessage(s, step)),
  // A message is chosen in a figure: looked at, but in a vote tree, which folds at the end, time does not go back; in fog it is shown.
  pick: (s, { step }) => {
    if (step === null) return { message: null };
    const tree = s.place.view === 'tree' || (isComparing(s) && s.place.both === 'tree');
    if (povOf(s) === null) return tree && step <= arrived(s) ? { ...pauseRide(s), message: step } : inspectMessage(s, step);
    return isSeen(visibleSteps(s), step) ? { ...showStep(s, step), playing: false } : {};
  },
  light: (s, { step }) => (s.lit === step ? {} : { lit: step }),
  point: (_, { generals }) => ({ pointed: generals }),
  aside: (_, { aside }) => ({ aside, sheet: 'general', raised: true }),
  lie: (s, { step, choice, reach = 'one' }) =>
    s.session && s.scenario ? replaceLies(s, lies.choose(s.session, s.scenario, s.perRound, step, choice, reach)) : {},
  'remove-lie': (s, { lie }) => (s.scenario ? replaceLies(s, lies.without(s.scenario.lies, lie)) : {}),
  'reset-lies': (s) => replaceLies(s, []),
  history: (s, { by }) => {
    let now = s;
    for (let i = Math.abs(by); i > 0; i--) now = { ...now, ...handlers[by < 0 ? 'undo' : 'redo'](now, { type: '' }) };
    return now;
  },
  mode: (s, { mode }) => ({ mode, motion: s.motion?.what === 'round' ? null : s.motion }),
  speed: (_, { speed }) => ({ speed }),
  still: (_, { still }) => ({ still, motion: null, playing: false }),
  choose: (s, { general }) =>
    s.scenario && general >= 1 && general <= s.scenario.n
      ? { chosen: general, sheet: 'general', aside: 'general', message: null }
      : {},
  eyes: (s, { general }) =>
    general === null
      ? { place: { ...s.place, pov: null } }
      : s.scenario && general >= 1 && general <= s.scenario.n && general !== s.place.pov
        ? { ...CLOSED_IN_FOG, place: { ...s.place, pov: general }, chosen: general, sheet: 'general' }
        : {},
  advise: (_, { general, order }) => ({ advised: { general, order } }),
  lang: (_, { lang }) => ({ lang, langChosen: true }),
  theme: (_, { theme }) => ({ theme }),
  ...uiHandlers,
  ...letterHandlers,
  ...pairHandlers,
  ...viewHandlers,
};

/** @param {{lang: import('./types.js').Lang, still: boolean}} reader */
export function createStore({ lang, still }) {
  /** @type {State} */
  let state = {
    link: '',
    session: null,
    scenario: null,
    perRound: [],
    total: null,
    verdict: null,
    spec: null,
    bound: { traitors: 0, theorem: false, exact: null, loyalMessages: null, enough: null },
    grounds: { reason: 'known-wrong', source: null },
    stolen: [],
    cursor: 0,
    length: 0,
    fault: null,
    ignored: [],
    place: { at: 0, pov: null, view: 'map', lesson: null, general: null, message: null, fold: null, path: null, both: 'map', rule: null },
    tool: 'lab',
    presentation: { lang: null, theme: 'auto', embed: false, controls: 'full' },
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
  };
  /** @type {((state: State, before: State) => void)[]} */
  const listeners = [];
  return {
    get state() {
      return state;
    },
    /** @param {Action} action */
    apply(action) {
      const before = state;
      if (povOf(state) !== null && OMNISCIENT_ACTIONS.has(action.type)) return;
      const patch = handlers[action.type](state, action);
      if (Object.keys(patch).length === 0) return;
      state = snapToVisible({ ...state, ...patch });
      state = { ...state, ...keepSelection(state, before) };
      // Where only one tab has room, the end of a run is told by its verdict.
      if (isDecided(state) && !isDecided(before)) state.sheet = 'verdict';
      if (isInLab(state)) state.tool = state.place.view;
      for (const listener of listeners) listener(state, before);
    },
    /** @param {(state: State, before: State) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */

/** With signatures eyes stand only at what they see: that anything else happens is itself unknown. @param {State} s @returns {State} */
function snapToVisible(s) {
  const time = visibleTime(s);
  const cursor = time.step(time.place(s.cursor));
  if (!s.session || cursor === s.cursor) return s;
  s.session.seek(cursor);
  return { ...s, cursor, motion: null, playing: false };
}

/** Who goes on in time leaves the message he looked at; who comes to the map finds it there. @param {State} s @param {State} before @returns {Patch} */
function keepSelection(s, before) {
  const { message } = s;
  if (message === null || message !== before.message || isInFlight(s, message)) return {};
  const [here, there] = [screenOf(s), screenOf(before)];
  if (here === 'map' && there !== 'map') return inspectMessage(s, message);
  return here === 'map' || s.cursor !== before.cursor ? { message: null } : {};
}

/** Whether all have decided before the reader's eyes; a run too large to show is seen by nobody in it. @param {State} s */
export function isDecided(s) {
  return s.length > 0 ? arrived(s) >= s.length : s.verdict !== null && povOf(s) === null;
}
