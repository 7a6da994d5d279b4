// The page's one state and its one door: apply(action). No DOM, no clock, no history here.

import * as engine from './core.js';
import { AT_FIRST, looks } from './looks.js';
import { letterAt, letterDeeds } from './store-letter.js';
import { advance, arrived, nextBoundary, previousBoundary, setOut } from './motion.js';
import { WHOLE } from './zoom.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./core.js').Changes} Changes */
/** @typedef {import('./types.js').Session} Session */
/** @typedef {{type: string, [name: string]: any}} Action */
/** @typedef {Partial<State>} Patch */

/** Runs longer than this are freed at once when replaced; shorter ones are left to the garbage collector, so that scripts may keep them. */
const FREE_ABOVE_STEPS = 50_000;
const DEFAULT_STRATEGY = 'flip';

/** @param {Session | null} session */
function letGo(session) {
  if (session && session.length > FREE_ABOVE_STEPS) session.free();
}

/**
 * A run that is opened, or its counts and verdict alone where it is too large.
 * @param {string} link @param {() => Session} start
 * @returns {Patch}
 */
function run(link, start) {
  const { scenario, messages, bound, stolen, link: canonical } = engine.read(link);
  const known = { link: canonical, scenario, bound, stolen, perRound: messages.perRound, total: messages.total };
  if (messages.total !== null && messages.total <= engine.limits().messages) {
    const session = start();
    const ends = [0, ...session.roundEnds];
    // With signatures a round has as many steps as something was, or should have been, said in it.
    const perRound = ends.slice(1).map((end, round) => end - ends[round]);
    const verdict = session.verdict();
    return {
      ...known,
      perRound,
      total: verdict.messages.total,
      session,
      cursor: session.cursor,
      length: session.length,
      verdict,
    };
  }
  let verdict = null;
  try {
    verdict = engine.judge(canonical);
  } catch (error) {
    engine.faultOf(error, canonical);
  }
  return { ...known, session: null, cursor: 0, length: 0, verdict };
}

/**
 * What a refused link still says about how to show the page.
 * @param {string} link
 * @returns {{lang: import('./types.js').Lang | null, theme: import('./types.js').Theme | null}}
 */
export function peek(link) {
  const value = (/** @type {string} */ key, /** @type {string} */ values) =>
    new RegExp(`(?:^|[#?&;])${key}=(${values})(?=&|$)`).exec(link)?.[1] ?? null;
  return { lang: /** @type {any} */ (value('lang', 'en|zh')), theme: /** @type {any} */ (value('theme', 'auto|light|dark')) };
}

