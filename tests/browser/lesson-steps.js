// Steps that the tests of lessons share: what there is, opening a beat, answering its question.

import { readFileSync } from 'node:fs';
import { part, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./harness.js').Frame} Frame */
/** @typedef {import('../../www/js/lessons/types.d.ts').Beat} Beat */
/** @typedef {import('../../www/js/lessons/types.d.ts').Lesson} Lesson */
/** A beat with its place: `title` is what stands over it. @typedef {{id: string, k: number, title: string, beat: Beat}} Place */

const data = (/** @type {string} */ file) => JSON.parse(readFileSync(new URL(`../../www/lang/lessons/en/${file}.json`, import.meta.url), 'utf8'));
/** @type {import('../../www/js/lessons/types.d.ts').Index} */
export const INDEX = data('index');

/** The beats of a lesson, in order. @param {string} id @returns {Place[]} */
export const beatsOf = (id) => /** @type {Lesson} */ (data(id)).beats.map((beat, i) => ({ id, k: i + 1, title: beat.title, beat }));
/** Every beat of the nine lessons. */
export const BEATS = INDEX.lessons.flatMap(({ id }) => beatsOf(id));
/** @type {Place[]} */
export const EXHIBITS = INDEX.exhibits.map(({ id, saying }) => ({ id, k: 1, title: `“${saying}”`, beat: data(`exhibits/${id}`) }));

/** One beat with a question in each lesson: its first. */
export const QUESTIONS = INDEX.lessons.map(({ id }) => /** @type {Place} */ (beatsOf(id).find(({ beat }) => beat.predict)));

/** What stands on each kind of stage. @type {Record<string, string>} */
const STAGES = {
  rule: '[data-testid="rule-0-0"]',
  ring: '[data-testid="window-3"]',
  tolerance: '.lab td.cell',
  chain: '[data-testid="run-1"]',
  cost: '[data-testid="cost-figure"]',
  pair: '[data-testid="pair"] canvas',
  tree: '[data-testid="tree-held"]',
  trust: '[data-testid="trust-1-2"]',
  two: '[data-testid="messenger-1"]',
  map: '[data-testid="general-1"]',
};
/** @param {string} link */
function stageOf(link) {
  const keys = new URLSearchParams(link);
  return STAGES[keys.get('view') ?? ''] ?? STAGES[keys.get('p') ?? ''] ?? STAGES.map;
}

/** Waits until a beat stands with its stage. @param {Page | Frame} page @param {Place} place */
export const stands = (page, { id, k, title, beat }) =>
  until(
    page,
    `${id} ${k} with its stage`,
    ([title, stage]) => {
      const drawn = document.querySelector(stage);
      return document.querySelector('[data-testid="lesson-title"]')?.textContent?.replace(/\u2060/g, '') === title && drawn?.checkVisibility() && !drawn.closest('[aria-busy="true"]');
    },
    /** @type {[string, string]} */ ([title, stageOf(beat.link)]),
  );

/** Goes on to a beat by its link, in a page that already stands. @param {Page | Frame} page @param {Place} place @param {string} [more] further keys of the link */
export async function goTo(page, place, more = '') {
  await page.evaluate((link) => void (location.hash = link), `lesson=${place.id}&beat=${place.k}${more}`);
  await stands(page, place);
}

/** Waits until what happened stands beside the question. @param {Page | Frame} page */
export const told = (page) =>
  until(page, 'what happened', () => document.querySelector('[data-testid="lesson-reveal"] [data-told]') !== null && document.querySelector('.generals')?.getAttribute('data-covered') === 'off');

/** Says something to the question, counted from 1, and waits for what happens. @param {Page | Frame} page @param {number} choice */
export async function answer(page, choice) {
  await part(page, `lesson-choice-${choice}`).click();
  await told(page);
}

/** The first sentence of what happened. @param {Page | Frame} page */
export const first = (page) => part(page, 'lesson-reveal').locator('b').innerText();
