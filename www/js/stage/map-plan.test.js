// When the map is planned anew, and how large it is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMapPlan } from './map-plan.js';

const PLAIN = { hall: null, coarse: false };

function planned() {
  const plan = createMapPlan();
  plan.room = { width: 900, height: 600, ratio: 2 };
  plan.fit(4, PLAIN);
  return plan;
}

test('without room there is no map', () => {
  const plan = createMapPlan();
  plan.fit(4, PLAIN);
  assert.equal(plan.layout, null);
});

test('the plan stays while nothing of it is another, and is another for more generals, room or fingers', () => {
  const plan = planned();
  const first = plan.layout;
  plan.fit(4, PLAIN);
  assert.equal(plan.layout, first);
  plan.fit(4, { hall: null, coarse: true });
  assert.notEqual(plan.layout, first, 'fingers');
  const touched = plan.layout;
  plan.fit(5, { hall: null, coarse: true });
  assert.notEqual(plan.layout, touched, 'generals');
  assert.equal(plan.layout?.camps.length, 5);
  const five = plan.layout;
  plan.room = { ...plan.room, width: 800 };
  plan.fit(5, { hall: null, coarse: true });
  assert.notEqual(plan.layout, five, 'room');
});

test('in a hall the map is planned smaller, and so drawn larger', () => {
  const plan = planned();
  assert.deepEqual([plan.grown, plan.size], [1, { width: 900, height: 600 }]);
  const usual = plan.layout?.camps[1]?.label;
  plan.fit(4, { hall: 1.25, coarse: false });
  assert.deepEqual([plan.grown, plan.size], [1.25, { width: 720, height: 480 }]);
  assert.deepEqual([usual?.scale, plan.layout?.camps[1]?.label?.scale], [1, 1.25], 'names are larger still');
});
