// A vote tree as it is looked at.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnFrom, foldsOf, isFolded, openPath } from './vote-tree.js';
import { engine, opened } from '../testing.js';

await engine();

/** @param {Partial<import('../state/types.js').State>} more */
const at = (more) => /** @type {any} */ ({ cursor: 0, length: 158, perRound: [6, 30, 120], motion: null, place: { fold: null }, ...more });

test('nothing is counted before all is heard, whatever the reader asks for', () => {
  assert.equal(foldsOf(at({ cursor: 100, place: /** @type {any} */ ({ fold: 2 }) }), 2), 0);
  assert.equal(foldsOf(at({ cursor: 157, place: /** @type {any} */ ({ fold: 2 }) }), 2), 2);
});

test('without relays the only word decides, and it is not known before it is heard', () => {
  const early = foldsOf(at({ length: 4, perRound: [3] }), 0);
  assert.equal(isFolded(1, 1, early), false);
  assert.equal(isFolded(1, 1, foldsOf(at({ length: 4, perRound: [3], cursor: 3 }), 0)), true);
});

test('majorities fold one after another while all decide, and all are folded when they have', () => {
  const ending = (/** @type {number} */ progress) => ({ what: 'ending', round: 3, progress, rest: 0, held: false });
  const folds = [0, 0.4, 0.7].map((progress) => foldsOf(at({ cursor: 158, motion: /** @type {any} */ (ending(progress)) }), 2));
  assert.deepEqual(folds, [0, 1, 2]);
  assert.equal(foldsOf(at({ cursor: 158 }), 2), 2);
});

test('folding goes from the leaves to the root', () => {
  const folded = (/** @type {number} */ folds) => [1, 2, 3].map((length) => isFolded(length, 3, folds));
  assert.deepEqual(folded(0), [false, false, true]);
  assert.deepEqual(folded(1), [false, true, true]);
  assert.deepEqual(folded(2), [true, true, true]);
});

test('the part around the open path is drawn', () => {
  assert.deepEqual(drawnFrom([1]), [1]);
  assert.deepEqual(drawnFrom([1, 3]), [1]);
  assert.deepEqual(drawnFrom([1, 3, 4]), [1, 3]);
});

test('an address may hold any path: one that is not in the tree opens its root', () => {
  const { session } = opened('v=1&p=om&n=5&m=2&t=3').state;
  const tree = session?.voteTree(2);
  assert.ok(tree);
  assert.deepEqual(openPath(tree, '1.3.4'), [1, 3, 4]);
  for (const path of [null, '1.2', '1.3.3', '1.9', '3', '1.3.4.5.1']) assert.deepEqual(openPath(tree, path), [1], `${path}`);
});
