// The measure of two quizzes: right answers after minus before, question by question.

import { measure, rightOf } from './quiz-results.js';

/** A number with its sign. @param {number} change */
const signed = (change) => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0');

/** @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page @param {import('./quiz-open.js').OpenQuiz} at */
export function measured({ el }, { t }, at) {
  const of = () => at.results().map(({ rows }) => rows);
  const isKnown = () => !at.isMissing();
  const all = () => {
    const [before, after] = of();
    return measure(before, after);
  };
  /** @param {number} k */
  const one = (k) => all()[k];
  /** @param {() => string} text */
  const cell = (text) => el('td', {}, () => (isKnown() ? text() : '…'));
  /** @param {boolean} isRight */
  const word = (isRight) => t(isRight ? 'quiz.yes' : 'quiz.no');
  const table = el(
    'table',
    { class: 'quiz-measure', 'data-testid': 'quiz-measure' },
    el('caption', {}, () => t('quiz.measure')),
    el('thead', {}, el('tr', {}, ...['question', 'before', 'after', 'change'].map((name) => el('th', { scope: 'col' }, () => t(`quiz.column.${name}`))))),
    el(
      'tbody',
      {},
      ...all().map(({ id }, k) =>
        el(
          'tr',
          { 'data-question': id },
          el('th', { scope: 'row' }, `${k + 1}`),
          cell(() => word(one(k).before)),
          cell(() => word(one(k).after)),
          cell(() => signed(one(k).change)),
        ),
      ),
    ),
    el(
      'tfoot',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'row' }, () => t('quiz.measure.all')),
        cell(() => String(rightOf(of()[0]))),
        cell(() => String(rightOf(of()[1]))),
        cell(() => signed(rightOf(of()[1]) - rightOf(of()[0]))),
      ),
    ),
  );
  return el('div', {}, table, el('p', { class: 'fine' }, () => t('quiz.measure.told')));
}
