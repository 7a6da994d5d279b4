// What is kept of the reader's answers, also where the browser keeps nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clear, doneOf, forget, hasAny, note, saidAt, SKIPPED } from './progress.js';

test('an answer is known until it is forgotten, where storage is shut too', () => {
  assert.equal(typeof globalThis.localStorage?.setItem, 'undefined');
  note('liars', 2, 1);
  note('liars', 3, SKIPPED);
  assert.deepEqual([saidAt('liars', 2), saidAt('liars', 3), saidAt('liars', 4), doneOf('liars')], [1, SKIPPED, null, 2]);
  forget('liars', 2);
  assert.deepEqual([saidAt('liars', 2), doneOf('liars'), hasAny()], [null, 1, true]);
  clear();
  assert.deepEqual([doneOf('liars'), hasAny()], [0, false]);
});

test('a lesson may be called as anything that objects have', () => {
  assert.deepEqual([saidAt('constructor', 1), doneOf('toString')], [null, 0]);
  note('constructor', 1, 0);
  assert.equal(saidAt('constructor', 1), 0);
  clear();
});