/** @param {State} s @param {string} asked @returns {Patch} */
function opened(s, asked) {
  const link = asked === '' || asked === '#' ? engine.START : asked;
  const rest = {
    motion: null,
    playing: false,
    editing: null,
    past: [],
    future: [],
    sharing: false,
    leaf: null,
    rail: false,
    letter: null,
    zoom: WHOLE,
  };
  try {
    const { place, presentation, ignored } = engine.read(link);
    const patch = run(link, () => engine.open(link));
    const n = patch.scenario?.n ?? 0;
    letGo(s.session);
    return {
      ...rest,
      ...patch,
      fault: null,
      ignored,
      place,
      presentation,
      lang: presentation.lang ?? s.lang,
      langChosen: s.langChosen || presentation.lang !== null,
      theme: presentation.theme === 'auto' && !/theme=auto/.test(link) ? s.theme : presentation.theme,
      strategyChosen: patch.scenario?.strategy !== DEFAULT_STRATEGY || /(?:^|[#?&;])s=/.test(link),
      chosen: s.chosen !== null && s.chosen <= n ? s.chosen : Math.min(2, n),
    };
  } catch (error) {
    const fault = engine.faultOf(error, link);
    const shown = peek(link);
    letGo(s.session);
    return {
      ...rest,
      fault,
      session: null,
      scenario: null,
      verdict: null,
      link: '',
      cursor: 0,
      length: 0,
      perRound: [],
      total: null,
      ignored: [],
      lang: shown.lang ?? s.lang,
      langChosen: s.langChosen || shown.lang !== null,
      theme: shown.theme ?? s.theme,
    };
  }
}

/**
 * A fork of what the control started from, else of what is open.
 * @param {State} s @param {Changes} changes @param {string} control
 * @returns {Patch}
 */
function edited(s, changes, control) {
  if (!s.scenario) return {};
  const again = control !== '' && s.editing?.control === control;
  const base = again && s.editing ? s.editing : { control, link: s.link, session: s.session };
  const link = engine.edit(base.link, changes);
  if (link === s.link) return {};
  const patch = run(link, () => (base.session ? base.session.fork(changes) : engine.open(link)));
  const kept = control === '' ? null : base.session;
  for (const old of new Set([s.session, s.editing?.session ?? null])) if (old !== kept) letGo(old);
  return {
    ...patch,
    motion: null,
    playing: false,
    editing: control === '' ? null : base,
    // A letter under the glass is looked at again in the new run.
    letter: s.letter && letterAt(patch.session ?? null, patch.cursor ?? 0),
    past: again ? s.past : [...s.past, s.link],
    future: [],
    chosen: s.chosen === null ? null : Math.min(s.chosen, patch.scenario?.n ?? 0),
  };
}

/**
 * Turns a general. A commander turned traitor is two-faced unless the reader has chosen otherwise: `flip` would show nothing.
 * @param {State} s @param {number} general
 * @returns {Patch}
 */
function turned(s, general) {
  if (!s.scenario || general < 1 || general > s.scenario.n) return {};
  const { traitors, strategy } = s.scenario;
  const loyal = traitors.includes(general);
  /** @type {Changes} */
  const changes = { traitors: loyal ? traitors.filter((id) => id !== general) : [...traitors, general].sort((a, b) => a - b) };
  if (general === 1 && !s.strategyChosen) {
    if (!loyal) changes.strategy = 'split';
    else if (strategy === 'split') changes.strategy = DEFAULT_STRATEGY;
  }
  return edited(s, changes, '');
}

/** Shows a step at once, without a ride. @param {State} s @param {number} step @returns {Patch} */
function shown(s, step) {
  if (!s.session) return {};
  s.session.seek(step);
  return { cursor: s.session.cursor, motion: null };
}

/** One step on, with its ride. @param {State} s @returns {Patch} */
function stepped(s) {
  if (!s.session) return {};
  const next = setOut({ ...s, mode: 'message' });
  if (!next) return { playing: false };
  s.session.seek(next.cursor);
  return { cursor: next.cursor, motion: s.still ? null : next.motion, playing: false };
}

/**
 * Goes back or on in the list of links.
 * @param {State} s @param {'past' | 'future'} from @param {'past' | 'future'} to
 * @returns {Patch}
 */
function returned(s, from, to) {
  const link = s[from].at(-1);
  if (link === undefined || !s.scenario) return {};
  const patch = run(link, () => engine.open(engine.address(link, { at: s.cursor || null })));
  letGo(s.session);
  return {
    ...patch,
    editing: null,
    motion: null,
    playing: false,
    letter: s.letter && letterAt(patch.session ?? null, patch.cursor ?? 0),
    [from]: s[from].slice(0, -1),
    [to]: [...s[to], s.link],
    chosen: s.chosen === null ? null : Math.min(s.chosen, patch.scenario?.n ?? 0),
  };
}

/** @type {Record<string, (s: State, action: Action) => Patch>} */
const deeds = {
  open: (s, { link }) => opened(s, link),
  edit: (s, { changes, control = '' }) => ({
    ...edited(s, changes, control),
    ...('strategy' in changes ? { strategyChosen: true } : {}),
  }),
  turn: (s, { general }) => turned(s, general),
  undo: (s) => returned(s, 'past', 'future'),
  redo: (s) => returned(s, 'future', 'past'),
  seek: (s, { step }) => ({ ...shown(s, step), playing: false }),
  message: (s, { step }) => ({ ...shown(s, step), playing: false }),
  step: stepped,
  back: (s) => ({ ...shown(s, s.cursor - 1), playing: false }),
  start: (s) => ({ ...shown(s, 0), playing: false }),
  end: (s) => (s.cursor === s.length ? { playing: false } : stepped({ ...s, cursor: s.length - 1 })),
  'next-round': (s) =>
    nextBoundary(s.perRound, s.cursor) >= s.length
      ? deeds.end(s, { type: 'end' })
      : { ...shown(s, nextBoundary(s.perRound, s.cursor)), playing: false },
  'previous-round': (s) => ({ ...shown(s, previousBoundary(s.perRound, s.cursor)), playing: false }),
  play: (s) => {
    if (!s.session) return {};
    const resumed = s.motion && { ...s.motion, held: false, rest: s.motion.progress >= 1 ? Infinity : 0 };
    return s.cursor >= s.length && !(resumed && resumed.progress < 1)
      ? { ...shown(s, 0), playing: true }
      : { playing: true, motion: resumed };
  },
  pause: (s) => ({ playing: false, motion: s.motion && { ...s.motion, held: s.motion.progress < 1 } }),
  advance: (s, { ms }) => {
    const next = advance(s, ms);
    if (s.session && next.cursor !== s.cursor) s.session.seek(next.cursor);
    return next;
  },
  mode: (s, { mode }) => ({ mode, motion: s.motion?.what === 'round' ? null : s.motion }),
  speed: (_, { speed }) => ({ speed }),
  still: (_, { still }) => ({ still, motion: null, playing: false }),
  choose: (s, { general }) =>
    s.scenario && general >= 1 && general <= s.scenario.n ? { chosen: general, sheet: 'general' } : {},
  lang: (_, { lang }) => ({ lang, langChosen: true }),
  theme: (_, { theme }) => ({ theme }),
  ...looks,
  ...letterDeeds,
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
    bound: { theorem: false, exact: null, loyalMessages: null },
    stolen: [],
    cursor: 0,
    length: 0,
    fault: null,
    ignored: [],
    place: { at: 0, pov: null, view: null, lesson: null },
    presentation: { lang: null, theme: 'auto', embed: false, controls: 'full' },
    chosen: null,
    strategyChosen: false,
    editing: null,
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
    ...AT_FIRST,
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
      const patch = deeds[action.type](state, action);
      if (Object.keys(patch).length === 0) return;
      state = { ...state, ...patch };
      for (const listener of listeners) listener(state, before);
    },
    /** @param {(state: State, before: State) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */

/** Whether all have decided before the reader's eyes. @param {State} s */
export function decided(s) {
  return s.length > 0 ? arrived(s) >= s.length : s.verdict !== null;
}
