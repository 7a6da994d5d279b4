// The beat that is open: its data, what the reader said to its question, what is right, and how far it has been shown.

import { isDecided } from '../state/decided.js';
import { looked } from '../state/address.js';
import { address, supplyWhole } from '../state/engine.js';
import { beatKey, beatOf } from '../state/lesson.js';
import { FIGURES } from '../state/screens.js';
import { ask } from './asking.js';
import { lessonOf } from './files.js';
import { note, forget, saidAt, SKIPPED } from './progress.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./files.js').Opened} Opened */

/** The address of a run as the stage of a beat. @param {import('../state/types.js').State} s @param {string} link @param {string} lesson @param {number} beat */
export const staged = ({ presentation }, link, lesson, beat) =>
  `${link}&lesson=${lesson}&beat=${beat}${presentation.embed ? '&embed=1' : ''}${presentation.controls === 'full' ? '' : `&controls=${presentation.controls}`}`;

/** The run and what is looked at, without the place in time. @param {string} link */
const stageOf = (link) => address(link, { at: null, general: null, message: null, lesson: null, beat: null, lang: null, theme: null, embed: null, controls: null });

/** Whether this run stands on the stage as a link of the lesson has it. @param {import('../state/types.js').State} s @param {string} link */
export const isOnStage = (s, link) => s.link !== '' && address(s.link, looked(s)) === stageOf(link);

/** @param {Page} page @param {() => void} changed called when something has come that was waited for */
export function openBeat({ store }, changed) {
  /** @type {{file: string, opened: Opened | null} | null} */
  let data = null;
  /** @type {string | null} */
  let coming = null;
  let hasFailed = false;
  /** The beat that is open, and whether its reveal has been shown. */
  let key = '';
  let isShown = false;

  /** The lesson's data in the language that is spoken, else in the other until they have come. */
  function opened() {
    const { lang, place } = store.state;
    const file = `${lang}/${place.lesson}`;
    if (data?.file !== file && coming !== file) void fetchData(file);
    return data?.file.endsWith(`/${place.lesson}`) ? data.opened : undefined;
  }
  /** @param {string} file */
  async function fetchData(file) {
    coming = file;
    hasFailed = false;
    const [lang, id] = file.split('/');
    try {
      // What a lesson asks is for the whole engine.
      const [opened] = await Promise.all([lessonOf(/** @type {import('../state/types.js').Lang} */ (lang), id), supplyWhole()]);
      if (coming === file) data = { file, opened };
    } catch (error) {
      hasFailed = coming === file;
      reportError(error);
    }
    changed();
  }

  /** @returns {{lesson: Opened, beat: import('./types.js').Beat, k: number} | null} */
  function now() {
    const lesson = opened();
    const at = beatOf(store.state);
    if (!lesson || !at) return null;
    const k = Math.min(at.beat, lesson.beats.length);
    return { lesson, beat: lesson.beats[k - 1], k };
  }
  const said = () => {
    const is = now();
    return is && saidAt(is.lesson.id, is.k);
  };

  /** Brings what the state needs to show the beat: its stage, and nothing covered where nothing is asked. */
  function settle() {
    const is = now();
    if (!is) return;
    const { lesson, beat, k } = is;
    if (!store.state.isStaged || beatOf(store.state)?.beat !== k)
      return void store.apply({ type: 'open', link: store.state.isStaged ? staged(store.state, store.state.link, lesson.id, k) : staged(store.state, beat.link, lesson.id, k) });
    const open = beatKey(store.state) ?? '';
    if (open !== key) {
      key = open;
      // What is told beside a run that was not asked about comes when that has ended.
      isShown = saidAt(lesson.id, k) !== null || (!beat.predict && beat.reveal === undefined);
      if (isShown || !beat.predict || beat.predict.isOpen) store.apply({ type: 'uncover', rides: beat.plays === true && saidAt(lesson.id, k) === null });
    }
    if ((!beat.predict || said() !== null) && hasEnded(store.state)) isShown = true;
  }
  /** What the question is answered with: computed when it is asked. @param {import('./types.js').Beat} beat */
  const answered = ({ predict, link }) => (predict?.ask ? ask(predict.ask, predict.link ?? link) : null);

  return {
    now,
    settle,
    /** There is no lesson of that name. */
    isUnknown: () => opened() === null,
    hasFailed: () => hasFailed,
    again: () => void (coming = null),
    said,
    /** Which choice is right, counted from 0: asked only once the reader has chosen; -1: none is. */
    right() {
      const is = now();
      if (!is?.beat.predict?.ask || said() === null) return -1;
      const answer = answered(is.beat);
      return is.beat.predict.choices.findIndex((choice) => choice.is === answer);
    },
    /** Whether what happened stands beside the question. */
    isShown: () => isShown,
    /** @param {number} choice */
    choose(choice) {
      const is = now();
      if (!is) return;
      note(is.lesson.id, is.k, choice);
      const { after } = is.beat;
      store.apply({ type: 'uncover', rides: after === undefined });
      if (after !== undefined) store.apply({ type: 'open', link: staged(store.state, after, is.lesson.id, is.k) });
      changed();
    },
    skip() {
      this.choose(SKIPPED);
    },
    /** The question stands again, as it stood before it was answered. */
    ask() {
      const is = now();
      if (!is) return;
      forget(is.lesson.id, is.k);
      isShown = false;
      store.apply({ type: 'open', link: staged(store.state, is.beat.link, is.lesson.id, is.k) });
      store.apply({ type: 'cover' });
      changed();
    },
  };
}

/** Whether the ride that a choice has begun is over; a tool and two runs side by side are there at once. @param {import('../state/types.js').State} s */
const hasEnded = (s) => s.session === null || !FIGURES.some((figure) => figure === s.place.view) || isDecided(s);

/** @typedef {ReturnType<typeof openBeat>} OpenBeat */
