// What is looked at: a message, a general, the run through one general's eyes; the run itself stays as it is.

import { arrived, isInFlight } from './motion.js';
import { isComparing, leavePair } from './comparing.js';
import { placeOfRun } from './lesson.js';
import { isSeen, povOf, visibleSteps } from './pov.js';
import { figureOf, isEmpty, isOmniscient, screenOf } from './screens.js';
import { pauseRide, showStep } from './time-actions.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {Partial<State>} Patch */

/** What lies open of what only those can do who see everything, and what was said before, when the fog comes. @type {Patch} */
const CLOSED_IN_FOG = { message: null, lit: null, flash: null, letter: null, aside: 'general', advised: null };

/** A message is looked at: the ride halts; one that is not on the road is shown first. @param {State} s @param {number} step @returns {Patch} */
function inspectMessage(s, step) {
  if (!s.session || step < 1 || step >= s.length) return {};
  const here = isInFlight(s, step) ? pauseRide(s) : { ...showStep(s, step), playing: false };
  // Its note would lie under the raised sheet.
  return { ...here, message: step, raised: false };
}

/** Clears the message looked at when the cursor moves; on coming to the map it is found there. @param {State} s @param {State} before @returns {Patch} */
export function keepSelection(s, before) {
  const { message } = s;
  if (message === null || message !== before.message || isInFlight(s, message)) return {};
  const [here, there] = [screenOf(s), screenOf(before)];
  if (here === 'map' && there !== 'map') return inspectMessage(s, message);
  return here === 'map' || s.cursor !== before.cursor ? { message: null } : {};
}

/** Another screen. @param {State} s @param {import('#generals').Screen} view @returns {Patch} */
function openView(s, view) {
  if (isEmpty(s, view) || (isOmniscient(view) && povOf(s) !== null)) return {};
  return {
    ...(isOmniscient(view) ? { message: null, lit: null, flash: null, playing: false, motion: null, sheet: 'scenario' } : {}),
    // Who leaves two runs sees as before.
    ...(isComparing(s) ? leavePair(s) : {}),
    place: { ...placeOfRun(s), view, pov: isComparing(s) ? s.pair.back : s.place.pov },
    letter: null,
    rail: false,
    raised: false,
    listing: false,
  };
}

/** @param {State} s @param {number | null} general */
const isGeneral = (s, general) => general !== null && s.scenario !== null && general >= 1 && general <= s.scenario.n;

/** @type {import('./actions.js').Handlers<import('./actions.js').LookAction>} */
export const lookHandlers = {
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
  choose: (s, { general }) =>
    isGeneral(s, general) ? { chosen: general, sheet: 'general', aside: 'general', message: null } : {},
  pov: (s, { general }) =>
    general === null
      ? { place: { ...s.place, pov: null } }
      : isGeneral(s, general) && general !== s.place.pov
        ? { ...CLOSED_IN_FOG, place: { ...s.place, pov: general }, chosen: general, sheet: 'general' }
        : {},
  advise: (_, { general, order }) => ({ advised: { general, order } }),
  view: (s, { view }) => openView(s, view),
  both: (s, { both }) => ({ place: { ...s.place, both: figureOf(both) } }),
  // The rule that is written in the laboratory.
  rule: (s, { rule }) => ({ place: { ...s.place, rule } }),
  goal: (s, { goal }) => ({ place: { ...s.place, goal } }),
  // How far the vote tree is folded; null: as far as the run has come.
  fold: (s, { fold }) => ({ place: { ...s.place, fold } }),
  // At which path the vote tree is open; null: at its root.
  'open-path': (s, { path }) => ({ place: { ...s.place, path: path === null ? null : path.join('.') } }),
};
