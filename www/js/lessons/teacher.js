// The teacher’s page: one table of what to ask and what may be answered, by the time there is; ready cases; the plan to be copied or printed.

import { binder } from '../kit/dom.js';
import { failureNotice } from '../kit/late-part.js';
import { supplyWhole } from '../state/engine.js';
import { arriving } from './arriving.js';
import { fileOf, indexOf } from './files.js';
import { lessonLink, opens, writtenOut } from './lesson-links.js';
import { planned, planText, ranges } from './plan.js';
import { readyCases } from './teacher-cases.js';
import { copying } from '../kit/copying.js';
import { hand } from './teacher-hand.js';
import { planChoice, planName } from './teacher-plans.js';
import { row } from './teacher-row.js';
import { still } from './teacher-still.js';
import { turnedTo } from './turned-to.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').Lang} Lang */
/** @typedef {import('./plan.js').Index} Index */
/** @typedef {{index: Index, teacher: import('./plan.js').Teacher}} Papers */

/** @param {Lang} lang @returns {Promise<Papers>} */
async function papersOf(lang) {
  const [index, teacher] = await Promise.all([indexOf(lang), fileOf(lang, 'teacher')]);
  return { index, teacher };
}

/** All lessons, by their names. @param {Lang} lang @returns {Promise<Map<string, import('./types.js').Lesson>>} */
async function lessonsOf(lang) {
  const { lessons } = await indexOf(lang);
  return new Map(await Promise.all(lessons.map(async ({ id }) => /** @type {const} */ ([id, await fileOf(lang, id)]))));
}

/**
 * What the page shows, and what the reader chose.
 * @param {Page} page @param {() => void} changed
 */
function createDesk(page, changed) {
  const papers = arriving(page, papersOf, changed);
  const lessons = arriving(page, lessonsOf, changed);
  let plan = 'fifty';
  /** @type {string | null | undefined} */
  let inHand;
  /** @type {Map<string, string>} */
  const stills = new Map();
  const there = () => papers.now();
  const planOf = () => there()?.teacher.plans.find(({ id }) => id === plan) ?? null;
  const rows = () => planned(there()?.index.lessons ?? [], planOf());
  return {
    there,
    plans: () => there()?.teacher.plans ?? [],
    chosen: () => plan,
    /** @param {string} id */
    choose(id) {
      plan = id;
      changed();
    },
    planOf,
    rows,
    hasFailed: () => papers.hasFailed() || lessons.hasFailed(),
    again() {
      if (papers.hasFailed()) papers.again();
      if (lessons.hasFailed()) lessons.again();
      changed();
    },
    hand: () => (inHand === undefined ? (there()?.index.lessons[0]?.id ?? null) : inHand),
    /** @param {string | null} id */
    take(id) {
      inHand = id;
      changed();
    },
    /** @param {string} id */
    planned: (id) => /** @type {import('./plan.js').Planned} */ (rows().find((row) => row.id === id)),
    index: () => /** @type {Papers} */ (there()).index,
    /** @param {string} id @param {number} beat */
    beatTitle: (id, beat) => lessons.now()?.get(id)?.beats[beat - 1]?.title ?? '',
    /** @param {string} id */
    still: (id) => stills.get(id) ?? null,
    /** Draws how each lesson begins. */
    drawStills() {
      for (const [id, { beats }] of lessons.now() ?? []) stills.set(id, still(page, id, beats[0].link));
      changed();
    },
  };
}

/** @typedef {ReturnType<typeof createDesk>} Papered */

