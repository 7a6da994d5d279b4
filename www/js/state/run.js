// Runs that follow each other: one is opened, a change forks it, undo goes back in the list of links.

import * as engine from './engine.js';
import { FLASH_MS, roundOf } from './motion.js';
import { ALONE } from './comparing.js';
import { glance } from './glance.js';
import { beatKey } from './lesson.js';
import { keptPlace, usualGeneral } from './pov.js';
import { letterAt } from './letter-actions.js';
import { hasOrder } from './spec.js';
import { changedRides, roundCounts } from './session-cache.js';
import { WHOLE } from './zoom.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./engine.js').Changes} Changes */
/** @typedef {import('./types.js').Session} Session */
/** @typedef {Partial<State>} Patch */

/** Runs longer than this are freed at once when replaced; shorter ones are left to the garbage collector, so that scripts may keep them. */
const FREE_ABOVE_STEPS = 50_000;
const DEFAULT_STRATEGY = 'flip';
/** Keys that say which run it is: a lesson in a link with none of them brings its own. */
const OF_RUN = new Set(['p', 'n', 'm', 'o', 't', 's', 'seed', 'k', 'x', 'i', 'w', 'by', 'lost']);

/** Lets go of the runs that one state holds and another does not. @param {State} held @param {State} kept */
export function freeRuns(held, kept) {
  for (const session of new Set([held.session, held.editing?.session ?? null]))
    if (session && session !== kept.session && session !== kept.editing?.session && !engine.isLost(session) && session.length > FREE_ABOVE_STEPS)
      session.free();
}

/** What a link leads to, as the page keeps it. @param {engine.Led} led @returns {Patch} */
function run({ session, reading, verdict }) {
  const { scenario, messages, spec, bound, grounds, stolen, link } = reading;
  const known = { unserved: null, link, scenario, spec, bound, grounds, stolen, perRound: messages.perRound, total: messages.total, verdict };
  if (!session || !verdict) return { ...known, session: null, cursor: 0, length: 0 };
  return {
    ...known,
    // With signatures a round has as many steps as something was, or should have been, said in it.
    perRound: roundCounts(session),
    total: verdict.messages.total,
    session,
    cursor: session.cursor,
    length: session.length,
  };
}

/** The same run from the whole engine, at its place: nobody notices. @param {State} s @returns {State} */
export function renewed(s) {
  if (!s.session || !engine.isWhole() || engine.isOfWhole(s.session)) return s;
  const { session } = engine.follow(s.link);
  session?.seek(s.cursor);
  return { ...s, session, editing: null };
}

/** No run is open, and the address stays as it is. @type {Patch} */
const NO_RUN = { link: '', session: null, scenario: null, verdict: null, cursor: 0, length: 0, perRound: [], total: null };

/** Another engine has taken the place of one that broke off: the run is opened in it; without one there is none. @param {State} s @param {boolean} isLost @returns {Patch} */
export const reopened = (s, isLost) =>
  isLost ? { ...CLOSED, ...NO_RUN, mishap: 'lost' } : { ...renewed(s), mishap: 'replaced' };

/**
 * What a link says about how to show the page, before the engine that reads it has come.
 * @param {string} link
 * @returns {{lang: import('./types.js').Lang | null, theme: import('./types.js').Theme | null}}
 */
export const peek = (link) => ({
  lang: /** @type {any} */ (glance(link, 'lang', 'en|zh') ?? null),
  theme: /** @type {any} */ (glance(link, 'theme', 'auto|light|dark') ?? null),
});

/** The message that a link looks at: on the map the run stands there. @param {Session | null} session @param {State['place']} place @returns {Patch} */
function inspectLinked(session, { message, pov, view }) {
  if (!session || message === null || message < 1 || message >= session.length || pov !== null) return {};
  if (view !== 'map' && message < session.cursor) return { message };
  session.seek(message);
  return { cursor: message, message };
}

/** What is closed with a run. @type {Patch} */
const CLOSED = {
  mishap: null,
  motion: null,
  playing: false,
  editing: null,
  past: [],
  future: [],
  sharing: false,
  leaf: null,
  rail: false,
  raised: false,
  hasRead: false,
  letter: null,
  pair: ALONE,
  zoom: WHOLE,
  message: null,
  lit: null,
  flash: null,
  advised: null,
  aside: 'general',
};

/** How what is open is shown, but for what a link says. @param {State} s @param {import('#generals').Reading} reading */
const shownAs = (s, { presentation, given }) => ({
  ...s.presentation,
  ...Object.fromEntries(Object.entries(presentation).filter(([key]) => given.includes(/** @type {import('#generals').Key} */ (key)))),
});

