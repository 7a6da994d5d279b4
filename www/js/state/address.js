// The page's address and its history: every state has a link, Back returns to the scenario before.

import { address, refusal } from './engine.js';
import { povOf } from './pov.js';

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

/** Who is looked at where nobody was chosen. @param {State} s */
const usual = (s) => povOf(s) ?? Math.min(2, s.scenario?.n ?? 2);

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
    general: s.chosen === usual(s) ? null : s.chosen,
    message: s.message,
    lang: s.langChosen ? s.lang : null,
    theme: s.theme === 'auto' ? null : s.theme,
    embed: s.presentation.embed || null,
    controls: s.presentation.controls === 'full' ? null : s.presentation.controls,
  });
}

/** What stands behind the # of an address, undecoded. @param {string} href */
export function fragmentOf(href) {
  const at = href.indexOf('#');
  return at < 0 ? '' : href.slice(at + 1);
}

/** @param {Store} store @param {Window & typeof globalThis} view */
export function createAddress(store, view) {
  let shown = fragmentOf(view.location.href);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let last = -Infinity;

  /**
   * In some frames the history is closed to scripts: then the address stays as it is.
   * @param {'pushState' | 'replaceState'} how @param {string} to
   */
  function put(how, to) {
    shown = to;
    try {
      view.history[how](null, '', `#${to}`);
    } catch {
      shown = fragmentOf(view.location.href);
    }
  }

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
    writeOf(before);
    const wanted = fragment(now);
    if (wanted !== null) put('pushState', wanted);
  }

  /** Written at once when quiet, else once after the burst. */
  function soon() {
    if (timer !== undefined) return;
    const wait = last + QUIET_MS - view.performance.now();
    if (wait <= 0) write();
    else timer = setTimeout(write, wait);
  }

  function followed() {
    const now = fragmentOf(view.location.href);
    if (now === shown) return;
    clearTimeout(timer);
    timer = undefined;
    shown = now;
    store.apply({ type: 'open', link: now });
  }

  view.addEventListener('hashchange', followed);
  view.addEventListener('popstate', followed);
  view.addEventListener('pagehide', write);
  store.subscribe((now, before) => (now.entries === before.entries ? soon() : enter(now, before)));
  return { write };
}
