// Facts about roads: clear of the city and of other camps, apart in both directions, even along their length.
import assert from 'node:assert/strict';
import test from 'node:test';
import { layout } from './layout.js';
import { road } from './roads.js';

const STAGES = [[732, 562], [390, 452], [820, 700], [2000, 1100]];

/** @param {number} from @param {number} to @param {(plan: import('./types.js').Layout, where: string) => void} check */
function everywhere(from, to, check) {
  for (const [width = 0, height = 0] of STAGES) {
    for (let n = from; n <= to; n += 1) check(layout({ width, height, n, compact: width < 600 }), `${width}×${height} n=${n}`);
  }
}

/** @param {import('./types.js').Layout} plan @param {(way: import('./roads.js').Road) => void} check */
function everyRoad(plan, check) {
  for (const a of plan.camps) for (const b of plan.camps) if (a.id !== b.id) check(road(plan, a.id, b.id));
}

const along = Array.from({ length: 41 }, (_, i) => i / 40);

test('no road touches the city', () => {
  everywhere(2, 16, (plan, where) => {
    const { x, y, k } = plan.city;
    everyRoad(plan, (way) => {
      for (const t of along) {
        const p = way.at(t);
        assert.ok(Math.hypot((p.x - x) / (94 * k), (p.y - y - 5 * k) / (66 * k)) > 1, `${where}: ${way.from}→${way.to}`);
      }
    });
  });
});

test('no road runs over the shield of a camp it does not serve', () => {
  everywhere(2, 16, (plan, where) => {
    everyRoad(plan, (way) => {
      for (const camp of plan.camps) {
        if (camp.id === way.from || camp.id === way.to) continue;
        for (const t of along) {
          const p = way.at(t);
          assert.ok(Math.hypot(p.x - camp.x, p.y - camp.y) > 25 * camp.k, `${where}: ${way.from}→${way.to} at ${camp.id}`);
        }
      }
    });
  });
});

test('every road stays on the stage', () => {
  everywhere(2, 31, (plan, where) => {
    everyRoad(plan, (way) => {
      for (const t of along) {
        const p = way.at(t);
        assert.ok(p.x > 6 && p.y > 6 && p.x < plan.width - 6 && p.y < plan.height - 6, `${where}: ${way.from}→${way.to}`);
      }
    });
  });
});

test('there and back are two roads', () => {
  everywhere(2, 16, (plan, where) => {
    everyRoad(plan, (way) => {
      const there = way.at(0.5);
      const back = road(plan, way.to, way.from).at(0.5);
      assert.ok(Math.hypot(there.x - back.x, there.y - back.y) > Math.min(16, way.length * 0.05), `${where}: ${way.from}⇄${way.to}`);
    });
  });
});

test('equal steps of progress are equal steps of road', () => {
  everywhere(2, 8, (plan, where) => {
    everyRoad(plan, (way) => {
      const steps = 20;
      for (let i = 0; i < steps; i += 1) {
        const p = way.at(i / steps);
        const q = way.at((i + 1) / steps);
        const step = Math.hypot(q.x - p.x, q.y - p.y);
        assert.ok(Math.abs(step / (way.length / steps) - 1) < 0.03, `${where}: ${way.from}→${way.to} step ${i}`);
      }
    });
  });
});

test('a part of a road ends where the messenger is', () => {
  const way = road(layout({ width: 732, height: 562, n: 4 }), 2, 4);
  const part = way.part(0, 0.42);
  const at = way.at(0.42);
  assert.ok(Math.hypot(part.x1 - at.x, part.y1 - at.y) < 1e-9);
  assert.deepEqual([part.x0, part.y0], [way.at(0).x, way.at(0).y]);
});

test('no road leads nowhere', () => {
  const plan = layout({ width: 732, height: 562, n: 4 });
  assert.throws(() => road(plan, 1, 1), RangeError);
  assert.throws(() => road(plan, 1, 5), RangeError);
});
