// Where the reader goes on: in what was begun, behind it, at last in what was passed over.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { goOn } from './going-on.js';
import { clear, note } from './progress.js';

const LESSONS = ['problem', 'liars', 'rules'].map((id) => ({ id, title: id, question: '', minutes: 5, beats: 2 }));
const next = () => {
  const on = goOn(LESSONS);
  return on && [on.place, on.beat];
};
afterEach(clear);

test('who has answered nothing begins with the first', () => assert.equal(next(), null));

test('who is within a lesson goes on there, at the first beat that is not done', () => {
  note('liars', 1, 0);
  assert.deepEqual(next(), [2, 2]);
  clear();
  note('liars', 2, 0);
  assert.deepEqual(next(), [2, 1]);
});

test('behind a lesson that is done comes the next, and behind the last what was passed over', () => {
  note('problem', 1, 0);
  note('problem', 2, 0);
  assert.deepEqual(next(), [2, 1]);
  for (const beat of [1, 2]) note('rules', beat, 0);
  assert.deepEqual(next(), [2, 1]);
});

test('who has done all has nothing to go on with', () => {
  for (const { id } of LESSONS) for (const beat of [1, 2]) note(id, beat, 0);
  assert.equal(next(), null);
});

test('an exhibit is no lesson', () => {
  note('majority', 1, 0);
  assert.equal(next(), null);
});
