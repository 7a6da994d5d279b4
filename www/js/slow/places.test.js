// Where letters wait: near the camp they go to, apart on one road, as a pile where they are many.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layout } from '../scene/layout.js';
import { engine, opened } from '../testing.js';
import { waitingNow } from './letters.js';
import { placesOf } from './places.js';

/** @param {number} n */
const stage = (n) => layout({ width: 800, height: 560, n, compact: false, touch: false, names: 1 });
/** @param {number} from @param {number} to @param {number} step @returns {import('./queue.js').Row} */
const row = (from, to, step) => /** @type {any} */ ({ queued: { step, event: { from, to, path: [1, from], said: 'A' } }, key: `${from}-${to} ${step}`, place: step, past: false });

test('letters wait clear of each other, in the last part of their roads, those behind on one road farther off', () => {
  const { letters } = placesOf(stage(4), [row(2, 3, 1), row(2, 3, 2), row(4, 3, 3), row(1, 3, 4), row(1, 2, 5)]);
  assert.equal(letters[0].part, 0.78);
  assert.ok(letters[1].part < letters[0].part);
  for (const [i, one] of letters.entries()) for (const two of letters.slice(i + 1)) assert.ok(Math.abs(one.x - two.x) > 40 || Math.abs(one.y - two.y) > 30, `${one.row.key} and ${two.row.key}`);
});

test('more than eight to one camp are a pile with its count; others stay single', () => {
  const many = Array.from({ length: 9 }, (_, i) => row(1 + (i % 2), 3, i));
  const { letters, piles } = placesOf(stage(4), [...many, row(3, 4, 20)]);
  assert.deepEqual([letters.length, piles.map(({ to, rows }) => [to, rows.length])], [1, [[3, 9]]]);
});

test('where the map is small, letters to one camp are a pile sooner, and none covers another', () => {
  const small = layout({ width: 390, height: 400, n: 6, compact: true, touch: true, names: 1 });
  assert.ok(!small.frame);
  const all = Array.from({ length: 24 }, (_, i) => row(1 + ((i + 1 + Math.floor(i / 6)) % 6), 1 + (i % 6), i)).filter(({ queued: { event } }) => event.from !== event.to);
  const { letters, piles } = placesOf(small, all);
  assert.deepEqual([letters.length, piles.length > 0], [0, true]);
  assert.equal(placesOf(small, all.slice(0, 6)).piles.length, 0);
});

test('in a large army there are counts alone', () => {
  const { letters, piles } = placesOf(stage(13), [row(1, 2, 1), row(1, 3, 2)]);
  assert.deepEqual([letters.length, piles.length], [0, 2]);
});

test('on the map of another army, that is still there when the run comes, no letter has a place', async () => {
  await engine();
  const page = /** @type {any} */ ({ store: opened('v=1&p=bracha&n=4&at=2') });
  const on = (/** @type {number} */ n) => waitingNow(page, /** @type {any} */ ({ layout: stage(n) })).letters.length;
  assert.deepEqual([on(3), on(4) > 0], [0, true]);
});
