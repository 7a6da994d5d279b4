// One question of the quiz: the choices and “I do not know”, and what traitors send where the link says it.

import { icon } from '../kit/icons.js';
import { anew } from './quiz-anew.js';
import { UNKNOWN } from './quiz-kept.js';
import { sentIn } from './quiz-sent.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./quiz-open.js').OpenQuiz} OpenQuiz */

/** @param {Binder} own @param {Page} page @param {OpenQuiz} at */
export function question(own, page, at) {
  const { el } = own;
  const { t, id } = page;
  const { choices, link } = /** @type {import('./quiz-forms.js').Asking} */ (at.asked());
  let isMissing = false;
  /** @param {number} choice */
  const choose = (choice) => {
    isMissing = false;
    at.choose(choice);
  };
  const next = () => {
    isMissing = !at.next();
    if (isMissing) own.refresh();
  };
  /** @param {number} key @param {number} choice @param {() => string} text */
  const row = (key, choice, text) =>
    el(
      'label',
      { class: 'quiz-choice', 'data-testid': `quiz-choice-${key}`, 'data-chosen': () => (at.chosen() === choice ? 'yes' : null), 'data-unknown': choice === UNKNOWN ? 'yes' : null },
      el('input', { type: 'radio', name: id('quiz-choice'), checked: () => at.chosen() === choice, onchange: () => choose(choice) }),
      el('span', { class: 'key', 'aria-hidden': 'true' }, String(key)),
      el('span', { class: 'words' }, text),
    );
  const title = el(
    'h2',
    { id: id('quiz-title'), tabindex: -1 },
    el('span', { class: 'label' }, () => t('quiz.place', { place: at.place() + 1, all: at.all() })),
    el('span', { class: 'asked' }, () => at.asked()?.text ?? ''),
  );
  return el(
    'div',
    { class: 'quiz-question', 'data-testid': 'quiz-question' },
    el('div', { class: 'quiz-way', 'aria-hidden': 'true', style: () => `--part: ${(at.place() + 1) / at.all()}` }),
    title,
    sent(own, page, link),
    el(
      'div',
      { class: 'quiz-choices', role: 'radiogroup', 'aria-labelledby': title.id },
      ...choices.map((_, i) => row(i + 1, i, () => at.asked()?.choices[i]?.text ?? '')),
      row(choices.length + 1, UNKNOWN, () => t('quiz.unknown')),
    ),
    el('p', { class: 'quiz-missing', role: 'status' }, () => (isMissing ? t('quiz.missing') : '')),
    el(
      'div',
      { class: 'quiz-foot' },
      el('span', { class: 'fine' }, () => t('quiz.keys', { last: choices.length + 1 })),
      el('button', { class: 'bar-button solid', 'data-testid': 'quiz-next', onclick: next }, el('span', {}, () => t(at.place() + 1 < at.all() ? 'quiz.next' : 'quiz.end')), icon('step', 15)),
    ),
    anew(own, page, at),
  );
}

/** @param {Binder} own @param {Page} page @param {string} link */
function sent({ el }, page, link) {
  const { t, say } = page;
  const rows = sentIn(link);
  if (rows.length === 0) return null;
  /** @param {import('./quiz-sent.js').Sent} row */
  const what = ({ words, sealed }) =>
    words
      .map(({ said, to }) => {
        const list = say().list(to.map(String));
        return said === null ? t('quiz.sent.nobody', { list }) : t(sealed ? 'quiz.sent.sealed' : 'quiz.sent.word', { order: say().order(said), list });
      })
      .join(t('quiz.sent.and'));
  return el(
    'div',
    { class: 'quiz-sent' },
    el('h3', { class: 'label' }, () => t('quiz.sent')),
    el('ul', {}, ...rows.map((row) => el('li', {}, () => t('quiz.sent.row', { round: row.round, who: say().general(row.from), what: what(row) })))),
    el('p', { class: 'fine' }, () => t('quiz.sent.others')),
  );
}
