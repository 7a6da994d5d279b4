// What came out of a quiz: each question with what was said and what is computed, as rows, as CSV, and as a measure of two quizzes.

import { asIn } from './quiz-forms.js';
import { saidTo } from './quiz-kept.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./quiz-forms.js').Question} Question */
/** @typedef {import('./quiz-kept.js').Take} Take */

/** The answers that have been computed, by form and question. @typedef {ReadonlyMap<string, Answer>} Answers */

/** Where the answer of a question is. @param {Take['form']} form @param {string} id */
export const answerKey = (form, id) => `${form} ${id}`;

/**
 * The rows of a quiz. `said`: the choice that was taken; undefined for “I do not know”, which is wrong, and for one that there is not.
 * `computed`: undefined while it has not been.
 * @param {Take} take @param {readonly Question[]} questions @param {Answers} answers
 */
export const rowsOf = (take, questions, answers) =>
  questions.map((question) => {
    const asked = asIn(question, take.form);
    const answer = saidTo(take, asked.id);
    const said = answer ? asked.choices[answer.choice] : undefined;
    const computed = answers.get(answerKey(take.form, asked.id));
    return {
      ...asked,
      said,
      computed,
      /** How that answer is called among the choices. */
      found: asked.choices.find(({ is }) => is === computed),
      isRight: computed !== undefined && said !== undefined && said.is === computed,
      seconds: answer?.seconds ?? 0,
    };
  });

/** @typedef {ReturnType<typeof rowsOf>[number]} Row */

/** @param {readonly Row[]} rows */
export const rightOf = (rows) => rows.filter(({ isRight }) => isRight).length;

/** Right answers after minus before, question by question. @param {readonly Row[]} before @param {readonly Row[]} after */
export const measure = (before, after) =>
  after.map(({ id, isRight }, i) => ({ id, before: before[i].isRight, after: isRight, change: Number(isRight) - Number(before[i].isRight) }));

const COLUMNS = ['nickname', 'form', 'when', 'question', 'link', 'choice', 'computed', 'right', 'seconds'];

/** An answer in a file that is the same in every language. @param {Answer | undefined} answer */
const coded = (answer) => (answer === '' || answer === null ? 'none' : String(answer));

/** A field as RFC 4180 has it. @param {string | number} value */
const field = (value) => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

/**
 * One line a question. `choice` and `computed` are answers of the engine, `none` where nothing or nobody is the answer; who did not
 * know has `do-not-know`; `right` is 1 or 0.
 * @param {string} nickname @param {readonly {take: Take, rows: readonly Row[]}[]} quizzes
 */
export function csv(nickname, quizzes) {
  const lines = quizzes.flatMap(({ take: { form, when }, rows }) =>
    rows.map(({ id, link, said, computed, isRight, seconds }) => [
      ...[nickname, form, when, id, link],
      said ? coded(said.is) : 'do-not-know',
      ...[coded(computed), Number(isRight), seconds.toFixed(1)],
    ]),
  );
  return [COLUMNS, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}
