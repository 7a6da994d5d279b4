// The result as a file: saved where downloads are allowed, copied everywhere, sent nowhere.

import { copying } from '../kit/copying.js';
import { csv } from './quiz-results.js';

/** A frame of another origin may be barred from saving anything, and is told nothing of it. */
const isFramed = () => window.self !== window.top && window.origin === 'null';

/** A file's name, without what some systems do not have in one. @param {string} nickname @param {string} when */
const fileName = (nickname, when) => `quiz-${nickname.replace(/[^\p{L}\p{N}]+/gu, '-')}-${when}.csv`;

/** @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page @param {import('./quiz-open.js').OpenQuiz} at */
export function quizFile(own, page, at) {
  const { el } = own;
  const { t, id } = page;
  const text = () => (at.isMissing() ? '' : csv(at.nickname(), at.results()));
  const last = () => at.results().at(-1)?.take.when ?? '';
  const field = el('textarea', { id: id('quiz-text'), 'data-testid': 'quiz-text', readonly: true, rows: 6, spellcheck: 'false' }, text);
  const { button, told } = copying(own, page, text, { testid: 'quiz-copy', words: 'quiz.copy', field });
  return el(
    'section',
    { class: 'quiz-file', 'aria-labelledby': id('quiz-file'), hidden: () => at.isMissing() },
    el('h3', { id: id('quiz-file') }, () => t('quiz.file')),
    el('p', {}, () => t('quiz.file.told')),
    el(
      'div',
      { class: 'quiz-ways' },
      el(
        'a',
        { class: 'bar-button solid', 'data-testid': 'quiz-csv', hidden: isFramed(), download: () => fileName(at.nickname(), last()), href: () => `data:text/csv;charset=utf-8,${encodeURIComponent(text())}` },
        () => t('quiz.save'),
      ),
      button,
    ),
    told,
    el('label', { class: 'label', for: field.id }, () => t('quiz.text')),
    field,
  );
}
