// Facts about a round: all leave together, all have arrived at its end, and scrolls do not run into each other.
import assert from 'node:assert/strict';
import test from 'node:test';
import { layout } from './layout.js';
import { TOO_NEAR, ridePlan } from './ride.js';
import { road } from './roads.js';

/** @param {number} n @returns {{from: number, to: number}[]} */
function relays(n) {
  const rides = [];
  for (let from = 2; from <= n; from += 1) for (let to = 2; to <= n; to += 1) if (from !== to) rides.push({ from, to });
  return rides;
}
/** @param {number} n */
const orders = (n) => Array.from({ length: n - 1 }, (_, i) => ({ from: 1, to: i + 2 }));

const moments = Array.from({ length: 201 }, (_, i) => i / 200);

test('nobody has left at 0, and all have arrived at 1 and no sooner', () => {
  for (const n of [2, 3, 4, 7, 16]) {
    const plan = layout({ width: 732, height: 562, n });
    for (const rides of [orders(n), relays(n)]) {
      if (rides.length === 0) continue;
      const at = ridePlan(plan, rides);
      assert.ok(at(0).every((p) => p === 0));
      assert.ok(at(1).every((p) => p === 1));
      assert.ok(at(0.99).some((p) => p < 1), `n=${n}: the round is over before its end`);
    }
  }
});

test('nobody ever rides back', () => {
  const at = ridePlan(layout({ width: 732, height: 562, n: 7 }), relays(7));
  let before = at(0);
  for (const t of moments) {
    const now = at(t);
    now.forEach((p, i) => assert.ok(p >= (before[i] ?? 0) - 1e-6));
    before = now;
  }
});

test('the longer road takes longer', () => {
  const plan = layout({ width: 732, height: 562, n: 4 });
  const [near, far] = [road(plan, 1, 2), road(plan, 1, 3)];
  assert.ok(near.length < far.length);
  const [short = 0, long = 0] = ridePlan(plan, [{ from: 1, to: 2 }, { from: 1, to: 3 }])(0.7);
  assert.ok(short > long);
});

test('with four generals no two scrolls meet on the open road', () => {
  for (const [width = 0, height = 0] of [[732, 562], [390, 452], [820, 700], [1372, 628], [2000, 1100]]) {
    const plan = layout({ width, height, n: 4, compact: width < 600 });
    for (const rides of [orders(4), relays(4)]) {
      const roads = rides.map(({ from, to }) => road(plan, from, to));
      const at = ridePlan(plan, rides);
      for (const t of moments) {
        const now = at(t);
        const points = roads.map((way, i) => ({ ...way.at(now[i] ?? 0), riding: (now[i] ?? 0) > 0 && (now[i] ?? 0) < 1 }));
        points.forEach((p, i) => points.slice(0, i).forEach((q, j) => {
          if (!p.riding || !q.riding || atCommonCamp(plan, roads[i], roads[j], p)) return;
          const apart = Math.hypot(p.x - q.x, p.y - q.y);
          assert.ok(apart >= TOO_NEAR - 3, `${width}×${height} t=${t}: ${i} and ${j} are ${apart.toFixed(1)} px apart`);
        }));
      }
    }
  }
});

/**
 * @param {import('./types.js').Layout} plan @param {import('./roads.js').Road | undefined} a
 * @param {import('./roads.js').Road | undefined} b @param {{x: number, y: number}} p
 */
function atCommonCamp(plan, a, b, p) {
  return plan.camps.some((c) => a && b && [a.from, a.to].includes(c.id) && [b.from, b.to].includes(c.id) && Math.hypot(p.x - c.x, p.y - c.y) < 84 * c.k);
}

test('several messengers on one road ride in file', () => {
  const plan = layout({ width: 732, height: 562, n: 5 });
  const rides = [{ from: 2, to: 4 }, { from: 2, to: 4 }, { from: 2, to: 4 }];
  const [a = 0, b = 0, c = 0] = ridePlan(plan, rides)(0.5);
  assert.ok(a > b && b > c);
});

test('an empty round has a plan', () => {
  assert.equal(ridePlan(layout({ width: 732, height: 562, n: 4 }), [])(0.5).length, 0);
});
