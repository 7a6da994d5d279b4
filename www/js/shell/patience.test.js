// While a part comes, what was there stays: for a moment, or until it has come.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPatience } from './patience.js';

test('what is not here is not shown before patience ends, and what comes sooner is shown at once', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const here = new Set(['map']);
  let redrawn = 0;
  const shown = createPatience((name) => here.has(name), () => (redrawn += 1));
  assert.equal(shown('map'), 'map');
  assert.equal(shown('lab'), 'map');
  here.add('lab');
  assert.equal(shown('lab'), 'lab');
  assert.equal(shown('time'), 'lab');
  t.mock.timers.tick(99);
  assert.deepEqual([redrawn, shown('time')], [0, 'lab']);
  t.mock.timers.tick(1);
  assert.deepEqual([redrawn, shown('time')], [1, 'time']);
});

test('who turns back meanwhile is not led on', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let redrawn = 0;
  const shown = createPatience((name) => name === 'map', () => (redrawn += 1));
  shown('map');
  shown('lab');
  assert.equal(shown('map'), 'map');
  t.mock.timers.tick(1000);
  assert.equal(redrawn, 0);
  assert.equal(shown('lab'), 'map', 'asked anew he waits anew');
});

test('a page that begins with a part shows nothing else first', () => {
  assert.equal(createPatience(() => false, () => {})('lab'), 'lab');
});
