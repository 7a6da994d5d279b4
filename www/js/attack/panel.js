// The answer to an attack beside the run: how far it is, the least run that breaks with the way to play it, or what was tried in vain.

import { laboratory } from '../lab/ask.js';
import { tell } from '../lab/found-telling.js';
import { binder } from '../kit/dom.js';
import { icon, stamp } from '../kit/icons.js';
import { outcome } from '../words/outcome.js';
import { aboutOf, questionOf } from './about.js';
import { attack } from './attack.js';
import { play } from './play.js';
import { claimsOf, conditionOf, leadOf, levelOf, outcomeOf, sentencesOf, stageOf, titleOf } from './told.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./work.js').Attack} Attack */
/** @typedef {import('./work.js').About} About */
/** What was asked, and what is known of it by now. @typedef {{question: string, about: About, stolen: readonly number[], attack: Attack | null, began: number, isBusy: boolean, isCancelled: boolean, hasFailed: boolean}} Kept */

/** After less time than this a rate says nothing, in milliseconds. */
const MEASURED_MS = 1000;

/** Asks, and keeps what is known; what was asked before is let go of. @param {Page} page @param {() => void} redraw */
function asking({ store }, redraw) {
  const lab = laboratory();
  /** @type {Kept | null} */
  let kept = null;
  let isDrawing = false;

  /** A frame is drawn once, however often something was tried in it. */
  function drawSoon() {
    if (isDrawing) return;
    isDrawing = true;
    requestAnimationFrame(() => {
      isDrawing = false;
      redraw();
    });
  }
  /** @param {Kept} mine @param {Partial<Kept>} patch */
  function change(mine, patch) {
    if (kept !== mine) return;
    Object.assign(mine, patch);
    drawSoon();
  }
  return {
    now: () => kept,
    start() {
      const { link, stolen } = store.state;
      lab.close();
      /** @type {Kept} */
      const mine = { question: questionOf(link), about: aboutOf(link), stolen, attack: null, began: performance.now(), isBusy: true, isCancelled: false, hasFailed: false };
      kept = mine;
      const ended = (/** @type {boolean} */ hasFailed) => {
        if (kept === mine) lab.close();
        change(mine, { isBusy: false, hasFailed });
      };
      attack(mine.about, lab, (now) => change(mine, { attack: now })).then(
        () => ended(false),
        (error) => {
          if (error?.name !== 'LabError') reportError(error);
          ended(true);
        },
      );
      redraw();
    },
    cancel() {
      if (!kept?.isBusy) return;
      lab.close();
      change(kept, { isBusy: false, isCancelled: true });
    },
  };
}

/** How far it is. @param {Binder} binder @param {Page} page @param {ReturnType<typeof asking>} ask */
function progress({ el }, { t, say }, ask) {
  const isBusy = () => ask.now()?.isBusy ?? false;
  const now = () => ask.now()?.attack ?? null;
  const took = () => performance.now() - (ask.now()?.began ?? 0);
  const rate = () => {
    const { count } = now() ?? { count: 0 };
    return took() < MEASURED_MS || count === 0 ? '' : t('attack.rate', { count: Number(((count / took()) * 1000).toPrecision(2)) });
  };
  return el(
    'div',
    { class: 'attack-progress', hidden: () => !isBusy() },
    el('p', {}, () => {
      const attack = now();
      return attack && attack.stage !== 'done' ? stageOf(say(), attack) : '';
    }),
    el('progress', { 'aria-label': () => t('attack.title'), max: () => now()?.of || 1, value: () => now()?.place ?? 0 }),
    el('p', { class: 'hint' }, rate),
    el('button', { class: 'bar-button line', 'data-testid': 'attack-cancel', onclick: ask.cancel }, () => t('attack.cancel')),
  );
}

/** The run that breaks: sentence by sentence, and which conditions are broken. @param {Binder} binder @param {Page} page @param {() => import('../lab/found-telling.js').Told | null} told */
const run = ({ el, list }, { say, t, store }, told) =>
  el(
    'div',
    { hidden: () => told() === null },
    list(
      el('ol', { class: 'attack-run', 'data-testid': 'attack-run' }),
      () => {
        const now = told();
        return now ? sentencesOf(say(), now) : [];
      },
      (sentence) => sentence,
      (sentence, own) => own.el('li', {}, sentence),
    ),
    list(
      el('ul', { class: 'attack-conditions', 'data-testid': 'attack-conditions' }),
      () => told()?.conditions.map((condition) => ({ condition, now: /** @type {import('../lab/found-telling.js').Told} */ (told()) })) ?? [],
      ({ condition, now }) => `${store.state.lang} ${condition} ${now.link}`,
      ({ condition, now }, own) => {
        const state = outcome(now.verdict, condition);
        return own.el('li', { 'data-state': state }, stamp(state), own.el('span', {}, `${conditionOf(say(), now, condition)} `, own.el('b', { class: state }, t(`state.${state}`))));
      },
    ),
  );

