// The pace of messengers: all arrive by the end of the round, none before its camp, none over another.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { along, createPace, delaysOf } from './pace.js';
import { layout } from './scene/layout.js';
import { road } from './scene/roads.js';

/** @param {number} n @param {number} progress @returns {import('./types.js').Ride[]} */
const relays = (n, progress) =>
  Array.from({ length: n - 1 }, (_, i) => i + 2).flatMap((from, i, all) =>
    all
      .filter((to) => to !== from)
      .map((to, j) => ({ from, to, said: /** @type {const} */ ('A'), lie: false, progress, index: i * 10 + j })),
  );
/** @param {import('./types.js').Ride[]} rides @returns {import('./types.js').World} */
const world = (rides) => ({ generals: [], chosen: null, rides, witnesses: [], ending: null });

test('a ride never goes back, starts at its camp and ends before the other', () => {
  for (const [length, longest, delay] of [
    [200, 400, 0],
    [400, 400, 0.12],
    [90, 600, 0.06],
  ]) {
    let before = 0;
    for (let p = 0; p <= 1.0001; p += 0.02) {
      const now = along(p, length, longest, delay);
      assert.ok(now >= before && now < 1);
      before = now;
    }
    assert.ok(before * length > length - 46, 'near its camp');
  }
});

test('a shorter road is ridden sooner', () => assert.ok(along(0.5, 100, 400) > along(0.5, 400, 400)));

/**
 * How near two of these rides come on the open road, in px.
 * @param {import('./scene/types.js').Layout} plan @param {(rides: import('./types.js').Ride[]) => import('./types.js').Ride[]} paced
 */
function nearest(plan, paced) {
  let least = Infinity;
  for (let p = 0.02; p < 1; p += 0.01) {
    const at = paced(relays(plan.n, p)).map((r) => ({
      ...road(plan, r.from, r.to).at(r.progress),
      open: r.progress > 0.15 && r.progress < 0.8,
    }));
    at.forEach((a, i) =>
      at.slice(i + 1).forEach((b) => (a.open && b.open ? (least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y))) : 0)),
    );
  }
  return least;
}

for (const [width, height] of [
  [732, 562],
  [390, 452],
  [1340, 860],
]) {
  test(`the relays of four generals are held apart (${width} × ${height})`, () => {
    const plan = layout({ width, height, n: 4, compact: width < 600 });
    const pace = createPace(plan);
    const longest = Math.max(...relays(4, 0).map((r) => road(plan, r.from, r.to).length));
    const held = nearest(plan, (rides) => pace(world(rides)).rides);
    const free = nearest(plan, (rides) =>
      rides.map((r) => ({ ...r, progress: along(r.progress, road(plan, r.from, r.to).length, longest) })),
    );
    assert.ok(held > free + 5, `${held} against ${free}`);
    assert.ok(held > 20, `${held}`);
  });
}

test('nobody is held back who meets nobody', () => {
  const plan = layout({ width: 732, height: 562, n: 4 });
  assert.deepEqual(delaysOf(plan, relays(4, 0).slice(0, 1), 400), [0]);
});

test('a crowd keeps the pace of its roads', () => {
  const plan = layout({ width: 732, height: 562, n: 4 });
  const crowd = { rides: Uint8Array.of(2, 3, 1, 0, 2, 4, 1, 0), progress: new Float32Array(2).fill(0.5) };
  const paced = createPace(plan)({ ...world([]), crowd }).crowd;
  assert.ok(paced && paced.progress[0] > paced.progress[1], 'the neighbour is reached first');
});
