// The time that a question stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stopwatch } from './quiz-stopwatch.js';

test('it goes on from what went before, and stands still while something else is on the page', () => {
  let now = 5000;
  const watch = stopwatch(() => now);
  watch.begin(2);
  now += 1500;
  assert.equal(watch.seconds(), 3.5);
  watch.pause();
  now += 60_000;
  assert.equal(watch.seconds(), 3.5);
  watch.resume();
  watch.resume();
  now += 500;
  assert.equal(watch.seconds(), 4);
  watch.begin(0);
  assert.equal(watch.seconds(), 0);
});
