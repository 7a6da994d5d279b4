// The quiz that is open: where the reader is among its questions, what he does there, and what came out.

import { supplyWhole } from '../state/engine.js';
import { lessonsPage } from '../state/lesson.js';
import { arriving } from './arriving.js';
import { fileOf } from './files.js';
import { quizAnswers } from './quiz-answers.js';
import { asIn, otherForm } from './quiz-forms.js';
import * as kept from './quiz-kept.js';
import { rowsOf } from './quiz-results.js';
import { stopwatch } from './quiz-stopwatch.js';

/** @typedef {import('./quiz-kept.js').Take} Take */
/** @typedef {import('./quiz-forms.js').Question} Question */

/** Quizzes that have ended. */
const ended = () => (kept.now()?.takes ?? []).filter((take) => take.ended);

/** The questions, and the whole engine, which answers them. @param {import('../state/types.js').Lang} lang @returns {Promise<Question[]>} */
async function questionsIn(lang) {
  const [file] = await Promise.all([fileOf(lang, 'quiz'), supplyWhole()]);
  return file.questions;
}

/** @param {import('../shell/page.js').Page} page @param {() => void} changed called when something has come, or another tab has gone on */
export function openQuiz(page, changed) {
  const isOpen = () => lessonsPage(page.store.state) === 'quiz';
  const data = arriving(page, questionsIn, changed);
  /** @type {Question[]} */
  let here = [];
  const questions = () => here;
  /** An answer cannot be computed. */
  let hasFailed = false;
  const { answers, isMissing, go } = quizAnswers(() => ({ forms: ended().map(({ form }) => form), questions: here }), changed, (error) => {
    hasFailed = true;
    reportError(error);
    changed();
  });
  const at = whereabouts(questions);
  kept.whenElsewhere(() => isOpen() && changed());

  return {
    ...actions(at, changed),
    /** What there is to be done before the quiz is drawn. */
    settle() {
      if (!isOpen()) return at.leave();
      here = data.now() ?? [];
      if (kept.running() && here.length > 0 && at.place() < 0) kept.end();
      at.time();
      if (!hasFailed) void go();
    },
    hasFailed: () => hasFailed || data.hasFailed(),
    again() {
      hasFailed = false;
      if (data.hasFailed()) data.again();
      changed();
    },
    /** Whether its questions are there. */
    isHere: () => here.length > 0,
    all: () => here.length,
    place: at.place,
    asked: at.asked,
    chosen: at.chosen,
    nickname: () => kept.now()?.nickname ?? '',
    running: kept.running,
    /** What came out, of each quiz that has ended. */
    results: () => ended().map((take) => ({ take, rows: rowsOf(take, here, answers) })),
    /** Whether answers are to be computed yet. */
    isMissing,
  };
}

/** Where the reader is, and for how long. @param {() => readonly Question[]} questions */
function whereabouts(questions) {
  const watch = stopwatch();
  /** The question for which it runs, which is the one on the page. */
  let timed = '';
  let isOpen = false;
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
  /** Which question of whose quiz stands; '': none. */
  function standing() {
    const [quiz, now] = [kept.now(), asked()];
    return quiz && now ? `${quiz.nickname} ${quiz.takes.length} ${kept.running()?.form} ${now.id}` : '';
  }
  /** Whether the question on the page is the one that stands: another tab may have gone on. */
  const isStanding = () => timed !== '' && timed === standing();
  /** Who leaves or loads the page again goes on where he was. */
  const keepTime = () => isOpen && isStanding() && kept.spend(watch.seconds());
  addEventListener('pagehide', keepTime);
  return {
    place,
    asked,
    chosen,
    isStanding,
    seconds: watch.seconds,
    /** Something else is on the page. */
    leave() {
      keepTime();
      isOpen = false;
      watch.pause();
    },
    /** The time runs for the question that stands now. */
    time() {
      isOpen = true;
      if (standing() === timed) return watch.resume();
      timed = standing();
      watch.begin(kept.running()?.open?.seconds ?? 0);
    },
  };
}

/** What the reader does. @param {ReturnType<typeof whereabouts>} at @param {() => void} changed */
const actions = (at, changed) => ({
  /** @param {number} choice */
  choose(choice) {
    if (at.isStanding()) kept.choose(choice, at.seconds());
    changed();
  },
  /** On to the next question, if this one is answered, here or in another tab. */
  next() {
    const [now, choice, isStanding] = [at.asked(), at.chosen(), at.isStanding()];
    if (isStanding && (!now || choice === null)) return false;
    if (isStanding && now && choice !== null) kept.say(now.id, choice, Math.round(at.seconds() * 10) / 10);
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
