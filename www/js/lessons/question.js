// What the reader says before it is shown: the choices, which of them he took, and which the engine found.

import { icon } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {Binder} own @param {Page} page @param {import('./open-beat.js').OpenBeat} at @param {import('./lesson.js').Now} is */
export function question({ el }, page, at, { beat }) {
  const { t, id } = page;
  const isAsked = () => at.said() === null;
  const { question, choices } = /** @type {import('./types.js').Prediction} */ (beat.predict);
  const ends = () => at.isShown();
  const isSaid = (/** @type {number} */ i) => at.said() === i;
  const isRight = (/** @type {number} */ i) => ends() && at.right() === i;
  /** @param {import('./types.js').Choice} choice @param {number} i */
  const button = ({ text }, i) =>
    el(
      'button',
      {
        class: 'prediction',
        'data-testid': `lesson-choice-${i + 1}`,
        'data-said': () => (isSaid(i) ? 'yes' : null),
        'data-right': () => (isRight(i) ? 'yes' : null),
        'aria-pressed': () => (isAsked() ? null : String(isSaid(i))),
        'aria-disabled': () => (isAsked() ? null : 'true'),
        onclick: () => isAsked() && at.choose(i),
      },
      el('span', { class: 'key', 'aria-hidden': 'true' }, String(i + 1)),
      el('span', { class: 'words' }, text),
      el(
        'span',
        { class: 'mark' },
        el('span', { hidden: () => !isSaid(i) }, () => t('lesson.said')),
        el('span', { class: 'found', hidden: () => !isRight(i) }, icon('check', 15), () => t('lesson.computed')),
      ),
    );
  return el(
    'div',
    { class: 'question', role: 'group', 'aria-labelledby': id('lesson-question') },
    el('h3', { id: id('lesson-question') }, question),
    el('div', { class: 'predictions', 'data-many': choices.length > 2 || choices.some(({ text }) => text.length > 14) ? 'yes' : null }, ...choices.map(button)),
    el(
      'p',
      { class: 'waits', hidden: () => !isAsked() },
      el('span', { hidden: beat.predict?.isOpen === true }, () => t('lesson.waits')),
      el('button', { class: 'text-button', 'data-testid': 'lesson-skip', onclick: () => at.skip() }, () => t('lesson.skip')),
    ),
  );
}
