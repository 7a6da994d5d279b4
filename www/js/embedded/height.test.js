// When a frame asks for another height, and when only a scroll bar came or went.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNewHeight } from './height.js';

test('a first height is told, unless there is nothing to be seen yet', () => {
  assert.equal(isNewHeight(null, { width: 640, height: 472 }), true);
  assert.equal(isNewHeight(null, { width: 0, height: 434 }), false);
  assert.equal(isNewHeight(null, { width: 640, height: 0 }), false);
});

test('the same height is told once', () => {
  assert.equal(isNewHeight({ width: 640, height: 472 }, { width: 640, height: 472 }), false);
  assert.equal(isNewHeight({ width: 1200, height: 674 }, { width: 1300, height: 674 }), false);
});

test('a frame that turns narrower or wider asks again', () => {
  assert.equal(isNewHeight({ width: 1000, height: 674 }, { width: 390, height: 462 }), true);
  assert.equal(isNewHeight({ width: 390, height: 462 }, { width: 1000, height: 674 }), true);
});

test('a page around whose scroll bar comes and goes with the height comes to rest', () => {
  /** @type {import('./height.js').Asked | null} */
  let told = null;
  let count = 0;
  for (let i = 0; i < 100; i++) {
    /** @type {number} */
    const high = /** @type {any} */ (told)?.height ?? 150;
    // It has a scroll bar where the frame is higher than its window.
    const width = high > 455 ? 625 : 640;
    const now = { width, height: Math.round(width * 0.56 + 100) };
    if (!isNewHeight(told, now)) continue;
    told = now;
    count++;
  }
  assert.equal(count, 1);
});
