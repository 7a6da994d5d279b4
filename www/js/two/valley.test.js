// Where the lanes of the messengers lie: on the stage, clear of the city, each with a number that can be hit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { along, valley } from './valley.js';

const STAGES = [{ width: 732, height: 376 }, { width: 1100, height: 560 }, { width: 820, height: 460 }, { width: 390, height: 260, compact: true, top: 44 }, { width: 320, height: 260, compact: true, top: 44 }];

for (const stage of STAGES)
  for (const messengers of [1, 2, 3, 4, 7, 16])
    test(`${stage.width}×${stage.height}, ${messengers} messengers`, () => {
      const { lanes, city, camps, width, height } = valley({ ...stage, messengers });
      assert.equal(lanes.length, messengers);
      for (const lane of lanes) {
        const { x, y } = along(lane, 0.5);
        assert.ok(y > 10 && y < height - 10, `lane ${lane.id} passes at ${y} of ${height}`);
        assert.ok(Math.abs(y - city.y) > 40 * city.k, `lane ${lane.id} passes through the city`);
        assert.ok(Math.abs(x - width / 2) < 1);
        assert.ok(lane.disc.x > camps[0].x + 30 * camps[0].k && lane.disc.x < camps[1].x - 30 * camps[1].k);
        // The number stands where he sets out.
        assert.equal(lane.disc.x < width / 2, lane.from === 1);
      }
      const heights = lanes.map((lane) => along(lane, 0.5).y);
      assert.deepEqual(heights, [...heights].sort((a, b) => a - b));
    });

test('numbers of three messengers have the room of a finger, those of sixteen do not lie on each other', () => {
  assert.equal(valley({ width: 390, height: 300, messengers: 3, compact: true }).reach, 22);
  const { lanes } = valley({ width: 732, height: 376, messengers: 16 });
  for (const a of lanes) for (const b of lanes) if (a.id < b.id) assert.ok(Math.hypot(a.disc.x - b.disc.x, a.disc.y - b.disc.y) > 19, `${a.id} ${b.id}`);
});
