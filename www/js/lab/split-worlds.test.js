// Of a split brain it is told what each bloc decides, which worlds break, and whether eyes are the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absentOf, breaking, brokenOf, doesOf, isSame } from './split-worlds.js';

/** @param {number[]} traitors @param {Record<number, 'A' | 'R' | null>} does @param {(boolean | null)[]} holds */
const world = (traitors, does, [agreement, validity]) => ({
  link: null,
  loyal: Object.keys(does).map(Number),
  traitors,
  decisions: Object.entries(does).map(([general, order]) => ({ general: Number(general), order })),
  conditions: [{ condition: 'agreement', holds: agreement }, { condition: 'validity', holds: validity }],
  broken: agreement === false || validity === false,
});
const brain = /** @type {import('#generals').SplitBrain} */ ({
  kind: 'theorem',
  source: 'DLS88',
  blocs: [[3, 4], [1, 2], [5, 6]],
  worlds: [
    world([5, 6], { 1: 'A', 2: 'A', 3: 'A', 4: 'A' }, [true, true]),
    world([3, 4], { 1: 'R', 2: null, 5: 'R', 6: 'R' }, [true, false]),
    world([1, 2], { 3: 'A', 4: 'A', 5: 'R', 6: 'A' }, [false, null]),
  ],
  sameEyes: [{ general: 3, world: 1, same: true }, { general: 4, world: 1, same: true }, { general: 5, world: 2, same: true }, { general: 6, world: 2, same: false }],
});

test('a bloc does one order, or is split, or waits for ever; of who is not loyal nothing is said', () => {
  const does = brain.worlds.map((one) => brain.blocs.map((bloc) => doesOf(one, bloc)));
  assert.deepEqual(does, [['A', 'A', null], [null, 'never', 'R'], ['A', null, 'split']]);
});

test('the bloc that is not loyal is another in each world', () => {
  assert.deepEqual(brain.worlds.map((_, i) => absentOf(brain, i)), [2, 0, 1]);
});

test('worlds break by a condition that does not hold, not by one that nothing requires', () => {
  assert.deepEqual(breaking(brain), [2, 3]);
  assert.deepEqual(brain.worlds.map(brokenOf), [[], ['validity'], ['agreement']]);
});

test('eyes are the same where every one of a bloc is', () => {
  assert.deepEqual([isSame(brain, 1), isSame(brain, 2)], [true, false]);
});