/** Another run is opened. @param {State} s @param {string} asked @param {boolean} [alike] shown as what is open, where the link does not say otherwise @returns {Patch} */
export function openLink(s, asked, alike = false) {
  const link = asked === '' || asked === '#' ? engine.START : asked;
  try {
    const led = engine.follow(link);
    const { place, presentation, ignored, unused, leftOff, given } = led.reading;
    const patch = run(led);
    const n = patch.scenario?.n ?? 0;
    return {
      ...CLOSED,
      ...patch,
      fault: null,
      ignored,
      unused,
      leftOff,
      place,
      isStaged: place.lesson === null || given.some((key) => OF_RUN.has(key)),
      uncovered: beatKey({ place }) === beatKey(s) ? s.uncovered : null,
      presentation: alike ? shownAs(s, led.reading) : presentation,
      lang: presentation.lang ?? s.lang,
      langChosen: s.langChosen || presentation.lang !== null,
      theme: given.includes('theme') ? presentation.theme : s.theme,
      strategyChosen: patch.scenario?.strategy !== DEFAULT_STRATEGY || given.includes('s'),
      chosen: place.general ?? usualGeneral({ place, scenario: patch.scenario ?? null }),
      ...(keptPlace(place, n).pov === null ? {} : { sheet: 'general' }),
      ...inspectLinked(patch.session ?? null, place),
    };
  } catch (error) {
    const { code, key, read, allowed, line, column } = engine.refusal(error);
    const found = engine.diagnose(link);
    if (!found) throw error;
    const fault = { code, key, read, allowed, line, column, ...found, asked: link };
    // The nearest link keeps what is good of the refused one, however it was escaped.
    const shown = found.presentation;
    return {
      ...CLOSED,
      ...NO_RUN,
      fault,
      ignored: [],
      unused: [],
      leftOff: null,
      lang: shown.lang ?? s.lang,
      langChosen: s.langChosen || shown.lang !== null,
      theme: shown.theme === 'auto' ? s.theme : shown.theme,
    };
  }
}

/**
 * Another run takes the place of this one: where its messages are the same slots the ride goes on, and what changed flashes.
 * @param {State} s @param {Patch} patch @returns {Patch}
 */
function replaceRun(s, patch) {
  const { session } = patch;
  const old = s.session;
  const same = old && session && `${patch.perRound}` === `${s.perRound}` && patch.scenario?.protocol === s.scenario?.protocol;
  if (!same) return { ...patch, motion: null, playing: false, message: null, lit: null, flash: null };
  session.seek(s.cursor);
  const round = s.motion ? s.motion.round : roundOf(s.perRound, s.cursor);
  const steps = s.still || round === 0 || s.cursor >= s.length ? [] : changedRides(old, session, round, s.perRound);
  return { ...patch, cursor: s.cursor, flash: steps.length > 0 ? { steps: new Set(steps), left: FLASH_MS } : null };
}

/**
 * A fork of what the control started from, else of what is open.
 * @param {State} s @param {Changes} changes @param {string} control
 * @returns {Patch}
 */
export function editScenario(s, changes, control) {
  if (!s.scenario) return {};
  const again = control !== '' && s.editing?.control === control;
  const base = again && s.editing ? s.editing : { control, link: s.link, session: s.session };
  const link = engine.edit(base.link, changes);
  if (link === s.link || link.length > engine.limits().linkCharacters) return {};
  const patch = run(base.session ? engine.fork(base.session, changes) : engine.follow(link));
  const next = replaceRun(s, patch);
  return {
    ...next,
    editing: control === '' ? null : base,
    // A letter under the glass is looked at again in the new run.
    letter: s.letter && letterAt(patch.session ?? null, patch.cursor ?? 0),
    past: again ? s.past : [...s.past, s.link],
    future: [],
    advised: null,
    place: keptPlace(s.place, patch.scenario?.n ?? 0),
    chosen: s.chosen === null ? null : Math.min(s.chosen, patch.scenario?.n ?? 0),
  };
}

/**
 * Turns a general. A commander turned traitor is two-faced unless the reader has chosen otherwise: `flip` would show nothing.
 * @param {State} s @param {number} general
 * @returns {Patch}
 */
export function toggleTraitor(s, general) {
  if (!s.scenario || general < 1 || general > s.scenario.n || s.spec?.hasTraitors === false) return {};
  const { traitors, strategy } = s.scenario;
  const loyal = traitors.includes(general);
  /** @type {Changes} */
  const changes = { traitors: loyal ? traitors.filter((id) => id !== general) : [...traitors, general].sort((a, b) => a - b) };
  if (hasOrder(s, general) && !s.strategyChosen) {
    if (!loyal) changes.strategy = 'split';
    else if (strategy === 'split') changes.strategy = DEFAULT_STRATEGY;
  }
  return editScenario(s, changes, '');
}

/**
 * Goes back or on in the list of links.
 * @param {State} s @param {'past' | 'future'} from @param {'past' | 'future'} to
 * @returns {Patch}
 */
export function undoRedo(s, from, to) {
  const link = s[from].at(-1);
  if (link === undefined || !s.scenario) return {};
  const { scenario, stolen } = engine.read(link);
  // As a fork, so that the reader stays at his message, or in his round.
  const patch = run(s.session ? engine.fork(s.session, { ...scenario, stolen }) : engine.follow(link));
  const next = replaceRun(s, patch);
  return {
    ...next,
    editing: null,
    letter: s.letter && letterAt(patch.session ?? null, patch.cursor ?? 0),
    [from]: s[from].slice(0, -1),
    [to]: [...s[to], s.link],
    advised: null,
    place: keptPlace(s.place, patch.scenario?.n ?? 0),
    chosen: s.chosen === null ? null : Math.min(s.chosen, patch.scenario?.n ?? 0),
  };
}
