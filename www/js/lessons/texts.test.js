// The files of the lessons: the same in both languages but for their words, no longer than a screen, and no number that nothing answers for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { files } from '../../../crate/xtask/bundle/lessons.js';
import { piece } from '../words/testing.js';

/** @typedef {import('./types.js').Beat} Beat */

const LANGUAGES = /** @type {const} */ (['en', 'zh']);
/** @param {string} name @returns {any} */
const read = (name) => JSON.parse(readFileSync(/** @type {string} */ (files.get(name)), 'utf8'));
/** @param {'en' | 'zh'} lang @returns {import('./types.js').Index} */
const index = (lang) => read(`${lang}/index`);
/** Every beat, an exhibit being one. @param {'en' | 'zh'} lang @returns {{lesson: string, k: number, beat: Beat}[]} */
const beats = (lang) => [
  ...index(lang).lessons.flatMap(({ id }) => read(`${lang}/${id}`).beats.map((/** @type {Beat} */ beat, /** @type {number} */ i) => ({ lesson: id, k: i + 1, beat }))),
  ...index(lang).exhibits.map(({ id }) => ({ lesson: id, k: 1, beat: read(`${lang}/exhibits/${id}`) })),
];
/** @type {{lesson: string, beat: number, use: string, link: string, ask: string, expect: any, choices?: object, solved?: string, keep?: string[], also?: object}[]} */
const claims = JSON.parse(readFileSync(new URL('../../../tests/lessons/claims.json', import.meta.url), 'utf8'));
const claimed = (/** @type {string} */ lesson, /** @type {number} */ k, /** @type {string} */ use) =>
  claims.filter((claim) => claim.lesson === lesson && claim.beat === k && claim.use === use);

/** What is no text for people. */
const CODES = new Set(['id', 'link', 'ask', 'is', 'isNot', 'keep', 'also', 'solved', 'after', 'letter', 'minutes', 'beats', 'plays', 'isOpen', 'controls']);
/** The same with every text taken out. @param {unknown} thing @param {boolean} isText @returns {unknown} */
function bare(thing, isText = true) {
  if (typeof thing === 'string') return isText ? '' : thing;
  if (Array.isArray(thing)) return thing.map((one) => bare(one, isText));
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.fromEntries(Object.entries(thing).map(([name, inner]) => [name, bare(inner, !CODES.has(name) || (typeof inner === 'object' && !['keep', 'also'].includes(name)))]));
}

test('both languages have the same files, beats, links, questions and goals', () => {
  const names = (/** @type {string} */ lang) => [...files.keys()].filter((name) => name.startsWith(`${lang}/`)).map((name) => name.slice(3));
  assert.deepEqual(names('en'), names('zh'));
  assert.equal(names('en').length, 9 + 19 + 3);
  for (const name of names('en')) assert.deepEqual(bare(read(`zh/${name}`)), bare(read(`en/${name}`)), name);
});

test('the list tells of each lesson what its file holds', () => {
  for (const lang of LANGUAGES) {
    for (const { id, title, question, minutes, beats } of index(lang).lessons) {
      const lesson = read(`${lang}/${id}`);
      assert.deepEqual({ title, question, minutes, beats }, { title: lesson.title, question: lesson.question, minutes: lesson.minutes, beats: lesson.beats.length }, `${lang} ${id}`);
      assert.ok(minutes <= 10, id);
    }
  }
});

/** Goals for which no link can answer: any lie of any traitor reaches the one, and the reader's own change of a letter the other. */
const UNCLAIMED = ['ask 6: broken', 'signatures 3: letter'];

