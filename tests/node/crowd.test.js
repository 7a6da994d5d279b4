// The crowd that the engine draws: it rides as the page rides the few, and its pixels are where its messengers are.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { easeInOut, easeTable } from '../../www/js/scene/ease.js';
import { layout } from '../../www/js/scene/layout.js';
import { ridePlan, tablePoint } from '../../www/js/scene/ride.js';
import { road, roadNumbers } from '../../www/js/scene/roads.js';
import { Crowd, Session } from './engine.js';

// Node has no canvas: what browsers make of these three is looked at in tests/browser/crowd.test.js.
Object.assign(globalThis, {
  ImageData: class {
    /** @param {Uint8ClampedArray} data @param {number} width @param {number} height */
    constructor(data, width, height) {
      Object.assign(this, { data, width, height });
    }
  },
});

const plan = layout({ width: 732, height: 562, n: 10 });
const session = Session.open('v=1&p=om&n=10&m=3&t=3.5.7');
const rides = session.rides(4);
const crowd = new Crowd();
crowd.lay(10, roadNumbers(plan), easeTable(easeInOut));
crowd.gather(rides, false);
crowd.wear(Uint8Array.of(10, 10, 10, 240, 240, 240, 200, 80, 0), 2.1, 1);

test('it rides as messengers do that the page moves one by one', () => {
  const single = Array.from({ length: rides.length / 4 }, (_, i) => ({ from: rides[4 * i] ?? 0, to: rides[4 * i + 1] ?? 0 }));
  const progress = ridePlan(plan, single);
  for (const time of [0.2, 0.5, 0.9]) {
    const now = progress(time);
    // Every seventh has the middle lane.
    for (let i = 2; i < single.length; i += 7) {
      const [x, y] = crowd.place(time, i);
      const { from = 0, to = 0 } = single[i] ?? {};
      const done = now[i] ?? 0;
      if (done === 0) assert.equal(x, undefined);
      else {
        const at = tablePoint(road(plan, from, to), done);
        assert.ok(Math.hypot((x ?? 0) - at.x, (y ?? 0) - at.y) < 0.1, `${i} at ${time}: ${x} ${y}, not ${at.x} ${at.y}`);
      }
    }
  }
});

test('its pixels are where its messengers are, on an enlarged and moved map too', () => {
  for (const [scale, dx, dy] of /** @type {const} */ ([[1, 0, 0], [2, -300, -200]])) {
    const { data: pixels, width, height } = crowd.paint(0.5, 732, 562, scale, dx, dy);
    assert.deepEqual([pixels.length, width, height], [4 * 732 * 562, 732, 562]);
    let seen = 0;
    for (let i = 0; i < rides.length / 4; i += 1) {
      const [x = -1, y = -1] = crowd.place(0.5, i);
      const column = Math.floor(x * scale + dx);
      const row = Math.floor(y * scale + dy);
      if (x < 0 || column < 0 || row < 0 || column >= 732 || row >= 562) continue;
      assert.equal(pixels[4 * (row * 732 + column) + 3], 255, `${i} is not drawn at ${column} ${row}`);
      seen += 1;
    }
    assert.ok(seen > 100);
  }
});

test('the flow of a round counts what its rides are', () => {
  for (const round of [1, 2, 4]) {
    const expected = new Uint32Array(3 * 100);
    const bytes = session.rides(round);
    for (let i = 0; i < bytes.length; i += 4) {
      const pair = 3 * (((bytes[i] ?? 0) - 1) * 10 + (bytes[i + 1] ?? 0) - 1);
      if (bytes[i + 2] === 2) expected[pair + 2] += 1;
      else {
        expected[pair] += 1;
        expected[pair + 1] += (bytes[i + 3] ?? 0) & 1;
      }
    }
    assert.deepEqual(session.flow(round), expected);
  }
  assert.throws(() => session.flow(5), RangeError);
});
