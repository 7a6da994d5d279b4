// A note covers no camp and no name, wherever its messenger is, or it finds no place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepOff, placeNote, seenFrom } from './note-placement.js';
import { layout } from '../scene/layout.js';
import { road } from '../scene/roads.js';

const NOTE = { width: 264, height: 212 };

for (const n of [3, 4, 5, 7, 10, 16]) {
  test(`with ${n} generals`, () => {
    const plan = layout({ width: 732, height: 562, n });
    const camps = keepOff(plan);
    let placed = 0;
    for (let from = 1; from <= n; from++) {
      for (let to = 2; to <= n; to++) {
        if (from === to) continue;
        for (const t of [0.2, 0.5, 0.8, 1]) {
          const mark = { ...road(plan, from, to).at(t), width: 64, height: 46 };
          const spot = placeNote(plan, mark, NOTE);
          if (!spot) continue;
          placed++;
          const box = { left: spot.left, right: spot.left + NOTE.width, top: spot.top, bottom: spot.top + NOTE.height };
          assert.ok(box.left >= 0 && box.top >= 0 && box.right <= plan.width && box.bottom <= plan.height, 'on the stage');
          for (const own of camps)
            assert.ok(box.right <= own.left || box.left >= own.right || box.bottom <= own.top || box.top >= own.bottom);
          const clear =
            box.right <= mark.x - 32 || box.left >= mark.x + 32 || box.bottom <= mark.y - 23 || box.top >= mark.y + 23;
          assert.ok(clear, 'never over its own messenger');
        }
      }
    }
    if (n <= 5) assert.ok(placed > 0, 'there is room');
  });
}

test('the arrow points at the messenger', () => {
  const plan = layout({ width: 1200, height: 800, n: 4 });
  const mark = { ...road(plan, 3, 2).at(0.5), width: 64, height: 46 };
  const spot = placeNote(plan, mark, NOTE);
  assert.ok(spot);
  const beside = spot.side === 'left' || spot.side === 'right';
  assert.ok(Math.abs((beside ? spot.top : spot.left) + spot.tip - (beside ? mark.y : mark.x)) < 1e-6);
});

test('on an enlarged map everything is where it is seen', () => {
  const plan = layout({ width: 400, height: 400, n: 4, compact: true });
  const seen = seenFrom(
    plan,
    { x: 100, y: 50, width: 20, height: 10 },
    { times: 2, dx: -30, dy: 5 },
    { width: 400, height: 400 },
  );
  assert.deepEqual(seen.box, { x: 170, y: 105, width: 40, height: 20 });
  assert.equal(seen.plan.camps[0].k, plan.camps[0].k * 2);
});

test('a note lies over no list, and points at nobody who is under one', () => {
  const plan = layout({ width: 1000, height: 620, n: 4 });
  const list = { left: 12, right: 384, top: 58, bottom: 420 };
  const lies = (/** @type {import('./note-placement.js').Spot} */ { left, top }) => left < list.right && left + NOTE.width > list.left && top < list.bottom && top + NOTE.height > list.top;
  let beside = 0;
  for (const [from, to] of [[1, 2], [2, 3], [3, 2], [1, 4], [4, 3]])
    for (const t of [0.2, 0.5, 0.8]) {
      const mark = { ...road(plan, from, to).at(t), width: 64, height: 46 };
      const spot = placeNote(plan, mark, NOTE, [list]);
      const isUnder = mark.x - 32 < list.right && mark.y + 23 > list.top && mark.y - 23 < list.bottom;
      if (isUnder) assert.equal(spot, null, `${from} to ${to} at ${t} is not seen`);
      if (!spot) continue;
      beside++;
      assert.equal(lies(spot), false, `${from} to ${to} at ${t}`);
    }
  assert.ok(beside > 0, 'who is seen has his note beside him');
});
