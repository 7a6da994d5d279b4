// The quiz that is open: where the reader is among its questions, what he does there, and what came out.

import { lessonsPage } from '../state/lesson.js';
import { quizAnswers } from './quiz-answers.js';
import { quizData } from './quiz-data.js';
import { asIn, otherForm } from './quiz-forms.js';
import * as kept from './quiz-kept.js';
import { rowsOf } from './quiz-results.js';
import { stopwatch } from './quiz-stopwatch.js';

/** @typedef {import('./quiz-kept.js').Take} Take */

/** Quizzes that have ended. */
const ended = () => (kept.now()?.takes ?? []).filter((take) => take.ended);

/** @param {import('../shell/page.js').Page} page @param {() => void} changed called when something has come */
export function openQuiz({ store }, changed) {
  const data = quizData(changed);
  const { questions } = data;
  const { answers, isMissing, go } = quizAnswers(() => ({ forms: ended().map(({ form }) => form), questions: questions() }), changed, data.fail);
  const at = whereabouts(questions);

  return {
    ...actions(at, changed),
    /** What there is to be done before the quiz is drawn. */
    settle() {
      if (lessonsPage(store.state) !== 'quiz') return at.pause();
      data.speak(store.state.lang);
      if (kept.running() && questions().length > 0 && at.place() < 0) kept.end();
      at.time();
      if (!data.hasFailed()) void go();
    },
    hasFailed: data.hasFailed,
    again: data.again,
    /** Whether its questions are there. */
    isHere: () => questions().length > 0,
    all: () => questions().length,
    place: at.place,
    asked: at.asked,
    chosen: at.chosen,
    nickname: () => kept.now()?.nickname ?? '',
    running: kept.running,
    /** What came out, of each quiz that has ended. */
    results: () => ended().map((take) => ({ take, rows: rowsOf(take, questions(), answers) })),
    /** Whether answers are to be computed yet. */
    isMissing,
  };
}

/** Where the reader is, and for how long. @param {() => readonly import('./quiz-forms.js').Question[]} questions */
function whereabouts(questions) {
  const watch = stopwatch();
  /** The question for which it runs. */
  let timed = '';
  /** The number of the question that stands, from 0. */
  function place() {
    const take = kept.running();
    return take ? questions().findIndex(({ id }) => kept.saidTo(take, id) === null) : -1;
  }
  /** The question that stands. */
  function asked() {
    const [take, at] = [kept.running(), place()];
    return take && at >= 0 ? asIn(questions()[at], take.form) : null;
  }
  /** What is chosen and not said yet, from 0; null: nothing is. */
  function chosen() {
    const choice = kept.running()?.open?.choice ?? null;
    return choice === null || choice < (asked()?.choices.length ?? 0) ? choice : null;
  }
  // Who leaves or loads the page again goes on where he was.
  addEventListener('pagehide', () => asked() && kept.choose(chosen(), watch.seconds()));
  return {
    place,
    asked,
    chosen,
    seconds: watch.seconds,
    pause: watch.pause,
    /** The time runs for the question that stands now. */
    time() {
      const [take, now] = [kept.running(), asked()];
      const standing = take && now ? `${take.when} ${now.id}` : '';
      if (standing === timed) return watch.resume();
      timed = standing;
      watch.begin(take?.open?.seconds ?? 0);
    },
  };
}

/** What the reader does. @param {ReturnType<typeof whereabouts>} at @param {() => void} changed */
const actions = (at, changed) => ({
  /** @param {number} choice */
  choose(choice) {
    kept.choose(choice, at.seconds());
    changed();
  },
  /** On to the next question, if this one is answered. */
  next() {
    const [now, choice] = [at.asked(), at.chosen()];
    if (!now || choice === null) return false;
    kept.say(now.id, choice, Math.round(at.seconds() * 10) / 10);
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
    changed();
  },
});

/** @typedef {ReturnType<typeof openQuiz>} OpenQuiz */
