// The seen part of the stage: it stays on the stage, and what is under the fingers stays there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameOf, LARGEST, moved, showing, WHOLE, zoomed } from './zoom.js';

/** @param {import('./zoom.js').Zoom} zoom @param {{x: number, y: number}} p of the stage, in its parts */
const seenAt = (zoom, p) => {
  const { times, dx, dy } = frameOf(zoom, 1, 1);
  return { x: p.x * times + dx, y: p.y * times + dy };
};

test('the whole stage fills the window', () => {
  assert.deepEqual(frameOf(WHOLE, 390, 452), { times: 1, dx: 0, dy: 0 });
});

test('the point under the fingers stays under them', () => {
  const at = { x: 0.3, y: 0.6 };
  const near = zoomed(WHOLE, 2, at);
  assert.ok(Math.abs(seenAt(near, at).x - at.x) < 1e-9 && Math.abs(seenAt(near, at).y - at.y) < 1e-9);
  const nearer = zoomed(near, 1.5, at);
  assert.ok(Math.abs(seenAt(nearer, at).x - at.x) < 1e-9);
});

test('nothing beyond the stage is ever seen', () => {
  for (const zoom of [moved(zoomed(WHOLE, 3), 9, -9), zoomed(moved(zoomed(WHOLE, 4), -9, 9), 0.5), zoomed(WHOLE, 0.1)]) {
    const [low, high] = [seenAt(zoom, { x: 0, y: 0 }), seenAt(zoom, { x: 1, y: 1 })];
    assert.ok(low.x <= 1e-9 && low.y <= 1e-9 && high.x >= 1 - 1e-9 && high.y >= 1 - 1e-9);
  }
});

test('it goes no nearer than the largest and no farther than the whole', () => {
  assert.equal(zoomed(WHOLE, 100).z, LARGEST);
  assert.equal(zoomed(zoomed(WHOLE, 2), 0.01), WHOLE);
});

test('a camp that gets the focus is brought into sight, and one in sight moves nothing', () => {
  const near = zoomed(WHOLE, 4);
  const seen = seenAt(showing(near, { x: 0.95, y: 0.5 }), { x: 0.95, y: 0.5 });
  assert.ok(seen.x > 0 && seen.x < 1);
  assert.deepEqual(showing(near, { x: 0.5, y: 0.5 }), near);
});
