// The quiz that is open: its questions in the reader's language, where he is among them, and what is computed when it ends.

import { supplyWhole } from '../state/engine.js';
import { lessonsPage } from '../state/lesson.js';
import { ask } from './asking.js';
import { fileOf } from './files.js';
import { asIn, otherForm } from './quiz-forms.js';
import * as kept from './quiz-kept.js';
import { answerKey, rowsOf } from './quiz-results.js';
import { stopwatch } from './quiz-stopwatch.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./quiz-forms.js').Question} Question */
/** @typedef {import('./quiz-kept.js').Take} Take */

/** @param {Page} page @param {() => void} changed called when something has come */
export function openQuiz(page, changed) {
  const { store } = page;
  /** In the language that came last. @type {Question[]} */
  let questions = [];
  /** @type {string | null} */
  let coming = null;
  let hasFailed = false;
  /** The whole engine is here. */
  let isWhole = false;
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  let isComputing = false;
  const watch = stopwatch();
  /** The question for which it runs. */
  let timed = '';

  async function fetchQuestions() {
    const { lang } = store.state;
    coming = lang;
    try {
      const [file] = await Promise.all([fileOf(lang, 'quiz'), supplyWhole()]);
      if (coming !== lang) return;
      questions = file.questions;
      isWhole = true;
    } catch (error) {
      hasFailed = true;
      reportError(error);
    }
    changed();
  }
  /** The number of the question that stands, from 0. */
  function place() {
    const take = kept.running();
    return take ? questions.findIndex(({ id }) => kept.saidTo(take, id) === null) : -1;
  }
  /** The question that stands. */
  function asked() {
    const [take, at] = [kept.running(), place()];
    return take && at >= 0 ? asIn(questions[at], take.form) : null;
  }
  const ended = () => (kept.now()?.takes ?? []).filter((take) => take.ended);
  /** What is to be computed yet, each with its place in `answers`. */
  const wanted = () =>
    ended().flatMap(({ form }) => questions.map((one) => ({ ...asIn(one, form), key: answerKey(form, one.id) }))).filter(({ key }) => !answers.has(key));

  /** One answer a frame: the page goes on meanwhile. */
  async function compute() {
    isComputing = true;
    try {
      for (let [next] = wanted(); next; [next] = wanted()) {
        answers.set(next.key, ask(next.ask, next.link));
        changed();
        await new Promise(requestAnimationFrame);
      }
    } catch (error) {
      hasFailed = true;
      reportError(error);
    }
    isComputing = false;
    changed();
  }
  /** What there is to be done before the quiz is drawn. */
  function settle() {
    if (lessonsPage(store.state) !== 'quiz') return watch.pause();
    if (coming !== store.state.lang && !hasFailed) void fetchQuestions();
    const take = kept.running();
    if (take && questions.length > 0 && place() < 0) kept.end();
    time();
    if (isWhole && !isComputing && !hasFailed && wanted().length > 0) void compute();
  }
  function time() {
    const [take, now] = [kept.running(), asked()];
    const standing = take && now ? `${take.when} ${now.id}` : '';
    if (standing === timed) return watch.resume();
    timed = standing;
    watch.begin(take?.open?.seconds ?? 0);
  }
  /** What is chosen and not said yet, from 0; null: nothing is. */
  const chosen = () => {
    const choice = kept.running()?.open?.choice ?? null;
    return choice === null || choice < (asked()?.choices.length ?? 0) ? choice : null;
  };
  // Who leaves or loads the page again goes on where he was.
  addEventListener('pagehide', () => asked() && kept.choose(chosen(), watch.seconds()));

  return {
    settle,
    hasFailed: () => hasFailed,
    again() {
      hasFailed = false;
      coming = null;
      changed();
    },
    /** Whether its questions are there. */
    isHere: () => questions.length > 0,
    all: () => questions.length,
    place,
    asked,
    chosen,
    /** @param {number} choice */
    choose(choice) {
      kept.choose(choice, watch.seconds());
      changed();
    },
    /** On to the next question, if this one is answered. */
    next() {
      const [now, choice] = [asked(), chosen()];
      if (!now || choice === null) return false;
      kept.say(now.id, choice, Math.round(watch.seconds() * 10) / 10);
      changed();
      return true;
    },
    /** @param {string} nickname @param {import('./quiz-kept.js').When} when @param {Take['form']} form */
    begin(nickname, when, form) {
      kept.begin(nickname, when, form);
      changed();
    },
    beginAfter() {
      const [before] = ended();
      if (before) kept.beginAfter(otherForm(before.form));
      changed();
    },
    clear() {
      kept.clear();
      timed = '';
      changed();
    },
    nickname: () => kept.now()?.nickname ?? '',
    running: kept.running,
    /** What came out, of each quiz that has ended. */
    results: () => ended().map((take) => ({ take, rows: rowsOf(take, questions, answers) })),
    /** How many answers are to be computed yet. */
    missing: () => wanted().length,
  };
}

/** @typedef {ReturnType<typeof openQuiz>} OpenQuiz */
