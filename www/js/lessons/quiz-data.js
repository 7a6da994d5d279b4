// The questions of the quiz in the reader's language, and the whole engine, which answers them.

import { supplyWhole } from '../state/engine.js';
import { fileOf } from './files.js';

/** @typedef {import('./quiz-forms.js').Question} Question */
/** @typedef {import('../state/types.js').Lang} Lang */

/** @param {() => void} changed called when they have come, or cannot be had */
export function quizData(changed) {
  /** In the language that came last. @type {Question[]} */
  let questions = [];
  /** @type {Lang | null} */
  let coming = null;
  let hasFailed = false;

  /** @param {unknown} error */
  function fail(error) {
    hasFailed = true;
    reportError(error);
    changed();
  }
  /** @param {Lang} lang */
  async function bring(lang) {
    coming = lang;
    try {
      const [file] = await Promise.all([fileOf(lang, 'quiz'), supplyWhole()]);
      if (coming !== lang) return;
      questions = file.questions;
      changed();
    } catch (error) {
      fail(error);
    }
  }
  return {
    questions: () => questions,
    hasFailed: () => hasFailed,
    fail,
    /** @param {Lang} lang */
    speak(lang) {
      if (coming !== lang && !hasFailed) void bring(lang);
    },
    again() {
      hasFailed = false;
      coming = null;
      changed();
    },
  };
}
