// The answer to an attack, wherever it stands: how far it is, the least run that breaks with the way to play it, or what was tried in vain.

import { tell } from '../lab/found-telling.js';
import { icon, stamp } from '../kit/icons.js';
import { outcome } from '../words/outcome.js';
import { play, takeOver } from './play.js';
import { claimsOf, conditionOf, isLeast, leadOf, levelOf, outcomeOf, sentencesOf, stageOf, titleOf } from './told.js';

/** @typedef {import('./attacking.js').Attacking} Asking */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./attacking.js').Kept} Kept */

/** After less time than this a rate says nothing, in milliseconds. */
const MEASURED_MS = 1000;

/** How far it is. @param {Binder} binder @param {Page} page @param {Asking} ask @param {string} name */
function progress({ el }, { t, say }, ask, name) {
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
    el('button', { class: 'bar-button line', 'data-testid': `${name}-cancel`, onclick: ask.cancel }, () => t('attack.cancel')),
  );
}

/** The run that breaks: sentence by sentence, and which conditions are broken. @param {Binder} binder @param {Page} page @param {() => import('../lab/found-telling.js').Told | null} told @param {string} name */
const run = ({ el, list }, { say, t, store }, told, name) =>
  el(
    'div',
    { hidden: () => told() === null },
    list(
      el('ol', { class: 'attack-run', 'data-testid': `${name}-run` }),
      () => {
        const now = told();
        return now ? [...sentencesOf(say(), now).entries()] : [];
      },
      ([at, sentence]) => `${at} ${sentence}`,
      ([, sentence], own) => own.el('li', {}, sentence),
    ),
    list(
      el('ul', { class: 'attack-conditions', 'data-testid': `${name}-conditions` }),
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

/** What is known of an attack by now. @param {Page} page @param {Asking} ask */
export function answerOf({ store, say, t }, ask) {
  /** The run that is told, and how. @type {{key: string, told: import('../lab/found-telling.js').Told} | null} */
  let telling = null;
  const kept = ask.now;
  const found = () => kept()?.attack?.found ?? null;
  const isOver = () => !kept()?.isBusy && !kept()?.isCancelled;

  return {
    kept,
    found,
    /** Whether what was asked is another question than would be asked now. */
    isOld() {
      const now = kept();
      return now !== null && now.question !== ask.question();
    },
    isLeast() {
      const [now, one] = [kept(), found()];
      return now !== null && one !== null && !now.isBusy && isLeast(one, now.about);
    },
    told() {
      const link = found()?.link;
      if (!link) return null;
      const key = `${store.state.lang} ${link}`;
      if (telling?.key !== key) telling = { key, told: tell(say(), link, { link, title: () => '', note: () => '' }, () => {}) };
      return telling.told;
    },
    state() {
      const attack = kept()?.attack;
      return attack ? outcomeOf(attack, isOver()) : 'unknown';
    },
    title() {
      const now = kept();
      if (now?.hasFailed) return t('lab.failed');
      return now?.attack ? titleOf(say(), now.attack, { isOver: isOver(), isCancelled: now.isCancelled }) : '';
    },
    /** @param {(now: Kept) => string[]} lines */
    lines: (lines) => () => {
      const now = kept();
      return now ? lines(now) : [];
    },
  };
}

/** @typedef {ReturnType<typeof answerOf>} Answer */

/** Its stamp. @param {Binder} binder @param {Answer} answer */
export const stampOf = ({ el, list }, { state }) =>
  list(el('span', { class: 'attack-stamp', 'aria-hidden': 'true' }), () => (state() === 'unknown' ? [] : [state()]), String, (one) => stamp(/** @type {'broken'} */ (one)));

/** All that is shown of it; test ids begin with a name. @param {Binder} binder @param {Page} page @param {Asking} ask @param {Answer} answer @param {string} name */
export function answerNodes(binder, page, ask, answer, name) {
  const { el } = binder;
  const { t, say, store } = page;
  const { found, isOld, kept, lines } = answer;
  /** With the traitors of the run that was found. */
  function exhaust() {
    const link = found()?.link;
    if (link && !isOld()) takeOver(store, link);
    store.apply({ type: 'view', view: 'exhaust' });
  }
  return [
    el('p', { class: 'attack-answer', role: 'status', 'data-testid': `${name}-answer`, 'data-answer': true }, answer.title),
    progress(binder, page, ask, name),
    run(binder, page, answer.told, name),
    small(binder, page, `${name}-claims`, lines(({ attack, about, isBusy }) => (attack?.found && !isBusy ? claimsOf(say(), attack.found, about) : []))),
    el(
      'div',
      { class: 'attack-ways' },
      el('button', { class: 'bar-button solid', 'data-testid': `${name}-play`, hidden: () => !found() || isOld(), onclick: () => play(store, found()?.link ?? '') }, icon('play', 16), el('span', {}, () => t('attack.play'))),
      el('button', { class: 'bar-button line', 'data-testid': `${name}-exhaust`, hidden: () => (kept()?.isBusy ?? true) || found()?.traitors === 0 || answer.state() === 'holds', onclick: exhaust }, () => t('attack.exhaust')),
    ),
    el(
      'details',
      { class: 'attack-tried', hidden: () => !kept()?.attack },
      el('summary', { class: 'label' }, () => t('attack.tried')),
      small(binder, page, `${name}-lead`, lines(({ about, stolen }) => leadOf(say(), about, stolen))),
      small(binder, page, `${name}-levels`, lines(({ attack }) => (attack?.levels ?? []).map((level) => levelOf(say(), level)))),
    ),
  ];
}
