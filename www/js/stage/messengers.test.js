// What is on the map, every messenger at his place.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { layout } from '../scene/layout.js';
import { scene } from '../scene/scene.js';
import { engine, opened } from '../testing.js';
import { createMapPlan } from './map-plan.js';
import { createMessengers } from './messengers.js';

before(engine);

/** What stands on a map of this size. @param {number} width @param {number} n */
function onMap(width, n) {
  const { state } = opened(`v=1&p=om&n=${n}&m=1&t=3&at=${n}`);
  const plan = { ...createMapPlan(), layout: layout({ width, height: 200, n, compact: true }) };
  const now = createMessengers(() => state, plan, /** @type {any} */ (null), /** @type {any} */ (null)).seen();
  const shapes = scene(plan.layout, now, { general: String, city: '' });
  return { rides: now.rides.length, curves: JSON.stringify(shapes).split('"kind":"curve"').length - 1 };
}

test('on a tiny map few have roads, and of more there are shields alone', () => {
  assert.equal(onMap(176, 5).rides, 1);
  assert.ok(onMap(176, 5).curves > 0);
  assert.deepEqual(onMap(176, 7), { rides: 0, curves: 0 });
  assert.equal(onMap(390, 7).rides, 1);
});