/** Lines of small print. @param {Binder} binder @param {Page} page @param {string} id @param {() => string[]} lines */
const small = ({ el, list }, { store }, id, lines) =>
  list(
    el('ul', { class: 'attack-small', 'data-testid': id }),
    lines,
    (line) => `${store.state.lang} ${line}`,
    (line, own) => own.el('li', {}, line),
  );

/**
 * @param {HTMLElement} place @param {Page} page @param {import('./place.js').Wish} wish
 */
export function attackPanel(place, page, wish) {
  const { store, t, say, id } = page;
  const drawing = binder();
  const { el } = drawing;
  const ask = asking(page, redraw);
  /** How often one was begun. */
  let begun = 0;
  /** The run that is told, and how. @type {{key: string, told: import('../lab/found-telling.js').Told} | null} */
  let telling = null;
  const kept = ask.now;
  const found = () => kept()?.attack?.found ?? null;
  const isOver = () => !kept()?.isBusy && !kept()?.isCancelled;
  const isOld = () => kept() !== null && kept()?.question !== questionNow();
  let question = { link: '', is: '' };

  function questionNow() {
    const { link } = store.state;
    if (question.link !== link) question = { link, is: questionOf(link) };
    return question.is;
  }
  function told() {
    const link = found()?.link;
    if (!link) return null;
    const key = `${store.state.lang} ${link}`;
    if (telling?.key !== key) telling = { key, told: tell(say(), link, { link, title: () => '', note: () => '' }, () => {}) };
    return telling.told;
  }
  const state = () => {
    const attack = kept()?.attack;
    return attack ? outcomeOf(attack, isOver()) : 'unknown';
  };
  /** @param {(now: Kept) => string[]} lines */
  const ofKept = (lines) => () => {
    const now = kept();
    return now ? lines(now) : [];
  };
  const title = () => {
    const now = kept();
    if (now?.hasFailed) return t('lab.failed');
    return now?.attack ? titleOf(say(), now.attack, { isOver: isOver(), isCancelled: now.isCancelled }) : '';
  };

  place.append(
    el(
      'section',
      { class: 'attack', 'aria-labelledby': id('attack-title'), 'data-testid': 'attack', 'data-state': state },
      el('h3', { class: 'label', id: id('attack-title') }, () => t('attack.title')),
      drawing.list(el('span', { class: 'attack-stamp', 'aria-hidden': 'true' }), () => (state() === 'unknown' ? [] : [state()]), String, (one) => stamp(/** @type {any} */ (one))),
      el('p', { class: 'attack-old', 'data-testid': 'attack-old', hidden: () => !isOld() && (wish.line === null || !kept()) }, () => (wish.line === null ? t('attack.old') : t('attack.waits', { place: wish.line }))),
      el('p', { class: 'attack-answer', role: 'status', 'data-testid': 'attack-answer', 'data-answer': true }, title),
      progress(drawing, page, ask),
      run(drawing, page, told),
      small(drawing, page, 'attack-claims', ofKept(({ attack, about, isBusy }) => (attack?.found && !isBusy ? claimsOf(say(), attack.found, about) : []))),
      el(
        'div',
        { class: 'attack-ways' },
        el('button', { class: 'bar-button solid', 'data-testid': 'attack-play', hidden: () => !found() || isOld(), onclick: () => play(store, found()?.link ?? '') }, icon('play', 16), el('span', {}, () => t('attack.play'))),
        el('button', { class: 'bar-button line', 'data-testid': 'attack-exhaust', hidden: () => kept()?.isBusy ?? true, onclick: () => store.apply({ type: 'view', view: 'exhaust' }) }, () => t('attack.exhaust')),
      ),
      el(
        'details',
        { class: 'attack-tried', hidden: () => !kept()?.attack },
        el('summary', { class: 'label' }, () => t('attack.tried')),
        small(drawing, page, 'attack-lead', ofKept(({ about, stolen }) => leadOf(say(), about, stolen))),
        small(drawing, page, 'attack-levels', ofKept(({ attack }) => (attack?.levels ?? []).map((level) => levelOf(say(), level)))),
      ),
    ),
  );

  /** What is to be seen of the answer: how far it is, a run, that it is over. Each is brought into sight once. */
  let seen = '';
  function redraw() {
    drawing.refresh();
    const now = kept();
    const sight = now ? `${begun} ${found() !== null} ${now.isBusy}` : '';
    if (sight !== seen) place.scrollIntoView({ block: 'nearest' });
    seen = sight;
  }
  return {
    refresh() {
      if (begun < wish.attacks) {
        begun = wish.attacks;
        ask.start();
      }
      // Which run is open is asked of the state here, so that the panel hears of another one.
      questionNow();
      redraw();
    },
  };
}
