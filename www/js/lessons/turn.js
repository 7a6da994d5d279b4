// What the reader does himself: where it starts, whether the goal is reached, hints on request.

import { glossed } from '../words/glossary.js';
import { split } from '../words/i18n.js';
import { attempt } from './attempt.js';
import { filled } from './filled.js';
import { shownAlike, staged } from './lesson-links.js';
import { isOnStage } from './open-beat.js';
import { links, shownAnswers } from './reveal.js';
import { stamp } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** So many runs are tried before the machine is offered unasked. */
const TRIES = 3;

/** @param {Binder} own @param {Page} page @param {import('./open-beat.js').OpenBeat} at @param {import('./lesson.js').Now} is */
export function turn(own, page, at, { lesson, beat, k }) {
  const { el } = own;
  const { store, t } = page;
  const { told, link, goal, hint, solved, machine, reached, source, see } = /** @type {import('./types.js').Turn} */ (beat.turn);
  const start = link ?? beat.link;
  const tries = attempt(page, start, goal, link === undefined);
  const asked = { hint: false, machine: false };
  const isOn = () => at.isShown() || beat.predict?.isOpen === true;
  const isReached = () => isOn() && tries.isReached();
  const hasMachine = () => isOn() && machine !== undefined && (asked.machine || tries.count() >= TRIES);
  const go = (/** @type {string} */ to) => store.apply({ type: 'open', link: shownAlike(store.state, staged(to, lesson.id, k)), entry: true });
  /** @param {string} key @param {() => boolean} is @param {() => void} does */
  const button = (key, is, does) =>
    el('button', { class: 'bar-button line', 'data-testid': key.replace('.', '-'), hidden: () => !is(), onclick: does }, () => t(key));
  const open = (/** @type {keyof typeof asked} */ what) => () => {
    asked[what] = true;
    own.refresh();
  };
  const status = () => {
    if (!isOn() || !goal) return '';
    const { lies, broken } = tries.judge();
    if (tries.isReached()) return lies ? t('lesson.reached.lies', { count: lies }) : t('lesson.reached');
    return broken.length > 0 && tries.count() > 0 ? t('lesson.kept', { what: page.say().list(broken.map((what) => t(`lesson.keep.${what}`))) }) : t('lesson.open');
  };
  return el(
    'div',
    { class: 'your-turn', 'data-testid': 'lesson-turn', hidden: () => !isOn() },
    el('h3', { class: 'label' }, () => t('lesson.turn')),
    glossed(own, page, el('p'), () => split(filled(page, beat, told))),
    el(
      'div',
      { role: 'status', 'data-testid': 'lesson-goal', 'data-reached': () => (isReached() ? 'yes' : 'no') },
      el('p', { class: 'goal', hidden: () => !goal }, el('span', { hidden: () => !isReached() }, stamp('holds')), el('span', {}, status)),
      el(
        'div',
        { class: 'reveal', 'data-told': () => (reached && isReached() ? 'yes' : null), hidden: () => !reached || !isReached() },
        glossed(own, page, el('p'), () => (reached && isReached() ? split(filled(page, beat, reached)) : [])),
        source ? el('p', { class: 'source' }, source) : null,
      ),
    ),
    see ? links(own, page, see, { lesson: lesson.id, beat: k }, isReached) : null,
    el('p', { class: 'hint', hidden: () => !asked.hint }, hint ?? ''),
    machine ? shownAnswers(own, page, machine, beat.link, hasMachine) : null,
    el(
      'div',
      { class: 'ways' },
      button('lesson.begin', () => isOn() && link !== undefined && !isOnStage(store.state, link) && tries.count() === 0, () => go(start)),
      button('lesson.tools', () => true, () => store.apply({ type: 'sheet', sheet: 'scenario' })),
      button('lesson.hint', () => hint !== undefined && !asked.hint && !isReached(), open('hint')),
      button('lesson.solved', () => solved !== undefined && (asked.hint || hint === undefined) && !isReached(), () => go(/** @type {string} */ (solved))),
      button('lesson.machine', () => machine !== undefined && !hasMachine(), open('machine')),
    ),
  );
}
