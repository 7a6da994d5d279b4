// Messengers ride by the plan of their round, and a round is planned once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPace } from './ride-progress.js';
import { layout } from '../scene/layout.js';

const plan = layout({ width: 732, height: 562, n: 4, compact: false });

/** @param {number} progress @param {import('../state/types.js').Order | null} [said] */
const world = (progress, said = 'A') => ({
  generals: [],
  chosen: null,
  rides: [2, 3, 4].map((to) => ({ from: 1, to, said, lie: false, progress, index: to - 1 })),
  witnesses: [],
  ending: null,
});

test('at the start nobody has left, at the end all have arrived, and nobody turns back', () => {
  const pace = createPace(plan);
  let before = pace(world(0), 'a').rides.map((r) => r.progress);
  assert.deepEqual(before, [0, 0, 0]);
  for (let t = 0.05; t < 1; t += 0.05) {
    const now = pace(world(t), 'a').rides.map((r) => r.progress);
    assert.ok(
      now.every((p, i) => p >= before[i]),
      `at ${t}`,
    );
    before = now;
  }
  assert.deepEqual(
    pace(world(1), 'a').rides.map((r) => r.progress),
    [1, 1, 1],
  );
});

test('longer roads take longer', () => {
  const [near, far] = createPace(plan)(world(0.5), 'a').rides.map((r) => r.progress);
  assert.ok(near > far, 'general 2 stands nearer to general 1 than general 3 across the city');
});

test('a crowd keeps the linear time: the engine plans it', () => {
  const crowd = { rides: new Uint8Array([1, 2, 1, 0]), time: 0.5, blind: false, before: 0, own: null };
  const now = { ...world(0), rides: [], crowd };
  assert.equal(createPace(plan)(now, 'a'), now);
});

test('with nobody on the road there is nothing to plan', () => {
  const empty = { ...world(0), rides: [] };
  assert.equal(createPace(plan)(empty, 'a'), empty);
});
