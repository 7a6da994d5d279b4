// Runs are counted by phase, whoever never decides apart, and the first run of each can be found again.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { edit, lab } from '../state/engine.js';
import { engine } from '../testing.js';
import { areAlike, endsIn, further, meanOf, rowsOf, uncounted, withPiece } from './phase-counts.js';

/** @param {number[]} counts @param {number} [undecided] */
const side = (counts, undecided = 0) => ({ counts: [...counts, 0, 0], undecided });
/** @param {ReturnType<typeof side>} local @param {ReturnType<typeof side>} common */
const piece = (local, common) => /** @type {import('#generals').Phases} */ ({ kind: 'sampled', seeds: 10, local, common });

const FIRST = piece(side([4, 6]), side([10]));
const SECOND = piece(side([0, 5, 0, 3], 2), side([8, 2]));
const known = withPiece(withPiece(uncounted(), FIRST), SECOND);

test('pieces add up, and each bar knows the piece that has its first run', () => {
  assert.equal(known.seeds, 20);
  assert.deepEqual([...known.local.values()], [
    { phase: 1, count: 4, first: 0 },
    { phase: 2, count: 11, first: 0 },
    { phase: 4, count: 3, first: 10 },
    { phase: null, count: 2, first: 10 },
  ]);
  assert.deepEqual([endsIn(FIRST, 'local', 4), endsIn(SECOND, 'local', 4), endsIn(SECOND, 'local', null)], [false, true, true]);
});

test('a phase in which no run ended has its row too, up to the last; whoever never decides comes after', () => {
  assert.deepEqual(rowsOf(known), [1, 2, 3, 4, null]);
  assert.deepEqual(rowsOf(withPiece(uncounted(), FIRST)), [1, 2]);
  assert.deepEqual(rowsOf(uncounted()), []);
});

test('the mean is of the runs that everybody decided in alone', () => {
  assert.deepEqual(meanOf(known, 'local'), { runs: 18, mean: (4 + 22 + 12) / 18 });
  assert.deepEqual(meanOf(known, 'common'), { runs: 20, mean: 1.1 });
  assert.deepEqual(meanOf(withPiece(uncounted(), piece(side([], 10), side([10]))), 'local'), { runs: 0, mean: null });
});

test('seeds are counted beyond what a number holds, and begin again after the last', () => {
  assert.equal(further('9007199254740993', 2), '9007199254740995');
  assert.equal(further('18446744073709551615', 3), '2');
});

before(engine);

test('where both coins come to the same, traitors who speak at random show what is between them', () => {
  const measured = (/** @type {string} */ link) => withPiece(uncounted(), lab().phases(link, 100));
  const flip = 'v=1&p=benor&n=6&t=6';
  assert.equal(areAlike(measured(flip)), true);
  const random = measured(edit(flip, { strategy: 'random' }));
  assert.equal(areAlike(random), false);
  assert.ok((meanOf(random, 'local').mean ?? 0) > (meanOf(random, 'common').mean ?? 9));
  assert.equal(areAlike(uncounted()), false, 'nothing was measured');
  const never = measured('v=1&p=benor&n=3&m=1&t=3&s=silent');
  assert.deepEqual([meanOf(never, 'local').runs, meanOf(never, 'common').runs], [0, 0]);
  assert.equal(areAlike(never), false, 'no run ended in any phase');
});
