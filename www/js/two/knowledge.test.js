// Nested knowledge: a frame a messenger, the outermost in doubt.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded, framesOf, framesSeenBy } from './knowledge.js';

/** @param {import('./knowledge.js').Frame[]} frames */
const said = (frames) => frames.map(({ general, kind, folded = 0 }) => `${general} ${folded ? `×${folded}` : kind}`).join(' > ');

test('nobody has arrived: general 2 does not know the order', () => assert.equal(said(framesOf(0)), '2 doubt'));

test('every messenger that arrives puts one frame around what was known, and the doubt stays outermost', () => {
  assert.equal(said(framesOf(1)), '1 doubt > 2 knows');
  assert.equal(said(framesOf(2)), '2 doubt > 1 knows > 2 knows');
  assert.equal(said(framesOf(3)), '1 doubt > 2 knows > 1 knows > 2 knows');
});

test('after any number of messengers somebody is in doubt, and within the innermost frame is general 2', () => {
  for (let arrived = 1; arrived <= 16; arrived++) {
    const frames = framesOf(arrived);
    assert.equal(frames.length, arrived + 1);
    assert.deepEqual(frames.map(({ kind }) => kind).filter((kind) => kind === 'doubt').length, 1);
    assert.equal(frames[0].kind, 'doubt');
    assert.equal(frames.at(-1)?.general, 2);
    frames.slice(1).forEach(({ general }, i) => assert.notEqual(general, frames[i].general));
  }
});

test('from five frames on the inner ones are one, and none is lost', () => {
  assert.equal(said(folded(framesOf(3))), said(framesOf(3)));
  assert.equal(said(folded(framesOf(4))), '2 doubt > 1 knows > 2 ×2 > 2 knows');
  assert.equal(said(folded(framesOf(5))), '1 doubt > 2 knows > 1 ×3 > 2 knows');
  assert.equal(said(folded(framesOf(16))).split(' > ').length, 4);
});

test('one general sees what he knows, and doubts what became of his own last messenger', () => {
  // Whether his order has come he cannot know, if it has or not.
  assert.equal(said(framesSeenBy(1, 0, 3)), '1 doubt > 2 knows');
  assert.equal(said(framesSeenBy(1, 1, 3)), '1 doubt > 2 knows');
  assert.equal(said(framesSeenBy(2, 0, 3)), '2 doubt');
  assert.equal(said(framesSeenBy(2, 1, 3)), '2 doubt > 1 knows > 2 knows');
  assert.equal(said(framesSeenBy(2, 2, 3)), '2 doubt > 1 knows > 2 knows');
});

test('who receives the last messenger of all knows that the other cannot know it', () => {
  assert.equal(said(framesSeenBy(2, 3, 3)), '1 doubt > 2 knows > 1 knows > 2 knows');
  assert.equal(said(framesSeenBy(1, 3, 3)), '1 doubt > 2 knows > 1 knows > 2 knows');
});
