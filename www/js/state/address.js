// The page's address and its history: every state has a link, Back returns to what was open before, with its place and what undo knew there.

import { address, refusal } from './engine.js';
import { fragmentOf, queryLinkOf } from './glance.js';
import { lessonLink, lookOf, shownAlike } from './lesson-link.js';
import { beatOf } from './lesson.js';
import { usualGeneral } from './pov.js';
import { isOwn } from './spec.js';

/** @typedef {import('./store.js').Store} Store */
/** @typedef {import('./types.js').State} State */

/** Browsers refuse more than about two hundred changes of the address in a short time. */
const QUIET_MS = 400;

/**
 * The address that this state deserves, or null where the reader's own must stay: to be mended, or because no
 * link is long enough for what has been added to it.
 * @param {State} s
 */
export function fragment(s) {
  if (s.fault || !s.link) return null;
  try {
    return written(s);
  } catch (error) {
    if (refusal(error).code === 'too-long') return null;
    throw error;
  }
}

/** What is looked at, as a link tells it. @param {State} s */
export const looked = ({ place, scenario, spec }) => ({
  pov: place.pov,
  view: place.view,
  fold: place.fold === null ? null : Math.min(place.fold, scenario?.m ?? 0),
  path: place.path,
  both: place.view === 'pair' ? place.both : null,
  rule: place.view === 'rule' ? place.rule : null,
  goal: isOwn({ spec }) ? place.goal : null,
});

/** @param {State} s */
function written(s) {
  // A lesson whose stage has not come yet brings its own: the run that is still shown is not of it.
  if (s.place.lesson !== null && beatOf(s) && !s.isStaged) return shownAlike(s, lessonLink(s.place.lesson, s.place.beat));
  return address(s.link, {
    ...looked(s),
    at: s.cursor > 0 ? s.cursor : null,
    lesson: s.place.lesson,
    beat: beatOf(s) && s.place.beat,
    general: s.chosen === usualGeneral(s) ? null : s.chosen,
    message: s.message,
    ...lookOf(s),
  });
}

/** An entry as it was left: its link, also where that was not yet written, and what undo and redo know. @typedef {Pick<State, 'past' | 'future'> & {link: string | null}} Left */

/** Names of entries of the history, unlike those of another visit in the same window. */
const VISIT = Date.now();

/** The entries that this visit made, each as it was left. */
function createEntries() {
  let here = `${VISIT}`;
  let count = 0;
  /** @type {Map<string, Left>} */
  const left = new Map();
  const begin = () => {
    here = `${VISIT}-${++count}`;
  };
  return {
    /** The one that is shown. */
    here: () => here,
    begin,
    /** @param {State} s */
    leave: (s) => left.set(here, { link: fragment(s), past: s.past, future: s.future }),
    /** One that is not known is another of this visit. @param {string} name */
    enter(name) {
      const back = left.get(name);
      if (back) here = name;
      else begin();
      return back;
    },
  };
}

/**
 * The address as it was last written or gone to. In some frames the history is closed to scripts, or has no addresses: then the
 * address stays as it is, and the state is kept here.
 * @param {Window & typeof globalThis} view
 */
function createBar({ location, history }) {
  let shown = fragmentOf(location.href);
  return {
    shown: () => shown,
    go() {
      shown = fragmentOf(location.href);
    },
    /** @param {'pushState' | 'replaceState'} how @param {string} entry @param {string} [to] undefined: the address stays */
    put(how, entry, to) {
      if (to !== undefined) shown = to;
      try {
        history[how]({ entry }, '', ...(to === undefined ? [] : [`${queryLinkOf(location.href) && location.pathname}#${to}`]));
      } catch {
        shown = fragmentOf(location.href);
      }
    },
  };
}

/**
 * Does it at once when quiet, else once after the burst.
 * @param {() => void} run @param {Window & typeof globalThis} view
 */
function createQuiet(run, { performance }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let last = -Infinity;
  return {
    /** What is still to be done has been done. */
    hush() {
      clearTimeout(timer);
      timer = undefined;
    },
    begin() {
      last = performance.now();
    },
    /** @param {boolean} isLater not at once in any case */
    soon(isLater) {
      if (timer !== undefined) return;
      const wait = isLater ? QUIET_MS : last + QUIET_MS - performance.now();
      if (wait <= 0) run();
      else timer = setTimeout(run, wait);
    },
  };
}

/** A refused link is in the history too: Back leads out of it. @param {State} s */
const wantedBy = (s) => (s.fault ? s.fault.asked.replace(/^#/, '') : fragment(s));

/** @param {Store} store @param {Window & typeof globalThis} view */
export function createAddress(store, view) {
  const entries = createEntries();
  const bar = createBar(view);
  /** What the reader went to while it waits for more of the page: until it is open, the state is that of another entry. @type {object | null} */
  let opening = null;
  const quiet = createQuiet(() => write(), view);

  /** @param {State} state */
  function writeOf(state) {
    quiet.hush();
    if (opening && state.isWaiting) return;
    opening = null;
    const wanted = fragment(state);
    if (wanted === null || wanted === bar.shown()) return;
    quiet.begin();
    bar.put('replaceState', entries.here(), wanted);
  }
  const write = () => writeOf(store.state);

  /** What was open keeps its entry, with the place at which it was left. @param {State} now @param {State} before */
  function enter(now, before) {
    // Entries made in a frame would be those of the page around it.
    if (view.parent !== view) return write();
    const isHere = opening === null;
    opening = null;
    if (isHere) writeOf(before);
    const wanted = wantedBy(now);
    if (wanted === null || wanted === bar.shown()) return;
    if (isHere) entries.leave(before);
    entries.begin();
    bar.put('pushState', entries.here(), wanted);
  }

  // What waits may give way to something that waits too: then nothing of this is written.
  const soon = () => quiet.soon(opening !== null);

  function followed() {
    const to = fragmentOf(view.location.href);
    const name = view.history.state?.entry;
    // Two entries may have one link.
    if (to === bar.shown() && (name ?? entries.here()) === entries.here()) return;
    quiet.hush();
    if (!opening) entries.leave(store.state);
    const back = entries.enter(name);
    bar.go();
    if (!back) bar.put('replaceState', entries.here());
    const mine = (opening = {});
    const settle = () => {
      if (opening !== mine) return;
      opening = null;
      quiet.hush();
      soon();
    };
    const coming = store.apply({ type: 'open', link: back?.link ?? to, back: back && { past: back.past, future: back.future } });
    if (coming) void coming.finally(settle);
    else settle();
  }

  bar.put('replaceState', entries.here(), queryLinkOf(view.location.href) || undefined);
  view.addEventListener('hashchange', followed);
  view.addEventListener('popstate', followed);
  view.addEventListener('pagehide', write);
  store.subscribe((now, before) => (now.entries === before.entries ? soon() : enter(now, before)));
  return { write };
}
