// What came out of the quiz: what was said beside what is computed, and after the second time what has changed.

import { icon } from '../kit/icons.js';
import { opening } from '../scenario/cases.js';
import { answerWords } from './answer-words.js';
import { anew } from './quiz-anew.js';
import { quizFile } from './quiz-file.js';
import { measured } from './quiz-measured.js';
import { rightOf } from './quiz-results.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./quiz-open.js').OpenQuiz} OpenQuiz */
/** @typedef {import('./quiz-results.js').Row} Row */

/** @param {Binder} own @param {Page} page @param {OpenQuiz} at */
export function result(own, page, at) {
  const { el } = own;
  const { t } = page;
  const count = at.results().length;
  const canGoOn = count === 1 && at.results()[0].take.when === 'before';
  /** The quiz taken last first. */
  const places = Array.from({ length: count }, (_, i) => count - 1 - i);
  return el(
    'div',
    { class: 'quiz-result', 'data-testid': 'quiz-result', 'aria-busy': () => (at.isMissing() ? 'true' : null) },
    el('h2', { tabindex: -1 }, () => t('quiz.result')),
    el('p', { class: 'quiz-told', 'data-testid': 'quiz-score', role: 'status' }, () => (at.isMissing() ? t('quiz.computing') : scores(page, at))),
    canGoOn ? goOn(own, page, at) : null,
    count > 1 ? measured(own, page, at) : null,
    ...places.map((place) => table(own, page, at, place)),
    quizFile(own, page, at),
    anew(own, page, at),
  );
}

/** @param {Page} page @param {OpenQuiz} at */
const scores = ({ t }, at) =>
  at
    .results()
    .map(({ take, rows }) => t(`quiz.score.${take.when}`, { right: rightOf(rows), all: rows.length }))
    .join(t('gap'));

/** One quiz. @param {Binder} own @param {Page} page @param {OpenQuiz} at @param {number} place */
function table(own, page, at, place) {
  const { el } = own;
  const { t } = page;
  const { take, rows } = at.results()[place];
  // Small screens set it as blocks, which some browsers take for no table any more: the roles are said.
  return el(
    'table',
    { class: 'quiz-table', role: 'table', 'data-when': take.when },
    el('caption', {}, () => t(`quiz.taken.${take.when}`, { nickname: at.nickname(), form: take.form })),
    el(
      'thead',
      { role: 'rowgroup' },
      el('tr', { role: 'row' }, ...['question', 'said', 'computed', 'right'].map((name) => el('th', { scope: 'col', role: 'columnheader' }, () => t(`quiz.column.${name}`)))),
    ),
    el('tbody', { role: 'rowgroup' }, ...rows.map((first, k) => line(own, page, k, () => at.results()[place]?.rows[k] ?? first))),
  );
}

/** @param {Binder} own @param {Page} page @param {number} k @param {() => Row} row */
function line(own, page, k, row) {
  const { el } = own;
  const { t, say } = page;
  const isKnown = () => row().computed !== undefined;
  const computed = () => {
    const { found, computed } = row();
    return found?.text ?? (computed === undefined ? '…' : answerWords(say(), computed));
  };
  /** @param {string} name @param {import('../state/types.js').Attrs} attrs @param {import('../state/types.js').Child[]} children */
  const cell = (name, attrs, ...children) => el('td', { role: 'cell', 'data-column': name, 'data-name': () => t(`quiz.column.${name}`), ...attrs }, ...children);
  return el(
    'tr',
    { role: 'row', 'data-question': row().id },
    el(
      'th',
      { scope: 'row', role: 'rowheader' },
      el('span', { class: 'number' }, `${k + 1}`),
      () => row().text,
      el('span', { class: 'quiz-more' }, opening(own, page, row().link, { 'aria-label': () => t('quiz.run.of', { place: k + 1 }) }, () => t('quiz.run')), row().controls ? el('span', {}, () => t('quiz.control')) : null),
    ),
    cell('said', {}, () => row().said?.text ?? t('quiz.unknown')),
    cell('computed', {}, computed),
    cell(
      'right',
      { 'data-right': () => (isKnown() ? String(row().isRight) : null) },
      el('span', { class: 'mark', hidden: () => !isKnown() || !row().isRight }, icon('check', 15)),
      el('span', { class: 'mark', hidden: () => !isKnown() || row().isRight }, icon('cross', 13)),
      () => (isKnown() ? t(row().isRight ? 'quiz.yes' : 'quiz.no') : ''),
    ),
  );
}

/** The second time, with the other form. @param {Binder} own @param {Page} page @param {OpenQuiz} at */
const goOn = ({ el }, { t }, at) =>
  el(
    'div',
    { class: 'quiz-on' },
    el('p', {}, () => t('quiz.after.told')),
    el('button', { class: 'bar-button solid', 'data-testid': 'quiz-after', onclick: () => at.beginAfter() }, el('span', {}, () => t('quiz.after')), icon('step', 15)),
  );
