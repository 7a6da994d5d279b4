// Time: rounds ride together, the cursor follows, and everything comes to an end.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  advance,
  arrived,
  ENDING_MS,
  isMoving,
  nextBoundary,
  previousBoundary,
  RIDE_MS,
  roundOf,
  STILL_MS,
  thumb,
} from './motion.js';

/** @param {Partial<import('./motion.js').Timed>} s @returns {import('./motion.js').Timed} */
const run = (s = {}) => ({
  cursor: 0,
  length: 10,
  perRound: [3, 6],
  motion: null,
  mode: 'round',
  speed: 1,
  still: false,
  playing: true,
  ...s,
});
/** @param {import('./motion.js').Timed} s @param {number} ms @param {number} [frame] */
function pass(s, ms, frame = 20) {
  let now = s;
  for (let t = 0; t < ms; t += frame) now = { ...now, ...advance(now, frame) };
  return now;
}

test('rounds and boundaries', () => {
  assert.deepEqual(
    [0, 1, 3, 4, 9, 10].map((k) => roundOf([3, 6], k)),
    [0, 1, 1, 2, 2, 2],
  );
  assert.deepEqual(
    [0, 2, 3, 8, 9, 10].map((k) => nextBoundary([3, 6], k)),
    [3, 3, 9, 9, 10, 10],
  );
  assert.deepEqual(
    [0, 1, 3, 4, 9, 10].map((k) => previousBoundary([3, 6], k)),
    [0, 0, 0, 3, 3, 9],
  );
});

test('a round rides as one and the cursor follows', () => {
  const half = pass(run(), RIDE_MS / 2);
  assert.equal(half.cursor, 1);
  assert.equal(half.motion?.what, 'round');
  assert.ok(Math.abs(thumb(half) - 1.5) < 0.1);
  assert.equal(arrived(half), 0, 'nobody has arrived yet');
  const whole = pass(run(), RIDE_MS);
  assert.equal(whole.cursor, 3);
  assert.equal(arrived(whole), 3);
});

test('playing goes through all rounds to the decision and stops', () => {
  const over = pass(run(), 3 * RIDE_MS + ENDING_MS);
  assert.equal(over.cursor, 10);
  assert.equal(over.playing, false);
  assert.equal(isMoving(over), false);
});

test('one at a time, each message rides alone', () => {
  const first = pass(run({ mode: 'message' }), RIDE_MS / 2);
  assert.equal(first.cursor, 1);
  assert.equal(first.motion?.what, 'message');
  assert.equal(arrived(first), 0);
  assert.equal(pass(run({ mode: 'message' }), RIDE_MS * 2.3).cursor, 2);
});

test('from the middle of a round the rest of it rides on', () => {
  const next = { ...run({ cursor: 6 }), ...advance(run({ cursor: 6 }), 0) };
  assert.equal(next.motion?.round, 2);
  assert.equal(next.motion?.progress, 0.5);
  assert.equal(next.cursor, 6);
});

test('speed', () => {
  assert.equal(pass(run({ speed: 4 }), RIDE_MS / 4).cursor, 3);
  assert.equal(pass(run({ speed: 0.5 }), RIDE_MS).cursor, 1);
});

test('with reduced motion a round is shown for its time', () => {
  assert.equal(pass(run({ still: true }), STILL_MS - 40).cursor, 2);
  assert.equal(pass(run({ still: true }), STILL_MS).cursor, 3);
});

test('a step taken by hand rides although nothing plays, and a pause holds it', () => {
  const step = run({ playing: false, cursor: 1, motion: { what: 'message', round: 1, progress: 0.2, rest: 0, held: false } });
  assert.equal(isMoving(step), true);
  assert.equal(isMoving({ ...step, motion: { what: 'message', round: 1, progress: 0.2, rest: 0, held: true } }), false);
  const done = pass(step, RIDE_MS);
  assert.equal(done.cursor, 1);
  assert.equal(isMoving(done), false);
});
