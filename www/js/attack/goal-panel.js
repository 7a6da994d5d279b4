// The goal of an examiner: the army for which the program of the link is to hold, and whether it does, by what was tried.

import { binder } from '../kit/dom.js';
import { program } from '../state/engine.js';
import { answerNodes, answerOf, stampOf } from './answer.js';
import { attacking } from './attacking.js';
import { keepFocus } from './keep-focus.js';

/** @typedef {import('../state/types.js').State} State */

/** @param {State} s */
export function goalOf({ place }) {
  const [n, f] = (place.goal ?? '').split('.').map(Number);
  return { n, f };
}

/** @param {HTMLElement} place @param {import('../shell/page.js').Page} page @param {import('./place.js').Answered} answered */
export function goalPanel(place, page, answered) {
  const { t, id, store } = page;
  const drawing = binder();
  const { el } = drawing;
  const refresh = () => keepFocus(place, drawing.refresh);
  const isThere = () => store.state.place.goal !== null;
  /** The last one that there was. */
  let last = goalOf(store.state);
  const goal = () => (isThere() ? (last = goalOf(store.state)) : last);
  const army = () => ({ n: goal().n, m: goal().f });
  const ask = attacking(page, refresh, army, answered);
  const answer = answerOf(page, ask);
  /** The line for which this army cannot run it. */
  const wrongLine = () => program().check(store.state.scenario?.prog ?? '', goal().n, goal().f).errors[0]?.line ?? null;
  const isAsked = () => answer.kept() !== null;
  /** An answer to another question is none. */
  const isAnswered = () => isAsked() && !isOld();
  /** Whoever cancelled can ask again. */
  const isBrokenOff = () => state() === 'unknown' && Boolean(answer.kept()?.isCancelled || answer.kept()?.hasFailed);
  const isOld = () => isAsked() && wrongLine() === null && answer.isOld();
  const state = () => (isAnswered() ? answer.state() : 'unknown');
  function verdict() {
    const line = wrongLine();
    if (line !== null) return t('goal.refused', { place: line });
    const isOpen = isAnswered() && state() === 'unknown' && (answer.kept()?.isBusy || isBrokenOff());
    return isOpen ? '' : t(`goal.${state()}`);
  }

  place.append(
    el(
      'section',
      { class: 'attack', 'aria-labelledby': id('goal-title'), 'data-testid': 'goal', 'data-state': state, hidden: () => !isThere() },
      el('h3', { class: 'label', id: id('goal-title') }, () => t('goal.title')),
      el('div', { hidden: () => !isAnswered() }, stampOf(drawing, answer)),
      el('p', {}, () => t('goal.lead', goal())),
      el('p', { class: 'goal-verdict', role: () => (ask.isElsewhere() ? null : 'status'), 'data-testid': 'goal-verdict' }, verdict),
      el('p', { class: 'hint', 'data-testid': 'goal-elsewhere', hidden: () => !ask.isElsewhere() }, () => t('goal.elsewhere')),
      el('div', { class: 'attack', hidden: () => !isAnswered() || wrongLine() !== null || ask.isElsewhere() }, ...answerNodes(drawing, page, ask, answer, 'goal')),
      el(
        'div',
        { class: 'attack-ways' },
        el('button', { class: 'bar-button solid', 'data-testid': 'goal-ask', hidden: () => (isAnswered() && !isBrokenOff()) || wrongLine() !== null, onclick: ask.start }, () => t('goal.ask')),
        el('button', { class: 'bar-button line', 'data-testid': 'goal-drop', onclick: () => store.apply({ type: 'goal', goal: null }) }, () => t('goal.drop')),
      ),
    ),
  );
  return { refresh };
}