test('every stage, question and goal is one that the claims answer for', () => {
  /** @type {string[]} */
  const unclaimed = [];
  for (const { lesson, k, beat } of beats('en')) {
    const at = `${lesson} ${k}`;
    assert.ok(claims.some((claim) => claim.lesson === lesson && claim.beat === k && claim.link === beat.link), `${at}: its stage`);
    if (beat.predict?.ask) {
      const { ask, link = beat.link, choices } = beat.predict;
      const [claim] = claimed(lesson, k, 'predict');
      assert.deepEqual([claim.ask, claim.link, Object.values(claim.choices ?? {}).map(String).sort()], [ask, link, choices.map(({ is }) => String(is)).sort()], at);
    }
    const goal = beat.turn?.goal;
    const [claim] = claimed(lesson, k, 'goal');
    if (!claim) {
      if (goal) unclaimed.push(`${at}: ${goal.ask ?? 'letter'}`);
      continue;
    }
    assert.deepEqual([goal?.ask, goal?.is, beat.turn?.link ?? beat.link, beat.turn?.solved], [claim.ask, claim.expect, claim.link, claim.solved], at);
    for (const kept of claim.keep ?? []) assert.ok(goal?.keep?.includes(kept), `${at}: ${kept} is kept`);
    // A file may ask for more than its claim, never for less.
    assert.deepEqual({ ...goal?.also, ...claim.also }, goal?.also ?? {}, at);
  }
  assert.deepEqual(unclaimed, UNCLAIMED);
});

test('what a goal keeps has words', () => {
  for (const lang of LANGUAGES) {
    const words = piece(lang, 'lessons');
    for (const { beat } of beats(lang)) {
      const { keep = [], also = {} } = beat.turn?.goal ?? {};
      for (const what of [...keep, ...Object.keys(also)]) assert.ok(words[`lesson.keep.${what}`], `${lang} ${what}`);
    }
  }
});

test('what is told fits one screen', () => {
  for (const { lesson, k, beat } of beats('en')) assert.ok(beat.told.split(/\s+/).length <= 45, `${lesson} ${k}: ${beat.told.split(/\s+/).length} words`);
  for (const { lesson, k, beat } of beats('zh')) assert.ok([...beat.told.replace(/[\s\u2009\u202f\u2060<>/a-z]/g, '')].length <= 90, `${lesson} ${k}`);
});

/** The numbers of a link: its generals, its keys, its steps. @param {string} link */
function numbersOf(link) {
  const n = Number(/[?&]?n=(\d+)/.exec(link)?.[1] ?? 4);
  return [...Array.from({ length: n + 1 }, (_, i) => String(i)), ...(link.match(/\d+/g) ?? [])];
}
/** Digits that are the name of something, or of a source. */
const NAMES = /\b(?:19|20)\d\d\b|Ed25519|[Tt]heorem \d|定理[\u2009\u202f ]?\d/g;

test('a number in a text is of its link, of a claim, or computed', () => {
  for (const lang of LANGUAGES)
    for (const { lesson, k, beat } of beats(lang)) {
      const own = claims.filter((claim) => claim.lesson === lesson && claim.beat === k);
      const { predict, turn, see = [] } = beat;
      const links = [beat.link, beat.after, predict?.link, turn?.link, turn?.solved, ...see.map(({ link }) => link), ...(turn?.see ?? []).map(({ link }) => link), ...own.map(({ link }) => link)];
      const known = new Set([
        ...links.flatMap((link) => (link ? numbersOf(link) : [])),
        ...own.flatMap((claim) => [claim.expect, ...Object.values(claim.choices ?? {})].flatMap((value) => String(value).match(/\d+/g) ?? [])),
        ...own.flatMap(({ ask }) => ask.match(/\d+/g) ?? []),
      ]);
      const texts = JSON.stringify(bareOfCodes(beat)).replace(NAMES, '').replace(/(?<=\d)[\u202f ](?=\d{3})/g, '').replace(/\d\s*f|f\s*\+\s*\d|[nmk]\s*[−+]\s*\d/g, '');
      for (const [number] of texts.matchAll(/\d+/g)) assert.ok(known.has(number), `${lang} ${lesson} ${k}: ${number}`);
    }
});

/** The texts alone. @param {any} thing @returns {any} */
function bareOfCodes(thing) {
  if (Array.isArray(thing)) return thing.map(bareOfCodes);
  if (typeof thing !== 'object' || thing === null) return typeof thing === 'string' ? thing : null;
  return Object.entries(thing)
    .filter(([name]) => !CODES.has(name) && name !== 'values')
    .map(([, inner]) => bareOfCodes(inner));
}
