// Which messages are listed: those of the round one looks at, a part of them where they are many.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT_ONCE, listed } from './message-list.js';

/** @param {number} round */
const riding = (round) => ({ what: /** @type {const} */ ('round'), round, progress: 0.4, rest: 0, held: false });

test('before the start the first round is listed, at the end the last', () => {
  assert.deepEqual(listed({ cursor: 0, perRound: [3, 6], motion: null }), { round: 1, first: 1, last: 3, from: 1, to: 3 });
  assert.deepEqual(listed({ cursor: 10, perRound: [3, 6], motion: null }), { round: 2, first: 4, last: 9, from: 4, to: 9 });
});

test('the round that rides is listed, wherever the cursor is', () => {
  assert.equal(listed({ cursor: 3, perRound: [3, 6], motion: riding(2) }).round, 2);
});

test('of a long round the part around the cursor is listed', () => {
  const { from, to } = listed({ cursor: 15 + AT_ONCE + 5, perRound: [15, 210], motion: null });
  assert.deepEqual([from, to], [16 + AT_ONCE, 15 + 2 * AT_ONCE]);
  assert.equal(listed({ cursor: 225, perRound: [15, 210], motion: null }).to, 225);
});
