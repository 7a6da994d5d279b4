// A flood of messages comes to a few deeds, the last ones asked for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, joined } from './pending.js';

/** @typedef {import('./asked.js').Asked} Asked */
/** @param {Asked[]} asked */
const done = (...asked) => inOrder(asked.reduce(joined, {}));

test('of ten thousand messages the last of each kind counts', () => {
  const flood = Array.from({ length: 10_000 }, (_, step) => /** @type {Asked[]} */ ([{ type: 'theme', theme: 'dark' }, { type: 'play' }, { type: 'seek', step }])).flat();
  assert.deepEqual(done(...flood), [
    { type: 'theme', theme: 'dark' },
    { type: 'seek', step: 9_999 },
  ]);
});

test('a step and a ride are of the run that was open when they were asked for', () => {
  assert.deepEqual(done({ type: 'seek', step: 3 }, { type: 'play' }, { type: 'open', link: 'a' }), [{ type: 'open', link: 'a' }]);
  assert.deepEqual(done({ type: 'open', link: 'a' }, { type: 'seek', step: 3 }, { type: 'play' }), [
    { type: 'open', link: 'a' },
    { type: 'seek', step: 3 },
    { type: 'play' },
  ]);
});

test('who is sent to a step stands there, and who plays from there rides on', () => {
  assert.deepEqual(done({ type: 'play' }, { type: 'seek', step: 3 }), [{ type: 'seek', step: 3 }]);
  assert.deepEqual(done({ type: 'seek', step: 3 }, { type: 'pause' }, { type: 'play' }), [{ type: 'seek', step: 3 }, { type: 'play' }]);
});
