// The closed list of questions: what a lesson may ask of a link, and how a question is written.

import { EYES_QUESTIONS } from './eyes-questions.js';
import { LAB_QUESTIONS } from './lab-questions.js';
import { RUN_QUESTIONS } from './run-questions.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./asking.js').Inquiry} Inquiry */
/** What stands in the brackets behind a question's name.
 * @typedef {'number' | 'order' | 'path' | 'protocol'} Argument */

/**
 * What a question takes, and its answer; undefined where the link's run is none of which it can be asked.
 * @typedef {{takes: Argument[], answer: (inquiry: Inquiry, ...args: any[]) => Answer | undefined}} Question
 */

/** A question that is not in the list, is written wrongly, or cannot be answered by its link. */
export class QuestionError extends Error {
  /** @param {string} question @param {string} why @param {unknown} [cause] */
  constructor(question, why, cause) {
    super(`${question}: ${why}`, { cause });
    this.name = 'QuestionError';
    this.question = question;
  }
}

/** By their names. @type {ReadonlyMap<string, Question>} */
export const QUESTIONS = new Map(Object.entries({ ...RUN_QUESTIONS, ...EYES_QUESTIONS, ...LAB_QUESTIONS }));

/** How an argument is read: what it looks like, and its value. @type {Record<Argument, {form: RegExp, read: (text: string) => unknown}>} */
const ARGUMENTS = {
  number: { form: /^\d{1,3}$/, read: Number },
  order: { form: /^[AR]$/, read: String },
  path: { form: /^\d{1,2}(\.\d{1,2})*$/, read: (text) => text.split('.').map(Number) },
  protocol: { form: /^[a-z]+$/, read: String },
};

/** A question's name, and what stands in brackets behind it. */
const WRITTEN = /^([A-Za-z]+)(?:\(([^()]*)\))?$/;

/**
 * Reads a question as it is written: `decision(3)`. Throws a `QuestionError` for one that is not in the list and for arguments
 * that it does not take.
 * @param {string} text @returns {(inquiry: Inquiry) => Answer | undefined}
 */
export function readQuestion(text) {
  const [, name = '', inBrackets] = WRITTEN.exec(text) ?? [];
  const question = QUESTIONS.get(name);
  if (!question) throw new QuestionError(text, 'there is no such question');
  const given = inBrackets?.split(',') ?? [];
  const { takes, answer } = question;
  if (given.length !== takes.length) throw new QuestionError(text, `it takes ${takes.length} arguments`);
  const args = takes.map((kind, place) => {
    const { form, read } = ARGUMENTS[kind];
    const argument = given[place].trim();
    if (!form.test(argument)) throw new QuestionError(text, `${argument} is no ${kind}`);
    return read(argument);
  });
  return (inquiry) => answer(inquiry, ...args);
}
