// Asking: what a question of the list is answered with by a link, computed now.

import { isWhole, open, read } from '../state/engine.js';
import { QuestionError, readQuestion } from './questions.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./types.js').Choice} Choice */
/** @typedef {import('./types.js').Prediction} Prediction */
/** @typedef {import('../state/engine.js').Session} Session */

/**
 * A link of which something is asked, with its run; what is kept while it is asked is freed afterwards.
 * @typedef {ReturnType<typeof inquire>} Inquiry
 */

/** @param {string} link */
function inquire(link) {
  /** @type {{free(): void}[]} */
  const kept = [];
  /** @type {Session | undefined} */
  let run;
  /** Frees something when the answer is there. @template {{free(): void}} T @param {T} what */
  const keep = (what) => {
    kept.push(what);
    return what;
  };
  const opened = () => (run ??= keep(open(link)));
  return {
    link,
    keep,
    /** What the link holds. */
    reading: () => read(link),
    /** Its run, where the link stands in it. */
    run: opened,
    /** Its run at the end. */
    ended() {
      const session = opened();
      session.seek(session.length);
      return session;
    },
    end() {
      for (const what of kept) what.free();
    },
  };
}

/** What a question is answered with by a link, or why it is not. @typedef {{answer: Answer} | {refused: QuestionError}} Found */

/** So many are kept: those of the beat that is open, asked again whenever it is drawn, and the reader's last tries. */
const KEPT_MOST = 32;
/** What was asked last stands last. @type {Map<string, Found>} */
const found = new Map();

/**
 * The answer of a question of the list to a link. Throws a `QuestionError` for a question that is not in the list, for wrong
 * arguments, and where the link is refused or its run is none of which this can be asked.
 *
 * The first screen's engine answers what is asked of the verdict, the messages and the views of oral runs alone; for other worlds,
 * the laboratory and every other protocol the whole one has to be here (`supplyWhole`).
 * @param {string} question @param {string} link
 */
export function ask(question, link) {
  const key = `${question} ${link}`;
  const known = found.get(key) ?? find(question, link);
  found.delete(key);
  // What the first screen's engine refuses the whole one may answer.
  if ('answer' in known || isWhole()) found.set(key, known);
  const [oldest] = found.keys();
  if (found.size > KEPT_MOST) found.delete(oldest);
  if ('refused' in known) throw known.refused;
  return known.answer;
}

/** @param {string} question @param {string} link @returns {Found} */
function find(question, link) {
  try {
    return { answer: answerOf(question, link) };
  } catch (error) {
    if (error instanceof QuestionError) return { refused: error };
    throw error;
  }
}

/** What the engine throws where a link, or a run, is none of which something can be asked. */
const REFUSALS = ['LinkError', 'LabError', 'RangeError'];

/** @param {string} question @param {string} link */
function answerOf(question, link) {
  const answerTo = readQuestion(question);
  const inquiry = inquire(link);
  try {
    const answer = answerTo(inquiry);
    if (answer === undefined) throw new QuestionError(question, `it cannot be asked of ${link}`);
    return answer;
  } catch (error) {
    const isRefused = error instanceof Error && REFUSALS.includes(error.name);
    throw isRefused ? new QuestionError(question, `${link} does not answer it`, error) : error;
  } finally {
    inquiry.end();
  }
}

/** Whether what the reader said is what the question answers; without a question nothing is right. @param {Choice} choice @param {Prediction} prediction @param {string} link the beat's */
export const isRight = ({ is }, { ask: question, link: own }, link) =>
  question !== undefined && ask(question, own ?? link) === is;
