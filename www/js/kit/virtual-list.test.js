// A list of four million rows: both ends can be reached, and no row is skipped by small movements.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, scrollAt, shownAt, tall } from './virtual-list.js';

const ROOM = 500;
const LONG = 3_999_675 * 28;

test('a list that fits is not scaled', () => {
  const whole = 108_384 * 28;
  assert.equal(tall(whole), whole);
  for (const at of [0, 17, 1_500_000, whole - ROOM]) {
    assert.equal(shownAt(at, whole, ROOM), at);
    assert.equal(scrollAt(at, whole, ROOM), at);
  }
  assert.equal(shownAt(5, 100, ROOM), 0, 'nothing to scroll');
});

test('the ends of the bar are the ends of a long list', () => {
  assert.ok(tall(LONG) < 17_000_000);
  assert.equal(shownAt(0, LONG, ROOM), 0);
  assert.equal(shownAt(tall(LONG) - ROOM, LONG, ROOM), LONG - ROOM);
  assert.equal(shownAt(tall(LONG) - ROOM - 28, LONG, ROOM), LONG - ROOM - 28, 'near the end a row is a row');
});

test('where the bar stands and what is shown are inverse', () => {
  for (const shown of [0, 999, 2_000_000, 50_000_000, LONG - 600, LONG - ROOM])
    assert.ok(Math.abs(shownAt(scrollAt(shown, LONG, ROOM), LONG, ROOM) - shown) < 1e-3, String(shown));
});

test('a small movement in the middle goes on by as much, a large one goes where the bar is', () => {
  const before = { scroll: scrollAt(50_000_000, LONG, ROOM), shown: 50_000_000 };
  assert.equal(moved(before, before.scroll + 100, LONG, ROOM), 50_000_100);
  assert.equal(moved(before, before.scroll - 100, LONG, ROOM), 49_999_900);
  const far = before.scroll + 2000;
  assert.equal(moved(before, far, LONG, ROOM), shownAt(far, LONG, ROOM));
});
