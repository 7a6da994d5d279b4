// Every way to lie in so many slots is gone through once, and is counted before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areOpinionsFew, armiesOf, countSets, setsOf } from './armies.js';
import { countRuns, runsWith } from './few-lies.js';

/** @type {import('./few-lies.js').Slot[]} */
const SLOTS = [
  { path: [1], to: 2, words: ['A', 'R', null], honest: 'A' },
  { path: [1], to: 3, words: ['A', 'R', null], honest: 'A' },
  { path: [2, 1], to: 3, words: ['A', 'R', 'N', null], honest: null },
];

test('no lie is one run, one is another word than the honest one, two are every pair of slots and words', () => {
  assert.deepEqual([...runsWith(SLOTS, 0)], [[]]);
  assert.equal([...runsWith(SLOTS, 1)].length, 2 + 2 + 3);
  const pairs = [...runsWith(SLOTS, 2)];
  assert.equal(pairs.length, 3 * 3 + 3 * 4 + 3 * 4);
  assert.equal(new Set(pairs.map((pair) => JSON.stringify(pair))).size, pairs.length);
  assert.equal(countRuns(SLOTS, 2), pairs.length);
  assert.deepEqual([0, 1, 3, 4].map((lies) => countRuns(SLOTS, lies)), [1, 10, 36, 0]);
});

test('sets of traitors are all that there are', () => {
  assert.deepEqual(setsOf(4, 2), [[1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]]);
  assert.deepEqual([setsOf(7, 0).length, setsOf(7, 3).length, countSets(7, 3)], [1, 35, 35]);
});

test('both orders, or all opinions of the loyal, are gone through with each set', () => {
  const base = { base: '', n: 4, f: 1 };
  assert.equal(armiesOf({ ...base, hasOpinions: false, isAll: false }, 1).length, 8);
  assert.equal(armiesOf({ ...base, hasOpinions: true, isAll: true }, 1).length, 4 * 8);
  assert.equal(armiesOf({ ...base, hasOpinions: true, isAll: true }, 1, true).length, 4 * 16);
  assert.equal(armiesOf({ ...base, hasOpinions: true, isAll: false }, 1).length, 4);
  assert.deepEqual([areOpinionsFew(7, 2), areOpinionsFew(8, 2)], [true, false]);
});
