// Where letters wait: near the camp they go to, apart on one road, as a pile where they are many.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelBox } from '../scene/labels.js';
import { layout } from '../scene/layout.js';
import { engine, opened } from '../testing.js';
import { waitingNow } from './letters.js';
import { around, campBoxes, covered } from './boxes.js';
import { pillMarks, pillsAt } from './pills.js';
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

test('a pile lies on no sign of what a general is for, and on no other pile, on a phone upright and on its side', () => {
  for (const stage of [{ width: 390, height: 400 }, { width: 506, height: 224 }, { width: 640, height: 306 }]) {
    const small = layout({ ...stage, n: 6, compact: true, touch: true, names: 1 });
    const all = Array.from({ length: 30 }, (_, i) => row(1 + ((i + 1 + Math.floor(i / 6)) % 6), 1 + (i % 6), i)).filter(({ queued: { event } }) => event.from !== event.to);
    const boxes = placesOf(small, all).piles.map(({ x, y }) => around(x, y, { x: 15, y: 10 }, 1));
    assert.equal(boxes.length, 6);
    for (const [i, box] of boxes.entries()) {
      assert.equal(covered(box, boxes.filter((_, k) => k !== i)), 0, `${stage.width}: pile ${i + 1} and another`);
      for (const { x, y, k } of small.camps) {
        assert.ok(Math.hypot(x - (box.left + box.right) / 2, y - (box.top + box.bottom) / 2) > 23 * k + 10, `${stage.width}: pile ${i + 1} on a shield`);
        if (!small.camps[0].label) assert.equal(covered(box, [around(x, y + 38 * k, { x: 9, y: 9 }, k)]), 0, `${stage.width}: pile ${i + 1} on a sign`);
      }
    }
  }
});

test('among two dozen letters no name is covered', () => {
  const map = layout({ width: 732, height: 502, n: 7, compact: false, touch: false, names: 1 });
  const all = [4, 5, 6, 7].flatMap((from, i) => [1, 2, 3, 4, 5, 6, 7].filter((to) => to !== from).map((to, j) => row(from, to, 6 * i + j)));
  const names = map.camps.flatMap(({ label, k }) => (label ? [labelBox(label, k)] : []));
  assert.equal(names.length, 7);
  for (const { row: one, x, y } of placesOf(map, all).letters) assert.ok(covered(around(x, y, { x: 12, y: 12 }, 1), names) < 40, one.key);
});

test('a pill holds its letter, however small the camps', () => {
  const small = layout({ width: 506, height: 224, n: 4, compact: true, touch: true, names: 1 });
  const seals = [1, 3, 4].map((signer) => ({ signer, holds: true }));
  const [pill] = pillsAt(small, [{ general: 4, bundle: /** @type {any} */ ({ seals, word: 'A', view: 1 }) }]);
  const letter = pillMarks(pill, small.camps[3].k, false).find(({ kind }) => kind === 'text' );
  assert.ok(letter?.kind === 'text' && letter.size >= 11);
  assert.ok(letter.x + letter.size / 2 <= pill.x + pill.half.x, `${letter.x} of ${pill.x + pill.half.x}`);
  assert.equal(covered(around(pill.x, pill.y, pill.half, 1), campBoxes(small.camps[3])), 0, 'beside name and camp');
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
