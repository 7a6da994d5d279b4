// The page's address and its history: every state has a link, Back returns to what was open before, with its place and what undo knew there.

import { address, refusal } from './engine.js';
import { fragmentOf, queryLinkOf } from './glance.js';
import { usualGeneral } from './pov.js';

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
export const looked = ({ place, scenario }) => ({
  pov: place.pov,
  view: place.view,
  fold: place.fold === null ? null : Math.min(place.fold, scenario?.m ?? 0),
  path: place.path,
  both: place.view === 'pair' ? place.both : null,
  rule: place.view === 'rule' ? place.rule : null,
});

/** @param {State} s */
function written(s) {
  return address(s.link, {
    ...looked(s),
    at: s.cursor > 0 ? s.cursor : null,
    lesson: s.place.lesson,
    general: s.chosen === usualGeneral(s) ? null : s.chosen,
    message: s.message,
    lang: s.langChosen ? s.lang : null,
    theme: s.theme === 'auto' ? null : s.theme,
    embed: s.presentation.embed || null,
    controls: s.presentation.controls === 'full' ? null : s.presentation.controls,
  });
}

/** An entry as it was left: its link, also where that was not yet written, and what undo and redo know. @typedef {Pick<State, 'past' | 'future'> & {link: string | null}} Left */

/** Names of entries of the history, unlike those of another visit in the same window. */
const VISIT = Date.now();

/** @param {Store} store @param {Window & typeof globalThis} view */
export function createAddress(store, view) {
  const { location, history } = view;
  // Entries made in a frame would be those of the page around it.
  const isFramed = view.parent !== view;
  let shown = fragmentOf(location.href);
  /** Where the entry of the history now shown stands among those of this visit. */
  let entry = `${VISIT}`;
  let entries = 0;
  /** Each entry as it was left. @type {Map<string, Left>} */
  const left = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let last = -Infinity;

  /**
   * In some frames the history is closed to scripts, or has no addresses: then the address stays as it is, and the state is kept here.
   * @param {'pushState' | 'replaceState'} how @param {string} [to] null: the address stays
   */
  function put(how, to) {
    if (to !== undefined) shown = to;
    try {
      history[how]({ entry }, '', ...(to === undefined ? [] : [`${queryLinkOf(location.href) && location.pathname}#${to}`]));
    } catch {
      shown = fragmentOf(location.href);
    }
  }
  /** @param {State} s */
  const leave = (s) => left.set(entry, { link: fragment(s), past: s.past, future: s.future });
  const begin = () => {
    entry = `${VISIT}-${++entries}`;
  };

  /** @param {State} state */
  function writeOf(state) {
    clearTimeout(timer);
    timer = undefined;
    const wanted = fragment(state);
    if (wanted === null || wanted === shown) return;
    last = view.performance.now();
    put('replaceState', wanted);
  }
  const write = () => writeOf(store.state);

  /** What was open keeps its entry, with the place at which it was left. @param {State} now @param {State} before */
  function enter(now, before) {
    if (isFramed) return write();
    writeOf(before);
    const wanted = fragment(now);
    if (wanted === null || wanted === shown) return;
    leave(before);
    begin();
    put('pushState', wanted);
  }

  /** Written at once when quiet, else once after the burst. */
  function soon() {
    if (timer !== undefined) return;
    const wait = last + QUIET_MS - view.performance.now();
    if (wait <= 0) write();
    else timer = setTimeout(write, wait);
  }

  function followed() {
    const now = fragmentOf(location.href);
    if (now === shown) return;
    clearTimeout(timer);
    timer = undefined;
    leave(store.state);
    const known = history.state?.entry;
    const back = left.get(known);
    shown = now;
    if (back) entry = known;
    else {
      begin();
      put('replaceState');
    }
    store.apply({ type: 'open', link: back?.link ?? now, back: back && { past: back.past, future: back.future } });
  }

  put('replaceState', queryLinkOf(location.href) || undefined);
  view.addEventListener('hashchange', followed);
  view.addEventListener('popstate', followed);
  view.addEventListener('pagehide', write);
  store.subscribe((now, before) => (now.entries === before.entries ? soon() : enter(now, before)));
  return { write };
}
