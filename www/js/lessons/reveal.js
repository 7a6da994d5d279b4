// What happened, beside what the reader said; where it is from; further runs worth seeing.

import { ask } from './asking.js';
import { answerWords } from './answer-words.js';
import { filled } from './filled.js';
import { opens, staged } from './lesson-links.js';
import { SKIPPED } from './progress.js';
import { glossed } from '../words/glossary.js';
import { split } from '../words/i18n.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./open-beat.js').OpenBeat} OpenBeat */
/** @typedef {import('./lesson.js').Now} Now */

/** @param {Binder} own @param {Page} page @param {OpenBeat} at @param {Now} is */
export function reveal(own, page, at, { beat }) {
  const { el } = own;
  const { t } = page;
  const choices = beat.predict?.choices ?? [];
  const isWrong = () => at.said() !== SKIPPED && at.said() !== null && at.right() >= 0 && at.said() !== at.right();
  /** The first sentence: what was said, and what is. */
  const first = () => {
    const [said, right] = [at.said(), at.right()];
    if (said === null || right < 0) return '';
    const is = choices[right].text;
    if (said === SKIPPED) return t('lesson.is', { is });
    return said === right ? t('lesson.as-said', { is }) : t('lesson.not-as-said', { said: choices[said]?.text ?? '', is });
  };
  const hasTold = () => at.isShown() && (beat.predict ? at.said() !== null : beat.reveal !== undefined);
  const parts = () =>
    hasTold() ? split([isWrong() ? beat.predict?.wrong : '', beat.reveal ?? ''].filter(Boolean).map((text) => filled(page, beat, /** @type {string} */ (text))).join(t('gap'))) : [];
  const told = el('p', {}, el('b', { hidden: () => !hasTold() || first() === '' }, () => (hasTold() ? first() : '')), el('span', {}, () => (hasTold() && first() ? t('gap') : '')));
  const rest = glossed(own, page, el('span'), parts);
  told.append(rest);
  /** Whoever asks to be asked again stands before the first choice. */
  const again = (/** @type {MouseEvent} */ { currentTarget }) => {
    const choice = /** @type {HTMLElement | null | undefined} */ (/** @type {Element} */ (currentTarget).closest('.beat')?.querySelector('.prediction'));
    at.askAgain();
    choice?.focus();
  };
  // Read aloud when it comes: what happened, and nothing beside it.
  return el(
    'div',
    { class: 'reveal-place', 'data-testid': 'lesson-reveal' },
    el(
      'div',
      { class: 'reveal', 'data-told': () => (hasTold() ? 'yes' : null) },
      el('div', { role: 'status' }, told),
      beat.shown ? shownAnswers(own, page, beat.shown, beat.link, hasTold) : null,
      beat.source ? el('p', { class: 'source', hidden: () => !hasTold() }, filled(page, beat, beat.source)) : null,
      beat.predict ? el('button', { class: 'text-button', 'data-testid': 'lesson-again', hidden: () => !hasTold(), onclick: again }, () => t('lesson.again')) : null,
    ),
  );
}

/**
 * Answers of the engine, each beside its label.
 * @param {Binder} own @param {Page} page @param {import('./types.js').Shown[]} answers @param {string} link asked where an answer names none @param {() => boolean} isOn
 */
export const shownAnswers = ({ el }, page, answers, link, isOn) =>
  el(
    'dl',
    { class: 'shown', hidden: () => !isOn() },
    ...answers.flatMap((one) => [el('dt', {}, one.label), el('dd', {}, () => (isOn() ? answerWords(page.say(), ask(one.ask, one.link ?? link)) : ''))]),
  );

/** Further runs, on the same stage. @param {Binder} own @param {Page} page @param {import('./types.js').Further[]} runs @param {{lesson: string, beat: number}} of @param {() => boolean} isOn */
export const links = (own, page, runs, { lesson, beat }, isOn) =>
  own.el(
    'div',
    { class: 'further', hidden: () => !isOn() },
    own.el('h3', { class: 'label' }, () => page.t('lesson.see')),
    own.el('ul', {}, ...runs.map(({ text, link }) => own.el('li', {}, own.el('a', opens(page, () => staged(link, lesson, beat)), text)))),
  );
