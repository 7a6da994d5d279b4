// The scrubber's line: places of steps, steps of places, marks of lies.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lieMarks, nameSize, placeAt, segments, stepAt, xOf } from './scrubber-line.js';

const runs = [[3], [3, 6], [6, 30, 120], [9, 72, 504, 3024], [15, 210, 2730, 32760], [1]];

for (const perRound of runs) {
  const total = perRound.reduce((a, b) => a + b, 0);
  for (const width of [240, 358, 404, 900]) {
    test(`${perRound} on ${width} px`, () => {
      const line = segments(width, perRound);
      assert.equal(line[0].x0, 0);
      assert.ok(Math.abs(line[line.length - 1].x1 - width) < 1e-6);
      line.slice(1).forEach((part, i) => assert.ok(Math.abs(part.x0 - line[i].x1) < 1e-6, 'no gap, no overlap'));
      assert.ok(
        line.slice(0, -1).every((part) => part.x1 - part.x0 >= 20),
        'every round has room',
      );
      let before = -1;
      for (const k of [0, 1, 2, 3, Math.floor(total / 2), total - 1, total, total + 1]
        .sort((a, b) => a - b)
        .filter((k, i, all) => k <= total + 1 && k !== all[i - 1])) {
        assert.ok(xOf(line, k) > before, `step ${k} stands after the one before`);
        before = xOf(line, k);
        if (total < width / 3) assert.equal(stepAt(line, before), k, `and is found there`);
      }
      assert.equal(xOf(line, 0), 0);
      assert.equal(stepAt(line, -50), 0);
      assert.equal(stepAt(line, width + 50), total + 1);
    });
  }
}

test('between two steps stands between their places', () => {
  const line = segments(400, [3, 6]);
  assert.ok(Math.abs(xOf(line, 4.5) - (xOf(line, 4) + xOf(line, 5)) / 2) < 1e-9);
});

test('every step can be reached by the pointer while there are ticks', () => {
  const line = segments(404, [6, 30]);
  const reached = new Set(Array.from({ length: 405 }, (_, x) => stepAt(line, x)));
  assert.equal(reached.size, 38);
});

test('lies are marked at their steps, merged where they crowd', () => {
  const [first] = segments(404, [3, 6]);
  assert.deepEqual(lieMarks(first, [1]), [xOf(segments(404, [3, 6]), 2)]);
  const crowd = segments(404, [5, 20, 60, 3000])[3];
  const marks = lieMarks(
    crowd,
    Array.from({ length: 3000 }, (_, i) => i),
  );
  assert.ok(marks.length < 110 && marks.length > 20);
});

test('names fit their rounds', () => assert.deepEqual([10, 30, 60, 130].map(nameSize), ['none', 'number', 'short', 'long']));

test('a place between two steps is a part of a step', () => {
  const line = segments(404, [3, 6]);
  for (let at = 0; at <= 10; at += 0.25) assert.ok(Math.abs(placeAt(line, xOf(line, at)) - at) < 1e-6, String(at));
  assert.equal(placeAt(line, -20), 0);
  assert.equal(placeAt(line, 900), 10);
});
