// “You decide”: which run looks the same to general 2, and what one choice does in both.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbourOf } from './beside.js';
import { alikeTo, chosenIn, receivedBy } from './choice.js';
import { drawnIn, endOf } from './run-card.js';

/** @param {number} lost @param {number} arrived @param {string} both @param {number | null} alike @returns {import('./run-card.js').Run} */
const run = (lost, arrived, both, alike) => ({
  link: '',
  lost,
  arrived,
  decisions: { 1: both[0] === 'A' ? 'A' : 'R', 2: both[1] === 'A' ? 'A' : 'R' },
  agreement: both[0] === both[1],
  alike,
});
/** Three messengers, each attacks once all that can reach him has come. */
const CHAIN = [run(0, 3, 'AA', 1), run(3, 2, 'AR', 2), run(2, 1, 'RR', 1), run(1, 0, 'RR', null)];

test('the third or the second is caught: general 2 has one messenger in both', () => {
  assert.deepEqual(alikeTo(CHAIN, 3).map(({ lost }) => lost), [3, 2]);
  assert.deepEqual(alikeTo(CHAIN, 2).map(({ lost }) => lost), [3, 2]);
});

test('all have come, or none: no other run looks like that to general 2', () => {
  assert.deepEqual(alikeTo(CHAIN, 0).map(({ lost }) => lost), [0]);
  assert.deepEqual(alikeTo(CHAIN, 1).map(({ lost }) => lost), [1]);
});

test('whatever he does, one of the two runs breaks', () => {
  for (const order of /** @type {const} */ (['A', 'R'])) assert.deepEqual(chosenIn(alikeTo(CHAIN, 3), order).filter(({ agreement }) => !agreement).length, 1);
  assert.deepEqual(chosenIn(alikeTo(CHAIN, 3), 'A').map(({ decisions }) => endOf(decisions)), ['attack', 'alone.2']);
  assert.deepEqual(chosenIn(alikeTo(CHAIN, 3), 'R').map(({ decisions }) => endOf(decisions)), ['alone.1', 'stay']);
});

test('every other messenger comes to general 2, the first among them', () => {
  assert.deepEqual([0, 1, 2, 3, 16].map(receivedBy), [0, 1, 1, 2, 8]);
});

test('a card draws at most three messengers, the one who is caught among them', () => {
  assert.deepEqual(drawnIn(CHAIN[0], 3), { first: 1, last: 3, before: 0 });
  assert.deepEqual(drawnIn(CHAIN[3], 3), { first: 1, last: 3, before: 0 });
  assert.deepEqual(drawnIn(run(0, 16, 'AA', 1), 16), { first: 14, last: 16, before: 13 });
  assert.deepEqual(drawnIn(run(7, 6, 'RR', 1), 16), { first: 5, last: 7, before: 4 });
  assert.deepEqual(drawnIn(run(1, 0, 'RR', null), 16), { first: 1, last: 3, before: 0 });
  assert.deepEqual(drawnIn(run(0, 1, 'AA', 2), 1), { first: 1, last: 1, before: 0 });
});

test('beside a run stands the one with a messenger fewer, and who cannot tell them apart', () => {
  /** @param {number} lost @param {number | null} viewer */
  const beside = (lost, viewer) => {
    const found = neighbourOf(CHAIN, lost, viewer);
    return found && [found.run.lost, found.alike];
  };
  assert.deepEqual(beside(0, null), [3, 1]);
  assert.deepEqual(beside(3, null), [2, 2]);
  assert.deepEqual(beside(1, null), [2, 1]);
  assert.deepEqual(beside(3, 1), [0, 1]);
  assert.deepEqual(beside(3, 2), [2, 2]);
  assert.equal(beside(0, 2), null);
});