/** @param {HTMLElement} root @param {Page} page */
export function teacher(root, page) {
  const { store, t } = page;
  const drawing = binder();
  const { el } = drawing;
  const desk = createDesk(page, refresh);
  const isOpen = () => store.state.place.lesson === 'teacher';
  const failed = failureNotice(page, desk.again);
  const title = el('h2', { id: page.id('teacher-title'), tabindex: -1 }, () => t('lessons.teacher'));
  root.append(
    el(
      'div',
      { class: 'teacher', 'data-testid': 'teacher', role: 'group', 'aria-labelledby': title.id },
      el(
        'div',
        { class: 'teacher-head' },
        el('div', {}, title, el('p', { class: 'teacher-lead' }, () => t('teacher.lead'))),
        planChoice(drawing, page, desk),
        el('p', { class: 'on-paper' }, () => `${planName(page, desk, desk.chosen())}: ${writtenOut(lessonLink('teacher'))}`),
      ),
      failed.node,
      table(drawing, page, desk),
      readyCases(drawing, page, () => desk.there()?.teacher.cases ?? []),
      foot(drawing, page, desk),
    ),
  );
  // Paper is asked for by the browser’s own key too: what can be drawn at once is.
  window.addEventListener('beforeprint', () => {
    if (isOpen()) desk.drawStills();
  });

  const turned = turnedTo(root, title);
  function refresh() {
    if (isOpen()) {
      desk.there();
      failed.node.hidden = !desk.hasFailed();
      drawing.refresh();
      failed.refresh();
    }
    turned(isOpen());
  }
  return refresh;
}

/** @param {Binder} drawing @param {Page} page @param {Papered} desk */
function table({ el, list }, page, desk) {
  const { t } = page;
  /** @param {string} name */
  const head = (name) => el('th', { role: 'columnheader', scope: 'col' }, () => t(`teacher.column.${name}`));
  const taught = () =>
    (desk.there()?.index.lessons ?? []).flatMap((entry, i) => {
      const advice = desk.there()?.teacher.lessons.find(({ id }) => id === entry.id);
      return advice ? [false, true].map((isMore) => ({ entry, advice, place: i + 1, isMore })) : [];
    });
  return el(
    'table',
    { class: 'teacher-table', role: 'table', hidden: () => desk.there() === null, 'aria-label': () => t('teacher.table') },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, el('td', { role: 'cell' }), ...['lesson', 'minutes', 'beats', 'ask', 'answers', 'open'].map(head))),
    list(
      el('tbody', { role: 'rowgroup' }),
      taught,
      ({ entry, advice, isMore }) => `${isMore} ${entry.id} ${advice.aim}`,
      ({ isMore, ...one }, own) => (isMore ? hand : row)(own, page, desk, one),
    ),
  );
}

/** The plan to be copied, and printed. @param {Binder} drawing @param {Page} page @param {Papered} desk */
function foot(drawing, page, desk) {
  const { el } = drawing;
  const { t } = page;
  const text = () =>
    planText({
      title: `${t('lessons.teacher')}: ${planName(page, desk, desk.chosen())}`,
      link: writtenOut(lessonLink('teacher')),
      rows: desk.rows(),
      asked: (id) => desk.there()?.teacher.lessons.find((one) => one.id === id)?.ask ?? [],
      beatTitle: desk.beatTitle,
      lessonLine: ({ place, title, minutes, beats }) => t('teacher.line', { place, title, count: minutes, beats: ranges(beats, t('teacher.and')) }),
      beatLink: (id, beat) => writtenOut(lessonLink(id, beat)),
    });
  const field = el('textarea', { class: 'teacher-text', readonly: true, rows: 6, hidden: true, 'data-testid': 'teacher-text', 'aria-label': () => t('teacher.text') });
  const { button, told } = copying(drawing, page, text, { testid: 'teacher-copy', words: 'teacher.copy', field });
  const print = async () => {
    // Without the whole engine some lessons have a sign for a picture.
    await supplyWhole().catch(reportError);
    desk.drawStills();
    window.print();
  };
  return el(
    'div',
    { class: 'teacher-foot', hidden: () => desk.there() === null },
    el('div', { class: 'teacher-take-away' }, button, el('button', { class: 'bar-button line', 'data-testid': 'teacher-print', onclick: print }, () => t('teacher.print')), told),
    el('p', {}, el('span', {}, () => t('teacher.quiz')), ' ', el('a', { ...opens(page, () => lessonLink('quiz'), () => page.store.apply({ type: 'lesson', lesson: 'quiz' })) }, () => t('teacher.quiz.open'))),
    field,
  );
}
