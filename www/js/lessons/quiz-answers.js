// The engine's answers to quizzes that have ended: computed one after the other, so that the page goes on meanwhile.

import { ask } from './asking.js';
import { asIn } from './quiz-forms.js';
import { answerKey } from './quiz-results.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./quiz-forms.js').Form} Form */
/** @typedef {import('./quiz-forms.js').Question} Question */

/**
 * @param {() => {forms: Form[], questions: readonly Question[]}} wanted which forms have ended, and what they ask
 * @param {() => void} changed called with each answer @param {(error: unknown) => void} failed
 */
export function quizAnswers(wanted, changed, failed) {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  let isComputing = false;
  /** What is to be computed yet. */
  function missing() {
    const { forms, questions } = wanted();
    const all = forms.flatMap((form) => questions.map((one) => ({ ...asIn(one, form), key: answerKey(form, one.id) })));
    return all.filter(({ key }) => !answers.has(key));
  }
  async function compute() {
    for (let [next] = missing(); next; [next] = missing()) {
      answers.set(next.key, ask(next.ask, next.link));
      changed();
      await new Promise(requestAnimationFrame);
    }
  }
  return {
    answers,
    isMissing: () => missing().length > 0,
    /** Computes what is missing, unless it is being computed. */
    async go() {
      if (isComputing || missing().length === 0) return;
      isComputing = true;
      try {
        await compute();
      } catch (error) {
        failed(error);
      }
      isComputing = false;
    },
  };
}
