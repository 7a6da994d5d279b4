// A page part: the whole page, a stage in a lesson, a run in somebody's notes. Parts of one page do not know of each other.

import { renewLists } from '../kit/dom.js';
import { holdFocus } from '../kit/focus.js';
import { isOfWhole, supplyWhole, whenReplaced } from '../state/engine.js';
import { isComparing } from '../state/comparing.js';
import { beatOf, numberOf } from '../state/lesson.js';
import { isInLab, screenOf } from '../state/screens.js';
import { spell } from '../scene/signs.js';
import { ownOf } from '../state/own.js';
import { kindsOf } from '../state/spec.js';
import { createStore } from '../state/store.js';
import { isFigure } from '../views/figures.js';
import { choose, isLearnt, learn } from '../words/i18n.js';
import { createClock } from './clock.js';
import { createFrame } from './frame.js';
import { createKeys } from './keys.js';
import { createPage } from './page.js';
import { panelsOf } from './panels.js';
import { createPatience } from './patience.js';
import { syncRootAttributes } from './root-attributes.js';
import { skeleton } from './skeleton.js';
import { createTheme } from './theme.js';

/** @typedef {import('../state/types.js').State} State */

/** Screens that show the scenario and the general in a sheet, as in shell/layout.css. */
const NARROW = '(width < 900px), (height < 500px) and (width < 1200px)';

/** What a state needs that has not come yet, on its way. @param {State} s @param {Set<import('../words/i18n.js').Piece>} words */
function lacking(s, words) {
  const kinds = kindsOf(s);
  // Its protocol has a name that those of the first screen do not say, also when it is undone later.
  if (kinds.length > 0) words.add('protocols');
  const said = [...words, ...kinds];
  if (!isLearnt(s.lang, said)) return learn(s.lang, said);
  return (isComparing(s) || isInLab(s)) && s.session && !isOfWhole(s.session) ? supplyWhole() : null;
}

/** An engine that broke is told of, and whether another goes on in its place. @param {import('../state/store.js').Store} store */
function tellOfReplacement(store) {
  whenReplaced((instead) => {
    const told = (/** @type {boolean} */ isLost) => void store.apply({ type: 'replaced', isLost });
    instead.then(() => told(false), () => told(true));
  });
}

/** The scenario stands left of the map, or with the general in the sheet; what has the focus keeps it. @param {import('./skeleton.js').Places} places @param {boolean} hasSheet */
function placeRail({ rail, sheet, tabs, middle }, hasSheet) {
  const isThere = sheet.contains(rail);
  if (isThere === hasSheet) return;
  const held = document.activeElement;
  if (isThere) middle.prepend(rail);
  else tabs.after(rail);
  if (held instanceof HTMLElement && rail.contains(held)) held.focus();
}

/**
 * The letter covers the page, perhaps before it is there itself: who had the focus when it did has it again when it no longer does.
 * @param {HTMLElement} root @returns {(now: string) => () => void} covers or uncovers; what it returns gives the focus back
 */
function createCover(root) {
  /** @type {Element | null} */
  let opener = null;
  return (now) => {
    const before = root.dataset.letter ?? 'shut';
    root.dataset.letter = now;
    if (now === 'open' && before === 'shut') opener = document.activeElement;
    if (now === 'open' || before === 'shut' || !(opener instanceof HTMLElement) || !opener.isConnected) return () => {};
    const again = opener;
    return () => again.focus();
  };
}

/**
 * Puts a part of the page into an element, whose content it replaces. The engine must have been loaded. Language, colours and
 * controls are those of the link; `lang` is spoken where the link names none.
 * @param {HTMLElement} root @param {{link: string, lang?: import('../state/types.js').Lang}} asked
 */
export async function mount(root, { link, lang = choose(navigator.languages ?? [navigator.language]) }) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {Set<import('../words/i18n.js').Piece>} */
  const words = new Set(['first']);
  const store = createStore({ lang, still: calm.matches }, (s) => lacking(s, words));
  await Promise.all([learn(lang), store.apply({ type: 'open', link })]);
  tellOfReplacement(store);
  calm.addEventListener('change', () => store.apply({ type: 'still', still: calm.matches }));

  const page = createPage(store, root, words);
  const places = skeleton(page.id);
  const narrow = matchMedia(NARROW);
  root.classList.add('generals');
  root.replaceChildren(...places.nodes);
  const spellOwn = () => spell({ id: page.say().id, ...ownOf(store.state).spelling?.(page.say()) });
  spellOwn();
  /** Where scenario and general have no places of their own but stand in the sheet. */
  const hasSheet = () => narrow.matches || beatOf(store.state) !== null;
  const { panels, map, late, note } = panelsOf(places, page, hasSheet, () => refresh());
  /** By the screens that they make. @type {Partial<Record<string, import('../kit/late-part.js').LatePart>>} */
  const parts = late;
  const theme = createTheme(root, store, () => {
    for (const panel of [map, ...panels, ...Object.values(late)]) panel.retheme?.();
  });
  const screen = createPatience((name) => parts[name]?.isHere() ?? true, () => refresh());
  const coverByLetter = createCover(root);
  const letter = createPatience((name) => name === 'shut' || late.letter.isHere(), () => refresh());

  let missed = store.state.missed;
  let first = numberOf(store.state);
  /** Everything may have changed. */
  function refresh() {
    spellOwn();
    const { state } = store;
    if (first !== numberOf(state)) renewLists();
    first = numberOf(state);
    syncRootAttributes(root, state, screen(screenOf(state)));
    placeScenarioPanel();
    theme();
    const held = holdFocus();
    // The letter covers the page: where the focus was is known before, and the letter can have it after.
    const giveBack = coverByLetter(letter(state.letter ? 'open' : 'shut'));
    // A control that asked for what could not be done shows again what is.
    const all = state.missed !== missed;
    missed = state.missed;
    for (const panel of panels) all ? panel.force?.() : panel.refresh();
    for (const panel of [map, ...Object.values(late)]) panel.refresh();
    giveBack();
    held();
    note.force();
    const isBusy = state.isWaiting || [note, ...Object.values(late)].some((part) => part.isComing());
    root.setAttribute('aria-busy', String(isBusy));
  }
  /** Only time went on. */
  function paint() {
    spellOwn();
    const screen = screenOf(store.state);
    // A map out of sight need not keep up: its next refresh does. A table has the map behind it.
    if (!isFigure(screen) || screen === 'table') map.paint?.();
    for (const panel of [...panels, ...Object.values(late)]) panel.paint?.();
  }
  const placeScenarioPanel = () => placeRail(places, hasSheet());
  createFrame(store, { refresh, paint });
  narrow.addEventListener('change', placeScenarioPanel);
  placeScenarioPanel();
  createClock(store);
  createKeys(root, store, map);
  root.addEventListener('pointerdown', (event) => {
    if (store.state.rail && event.target instanceof Element && !event.target.closest('.rail, .scenario-button'))
      store.apply({ type: 'rail', open: false });
  });
  return { store, page, offers: places.offers };
}
