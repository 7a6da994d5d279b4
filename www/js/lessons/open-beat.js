// The beat that is open: what the reader said to its question, what is right, and how far it has been shown.

import { isDecided } from '../state/decided.js';
import { looked } from '../state/address.js';
import { address, read, supplyWhole } from '../state/engine.js';
import { beatKey, beatOf } from '../state/lesson.js';
import { FIGURES } from '../state/screens.js';
import { arriving } from './arriving.js';
import { isRight } from './asking.js';
import { lessonOf } from './files.js';
import { shownAlike, staged } from './lesson-links.js';
import { forget, note, saidAt, SKIPPED } from './progress.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {{lesson: import('./files.js').Opened, beat: import('./types.js').Beat, k: number}} Now */

/** The run and what is looked at, without the place in time. @param {string} link */
const stageOf = (link) => address(link, { at: null, general: null, message: null, lesson: null, beat: null, lang: null, theme: null, embed: null, controls: null });

/** Whether this run stands on the stage as a link of the lesson has it. @param {State} s @param {string} link */
export const isOnStage = (s, link) => s.link !== '' && address(s.link, looked(s)) === stageOf(link);

/** Whether the ride that a choice has begun is over; a tool and two runs side by side are there at once. @param {State} s */
const hasEnded = (s) => s.session === null || !FIGURES.some((figure) => figure === s.place.view) || isDecided(s);

/** Whether a question that has not been answered would stand beside what tells: another run, or a later step of its own. @param {State} s @param {import('./types.js').Beat} beat */
const isAhead = (s, { predict, link }) => predict !== undefined && !predict.isOpen && !(isOnStage(s, link) && s.cursor <= read(link).place.at);

/** What a lesson's text needs: its file, and the whole engine, which is asked. @param {Page} page @param {() => void} changed */
const lessonData = (page, changed) =>
  arriving(
    page,
    async (lang, id) => (await Promise.all([lessonOf(lang, id), supplyWhole()]))[0],
    changed,
    ({ place }) => place.lesson ?? '',
  );

/** @param {Page} page @param {() => void} changed called when something has come that was waited for */
export function openBeat(page, changed) {
  const { store } = page;
  const data = lessonData(page, changed);
  /** The beat that is open, and whether its reveal has been shown. */
  let key = '';
  let isShown = false;
  /** Which choice is right, counted from 0, once that has been computed. @type {number | null} */
  let right = null;

  /** @returns {Now | null} */
  function now() {
    const at = beatOf(store.state);
    const lesson = at && data.now();
    if (!at || !lesson) return null;
    const k = Math.min(at.beat, lesson.beats.length);
    return { lesson, beat: lesson.beats[k - 1], k };
  }
  /** @param {Now} beat */
  const openStage = ({ lesson, beat, k }, link = beat.link) => void store.apply({ type: 'open', link: shownAlike(store.state, staged(link, lesson.id, k)) });

  /** The beat has just been opened. @param {Now} opened */
  function enter({ lesson, beat, k }) {
    const said = saidAt(lesson.id, k);
    key = beatKey(store.state) ?? '';
    right = null;
    // What is told beside a run that was not asked about comes when that has ended.
    isShown = said !== null || (!beat.predict && beat.reveal === undefined);
    if (said !== null) compute(beat);
    if (isShown || !beat.predict || beat.predict.isOpen) store.apply({ type: 'uncover', rides: beat.plays === true && said === null });
  }
  /** Which choice is right is computed from the link when it is asked, once what was chosen has been painted: some questions take a while. @param {import('./types.js').Beat} beat */
  function compute({ predict, link }) {
    if (!predict?.ask) return;
    const of = key;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (of !== key) return;
        right = predict.choices.findIndex((choice) => isRight(choice, predict, predict.link ?? link));
        changed();
      }),
    );
  }

  return {
    now: () => (store.state.isStaged ? now() : null),
    /** Brings what the state needs to show the beat: its stage, and nothing covered where nothing is asked. */
    settle() {
      const opened = now();
      if (!opened) return;
      const { lesson, beat, k } = opened;
      const { isStaged, link } = store.state;
      if (!isStaged || beatOf(store.state)?.beat !== k) return openStage(opened, isStaged ? link : beat.link);
      if (beatKey(store.state) !== key) {
        if (saidAt(lesson.id, k) === null && isAhead(store.state, beat)) return openStage(opened);
        enter(opened);
      }
      // What is opened after the answer is what there is to see.
      if ((!beat.predict || saidAt(lesson.id, k) !== null) && (beat.after !== undefined || hasEnded(store.state))) isShown = true;
    },
    /** No lesson is open: what comes next begins anew. */
    leave() {
      key = '';
      if (data.hasFailed()) data.again();
    },
    /** There is no lesson of that name. */
    isUnknown: () => data.isThere() && data.now() === null,
    hasFailed: data.hasFailed,
    fetchAgain: data.again,
    /** What was said to the question: a choice counted from 0, `SKIPPED`, or null. */
    said() {
      const opened = now();
      return opened && saidAt(opened.lesson.id, opened.k);
    },
    /** Which choice is right, counted from 0; -1: not known yet, or none is. */
    right: () => right ?? -1,
    /** Whether what happened stands beside the question. */
    isShown: () => isShown,
    /** @param {number} choice */
    choose(choice) {
      const opened = now();
      if (!opened) return;
      const { lesson, beat, k } = opened;
      note(lesson.id, k, choice);
      compute(beat);
      store.apply({ type: 'uncover', rides: beat.after === undefined });
      if (beat.after !== undefined) openStage(opened, beat.after);
      changed();
    },
    skip() {
      this.choose(SKIPPED);
    },
    /** The question stands again, as it stood before it was answered. */
    askAgain() {
      const opened = now();
      if (!opened) return;
      forget(opened.lesson.id, opened.k);
      store.apply({ type: 'cover' });
      isShown = false;
      right = null;
      openStage(opened);
      changed();
    },
  };
}

/** @typedef {ReturnType<typeof openBeat>} OpenBeat */
