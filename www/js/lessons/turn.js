// What the reader does himself: where it starts, whether the goal is reached, hints on request.

import { ask } from './asking.js';
import { answerWords } from './answer-words.js';
import { judgeGoal } from './goal.js';
import { filled } from './filled.js';
import { isOnStage, staged } from './open-beat.js';
import { looked } from '../state/address.js';
import { address } from '../state/engine.js';
import { stamp } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** So many runs are tried before the machine is offered unasked. */
const TRIES = 3;

/** @param {Binder} own @param {Page} page @param {import('./open-beat.js').OpenBeat} at @param {import('./lesson.js').Now} is */
export function turn(own, page, at, { lesson, beat, k }) {
  const { el } = own;
  const { store, t } = page;
  const { told, link, goal, hint, solved, machine } = /** @type {import('./types.js').Turn} */ (beat.turn);
  const start = link ?? beat.link;
  /** The runs that the reader has made. @type {Set<string>} */
  const tried = new Set();
  let opened = { hint: false, solved: false, machine: false };
  const isOn = () => at.isShown() || beat.predict?.isOpen === true;
  const go = (/** @type {string} */ to) => store.apply({ type: 'open', link: staged(store.state, to, lesson.id, k), entry: true });
  const here = () => (store.state.link ? address(store.state.link, looked(store.state)) : '');
  /** The question is asked once of each run. */
  let judged = { here: '', found: /** @type {ReturnType<typeof judgeGoal> | null} */ (null) };
  const found = () => {
    const now = here();
    if (!goal || !now || !isOn()) return null;
    if (judged.here !== now) judged = { here: now, found: judgeGoal(goal, start, now) };
    return judged.found;
  };
  const isReached = () => found()?.isReached === true;
  const note = () => {
    if (!isOn()) return;
    if (here() && !isOnStage(store.state, start)) tried.add(here());
  };
  const status = () => {
    note();
    const is = found();
    if (!is || !goal) return '';
    if (is.isReached) return is.lies ? t('lesson.reached.lies', { count: is.lies }) : t('lesson.reached');
    if (is.broken.length > 0 && tried.size > 0) return t('lesson.kept', { what: page.say().list(is.broken.map((what) => t(`lesson.keep.${what}`))) });
    return t('lesson.open');
  };
  const offersMachine = () => machine !== undefined && !opened.machine;
  const button = (/** @type {string} */ key, /** @type {string} */ testid, /** @type {() => boolean} */ is, /** @type {() => void} */ does) =>
    el('button', { class: 'bar-button line', 'data-testid': testid, hidden: () => !is(), onclick: does }, () => t(key));
  const open = (/** @type {keyof typeof opened} */ what) => () => {
    opened = { ...opened, [what]: true };
    own.refresh();
  };
  return el(
    'div',
    { class: 'turn', 'data-testid': 'lesson-turn', hidden: () => !isOn() },
    el('h3', { class: 'label' }, () => t('lesson.turn')),
    el('p', {}, filled(page, beat, told)),
    el(
      'p',
      { class: 'goal', role: 'status', 'data-testid': 'lesson-goal', 'data-reached': () => (isReached() ? 'yes' : 'no'), hidden: () => !goal },
      el('span', { hidden: () => !isReached() }, stamp('holds')),
      el('span', {}, status),
    ),
    el('p', { class: 'hint', hidden: () => !opened.hint }, hint ?? ''),
    el(
      'dl',
      { class: 'shown', hidden: () => !machine || !(opened.machine || tried.size >= TRIES) },
      ...(machine ?? []).flatMap((one) => [
        el('dt', {}, one.label),
        el('dd', {}, () => (opened.machine || tried.size >= TRIES ? answerWords(page.say(), ask(one.ask, one.link ?? beat.link)) : '')),
      ]),
    ),
    el(
      'div',
      { class: 'ways' },
      button('lesson.begin', 'lesson-begin', () => link !== undefined && !isOnStage(store.state, link) && tried.size === 0, () => go(start)),
      button('lesson.tools', 'lesson-tools', () => true, () => store.apply({ type: 'sheet', sheet: 'scenario' })),
      button('lesson.hint', 'lesson-hint', () => hint !== undefined && !opened.hint && !isReached(), open('hint')),
      button('lesson.solved', 'lesson-solved', () => solved !== undefined && (opened.hint || hint === undefined) && !isReached(), () => go(/** @type {string} */ (solved))),
      button('lesson.machine', 'lesson-machine', () => offersMachine() && tried.size < TRIES, open('machine')),
    ),
  );
}
