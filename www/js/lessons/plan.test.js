// Plans: every beat there is, times that add up, ranges as they are read, and the plan as text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileOf, indexOf } from './files.js';
import { allMinutes, planned, planText, ranges, seenAt, shares } from './plan.js';

/** @typedef {import('./plan.js').Teacher} Teacher */

for (const lang of /** @type {const} */ (['en', 'zh'])) {
  test(`the plans of the teacher’s file name beats that there are, in ${lang}`, async () => {
    const index = await indexOf(lang);
    /** @type {Teacher} */
    const teacher = await fileOf(lang, 'teacher');
    assert.deepEqual(teacher.lessons.map(({ id }) => id), index.lessons.map(({ id }) => id));
    for (const plan of teacher.plans) {
      const rows = planned(index.lessons, plan);
      assert.equal(allMinutes(/** @type {any} */ (rows)), plan.minutes, plan.id);
      for (const { id, beats, minutes } of rows) {
        const { beats: all } = index.lessons.find((lesson) => lesson.id === id) ?? { beats: 0 };
        assert.ok(beats.every((beat) => beat >= 1 && beat <= all), id);
        assert.equal(minutes > 0, beats.length > 0, `${plan.id} ${id}`);
      }
      assert.deepEqual(Object.keys(plan.beats).filter((id) => !rows.some((row) => row.id === id)), []);
    }
  });

  test(`where a likely answer points to is there, in ${lang}`, async () => {
    const index = await indexOf(lang);
    /** @type {Teacher} */
    const teacher = await fileOf(lang, 'teacher');
    for (const { id, answers } of teacher.lessons)
      for (const { link } of answers) if (link) assert.notEqual(seenAt(index, link, id), null, `${id} ${link}`);
  });
}

test('everything takes as long as all lessons', async () => {
  const { lessons } = await indexOf('en');
  assert.equal(allMinutes(lessons), 72);
  assert.deepEqual(planned(lessons, null).map(({ minutes }) => minutes), lessons.map(({ minutes }) => minutes));
});

test('parts add up to the whole, and nothing has no part', () => {
  assert.deepEqual(shares(10, [1, 1, 1]), [4, 3, 3]);
  assert.deepEqual(shares(15, [1, 0, 3]), [4, 0, 11]);
  assert.deepEqual(shares(5, [0, 0]), [0, 0]);
});

test('beats that follow each other are one range', () => {
  assert.equal(ranges([2, 3, 6], ', '), '2–3, 6');
  assert.equal(ranges([1], ', '), '1');
  assert.equal(ranges([1, 4, 5, 6], '、'), '1、4–6');
  assert.equal(ranges([], ', '), '');
});

test('an answer points to a beat of its own lesson, of another, or to what people say', async () => {
  const index = await indexOf('en');
  assert.deepEqual(seenAt(index, 'lesson=ask&beat=5', 'ask'), { kind: 'beat', place: 4, beat: 5 });
  assert.deepEqual(seenAt(index, 'lesson=ask&beat=5', 'rules'), { kind: 'lesson', place: 4, beat: 5 });
  assert.deepEqual(seenAt(index, 'lesson=judged', 'rules'), { kind: 'exhibit', place: 11, beat: 1 });
  assert.equal(seenAt(index, 'lesson=nothing', 'rules'), null);
});

test('a plan as text has every beat with its link, and no lesson that is left out', () => {
  const rows = [
    { id: 'a', place: 1, title: 'First', minutes: 4, beats: [2, 3] },
    { id: 'b', place: 2, title: 'Second', minutes: 0, beats: [] },
  ];
  const text = planText({
    title: '4 minutes',
    link: 'x#lesson=teacher',
    rows,
    asked: () => ['Why?'],
    beatTitle: (_, beat) => `beat ${beat}`,
    lessonLine: ({ title }) => title,
    beatLink: (id, beat) => `x#lesson=${id}&beat=${beat}`,
  });
  assert.equal(text, '4 minutes\nx#lesson=teacher\n\nFirst\n  2 beat 2: x#lesson=a&beat=2\n  3 beat 3: x#lesson=a&beat=3\n  Why?');
});
