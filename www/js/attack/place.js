// Where the answer to an attack stands, from the first one that is asked for; the map of armies, once it is opened; and the goal, where there is one.

import { latePart } from '../kit/late-part.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** What they say. @type {import('../words/i18n.js').Piece[]} */
const WORDS = ['late', 'lab', 'attack'];

/**
 * How often an attack was asked for, and which line of the text cannot be read.
 * @typedef {{attacks: number, line: number | null}} Wish
 */

/** The attack that was asked last, whoever asked: who would ask the same knows what is known of it. */
export function createAnswered() {
  /** @type {import('./attacking.js').Kept | null} */
  let last = null;
  /** @type {(() => void)[]} */
  const listeners = [];
  const tell = () => listeners.forEach((one) => one());
  return {
    last: () => last,
    /** @param {import('./attacking.js').Kept} kept */
    keep(kept) {
      last = kept;
      tell();
    },
    tell,
    /** @param {() => void} listener called when more is known */
    whenTold: (listener) => void listeners.push(listener),
  };
}

/** @typedef {ReturnType<typeof createAnswered>} Answered */

/** @param {Binder} binder @param {Page} page @param {Answered} answered @param {() => number | null} wrongLine @param {() => void} redraw */
export function attackPlace({ el }, page, answered, wrongLine, redraw) {
  /** @type {Wish} */
  const wish = { attacks: 0, line: null };
  /** @type {import('../kit/late-part.js').LatePart | null} */
  let part = null;
  /** What is typed and cannot be read is in no state of the page. */
  function refresh() {
    const line = wrongLine();
    const isOther = line !== wish.line;
    wish.line = line;
    if (isOther && part?.isHere()) part.force();
    else part?.refresh();
    return wish.attacks || null;
  }
  const node = el('div', { class: 'attack-place', 'data-attacks': refresh });
  part = latePart(node, page, {
    isWanted: () => wish.attacks > 0,
    bring: async () => {
      const { make } = await import('./part.js');
      return { make: (place, own) => make(place, own, wish, answered) };
    },
    words: WORDS,
    changed: redraw,
  });
  answered.whenTold(() => part?.isHere() && part.force());
  return {
    node,
    start() {
      wish.attacks++;
      page.store.apply({ type: 'raise', up: true });
      part?.force();
    },
  };
}

/** @param {Binder} binder @param {Page} page @param {() => void} redraw */
export function holdPlace({ el }, page, redraw) {
  /** @type {import('../kit/late-part.js').LatePart | null} */
  let part = null;
  let isWanted = false;
  const inner = el('div', { 'data-open': () => (part?.refresh(), isWanted || null) });
  part = latePart(inner, page, { isWanted: () => isWanted, bring: () => import('./hold-part.js'), words: WORDS, changed: redraw });
  const open = () => {
    isWanted = true;
    part?.refresh();
  };
  return el('details', { class: 'hold-place', ontoggle: open }, el('summary', { class: 'label', 'data-testid': 'hold' }, () => page.t('program.hold')), inner);
}

/** The goal in a link, and the way to set one. @param {Binder} binder @param {Page} page @param {Answered} answered @param {() => void} redraw */
export function goalPlace({ el }, page, answered, redraw) {
  const { store, t } = page;
  /** @type {import('../kit/late-part.js').LatePart | null} */
  let part = null;
  const inner = el('div', { 'data-goal': () => (part?.refresh(), store.state.place.goal) });
  part = latePart(inner, page, {
    isWanted: (s) => s.place.goal !== null,
    bring: async () => {
      const { make } = await import('./goal-part.js');
      return { make: (place, own) => make(place, own, answered) };
    },
    words: WORDS,
    changed: redraw,
  });
  answered.whenTold(() => part?.isHere() && part.force());
  part.refresh();
  const here = () => `${store.state.scenario?.n}.${store.state.scenario?.m}`;
  const values = () => ({ n: store.state.scenario?.n ?? 0, f: store.state.scenario?.m ?? 0 });
  const set = el('button', { class: 'bar-button line', 'data-testid': 'goal-set', hidden: () => store.state.place.goal === here(), onclick: () => store.apply({ type: 'goal', goal: here() }) }, () => t('program.goal', values()));
  return el('div', { class: 'goal-place' }, inner, set);
}
