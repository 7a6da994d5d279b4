// The beat that is open: what the reader said to its question, what is right, and how far it has been shown.

import { isDecided } from '../state/decided.js';
import { looked } from '../state/address.js';
import { address, read, supplyWhole } from '../state/engine.js';
import { beatKey, beatOf } from '../state/lesson.js';
import { AS_USUAL } from '../state/lesson-link.js';
import { isOneRun } from '../state/screens.js';
import { arriving } from './arriving.js';
import { lessonOf } from './files.js';
import { shownAlike, staged } from './lesson-links.js';
import { forget, note, saidAt, SKIPPED } from './progress.js';
import { rightChoice } from './right-choice.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {{lesson: import('./files.js').Opened, beat: import('./types.js').Beat, k: number}} Now */

/** The run and what is looked at, without the place in time. @param {string} link */
const stageOf = (link) => address(link, { at: null, general: null, message: null, lesson: null, beat: null, ...AS_USUAL });

/** Whether this run stands on the stage as a link of the lesson has it. @param {State} s @param {string} link */
export const isOnStage = (s, link) => s.link !== '' && address(s.link, looked(s)) === stageOf(link);

/** Whether the ride that a choice has begun is over; a tool and two runs side by side are there at once. @param {State} s */
const hasEnded = (s) => s.session === null || !isOneRun(s.place.view) || isDecided(s);

/** Whether a question that has not been answered would stand beside what tells: another run, or a later step of its own. @param {State} s @param {import('./types.js').Beat} beat */
const isAhead = (s, { predict, link }) => predict !== undefined && !predict.isOpen && !(isOnStage(s, link) && s.cursor <= read(link).place.at);

/** The lesson that is open, as it comes: its file, and the whole engine, which is asked. @param {Page} page @param {() => void} changed */
function openLesson(page, changed) {
  const { store } = page;
  const data = arriving(
    page,
    async (lang, id) => (await Promise.all([lessonOf(lang, id), supplyWhole()]))[0],
    changed,
    ({ place }) => place.lesson ?? '',
  );
  /** @param {Now} beat @param {string} link */
  async function open({ lesson, k }, link) {
    const { sharing } = store.state;
    await store.apply({ type: 'open', link: shownAlike(store.state, staged(link, lesson.id, k)) });
    // Who was quicker than the lesson keeps what he has opened.
    if (sharing) store.apply({ type: 'share', open: true });
  }
  return {
    /** There is no lesson of that name. */
    isUnknown: () => data.isThere() && data.now() === null,
    hasFailed: data.hasFailed,
    fetchAgain: data.again,
    /** @returns {Now | null} */
    now() {
      const at = beatOf(store.state);
      const lesson = at && data.now();
      if (!at || !lesson) return null;
      const k = Math.min(at.beat, lesson.beats.length);
      return { lesson, beat: lesson.beats[k - 1], k };
    },
    /** @param {Now} beat @param {string} [link] */
    openStage: (beat, link = beat.beat.link) => void open(beat, link),
  };
}

/** @param {Page} page @param {() => void} changed called when something has come that was waited for */
export function openBeat(page, changed) {
  const { store } = page;
  const { now, openStage, ...lesson } = openLesson(page, changed);
  const right = rightChoice(changed);
  /** The beat that is open, and whether its reveal has been shown. */
  let key = '';
  let isShown = false;

  /** The beat has just been opened. @param {Now} opened */
  function enter(opened) {
    const { beat } = opened;
    const isNew = said(opened) === null;
    key = beatKey(store.state) ?? '';
    right.forget();
    // What is told beside a run that was not asked about comes when that has ended.
    isShown = !isNew || (!beat.predict && beat.reveal === undefined);
    if (!isNew) right.compute(beat);
    if (isShown || !beat.predict || beat.predict.isOpen) store.apply({ type: 'uncover', rides: beat.plays === true && isNew });
  }
  /** What was said to the question: a choice counted from 0, `SKIPPED`, or null. */
  const said = (opened = now()) => opened && saidAt(opened.lesson.id, opened.k);
  /** @param {number} choice */
  function choose(choice) {
    const opened = now();
    if (!opened) return;
    const { lesson, beat, k } = opened;
    note(lesson.id, k, choice);
    right.compute(beat);
    store.apply({ type: 'uncover', rides: beat.after === undefined });
    if (beat.after !== undefined) openStage(opened, beat.after);
    changed();
  }
  /** The question stands again, as it stood before it was answered. */
  function askAgain() {
    const opened = now();
    if (!opened) return;
    forget(opened.lesson.id, opened.k);
    store.apply({ type: 'cover' });
    isShown = false;
    right.forget();
    openStage(opened);
    changed();
  }
  /** Brings what the state needs to show the beat: its stage, and nothing covered where nothing is asked. */
  function settle() {
    const opened = now();
    if (!opened) return;
    const { beat, k } = opened;
    const { isStaged, link } = store.state;
    if (!isStaged || beatOf(store.state)?.beat !== k) return openStage(opened, isStaged ? link : beat.link);
    if (beatKey(store.state) !== key) {
      if (said() === null && isAhead(store.state, beat)) return openStage(opened);
      enter(opened);
    }
    // What is opened after the answer is what there is to see.
    if ((!beat.predict || said() !== null) && (beat.after !== undefined || hasEnded(store.state))) isShown = true;
  }
  /** No lesson is open: what comes next begins anew. */
  function leave() {
    key = '';
    if (lesson.hasFailed()) lesson.fetchAgain();
  }
  return {
    ...lesson,
    now: () => (store.state.isStaged ? now() : null),
    /** Which choice is right, counted from 0; -1: not known yet, or none is. */
    right: right.index,
    /** Whether what happened stands beside the question. */
    isShown: () => isShown,
    skip: () => choose(SKIPPED),
    ...{ said, settle, leave, choose, askAgain },
  };
}

/** @typedef {ReturnType<typeof openBeat>} OpenBeat */
