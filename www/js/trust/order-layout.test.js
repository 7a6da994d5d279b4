// The places of an order's map: nothing lies on anything, on stages of any size.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxAround, distanceOf } from './boxes.js';
import { orderLayout } from './order-layout.js';
import { partOf } from './trust-road.js';
import { road } from '../scene/roads.js';

/** As the stage is on wide screens, tablets, phones and in frames; how wide a switch is there. */
const STAGES = /** @type {[number, number, boolean][]} */ ([
  [720, 608, false], [620, 560, false], [1000, 700, false], [820, 620, false], [1920, 800, false],
  [390, 330, true], [390, 420, true], [360, 300, true], [320, 300, true], [640, 330, false], [360, 260, true], [360, 218, true], [320, 216, true], [640, 306, false], [390, 452, true], [820, 474, false],
]);

/** @param {number} width @param {number} height @param {boolean} compact */
const planned = (width, height, compact) => orderLayout({ width, height, n: 3, compact, touch: compact });

test('a switch lies on no other, on no shield and on no name, and within the map', () => {
  for (const [width, height, compact] of STAGES) {
    const { pills, camps, names } = planned(width, height, compact);
    assert.equal(pills.length, 6);
    const boxes = pills.map((pill) => boxAround(pill.x, pill.y, pill.width, pill.height));
    const shields = camps.map(({ x, y, k }) => boxAround(x, y, 46 * k, 50 * k));
    const labels = camps.map(({ label }) => boxAround(label?.x ?? 0, (label?.y ?? 0) - 0.3 * names, 6 * names, 0.9 * names));
    boxes.forEach((box, i) => {
      for (const other of [...boxes.slice(0, i), ...shields, ...labels]) assert.ok(distanceOf(box, other) >= 0, `${width}×${height}: ${pills[i].from}.${pills[i].to}`);
      assert.ok(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height, `${width}×${height}: ${pills[i].from}.${pills[i].to} at ${box.left}, ${box.top}`);
    });
  }
});

test('parties and their names stand on the map', () => {
  for (const [width, height, compact] of STAGES) {
    const { camps, names } = planned(width, height, compact);
    for (const { id, x, y, k, label } of camps) {
      assert.ok(x - 25 * k > 0 && x + 25 * k < width && y - 25 * k > 0 && y + 28 * k < height, `${width}×${height}: ${id}`);
      assert.ok(label && label.y - names > 0 && label.y + 0.3 * names < height, `${width}×${height}: the name of ${id}`);
    }
  }
});

test('who rides waits before the switch or behind it, and where nothing may move too', () => {
  assert.equal(partOf(0), 0);
  assert.equal(partOf(0.55), 0.8);
  assert.equal(partOf(1), 0.8);
  for (const behind of [0.8, 0.14]) for (let t = 0.01; t <= 1; t += 0.01) assert.ok(partOf(t, behind) >= partOf(t - 0.01, behind), 'he never turns back');
  for (const [width, height, compact] of STAGES) {
    const layout = planned(width, height, compact);
    for (const pill of layout.pills) {
      const { x, y } = road(layout, pill.from, pill.to).at(1);
      for (const other of layout.pills) assert.ok(distanceOf(boxAround(x, y, 8, 8), boxAround(other.x, other.y, other.width, other.height)) > 0, `${width}×${height}: ${pill.from}.${pill.to}`);
    }
  }
});
