// The field of all pairs of rules: each pair where its two rules meet, and a click finds it again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellAt, pairsPicture, signPicture } from './pairs-figure.js';

/** Nothing is known but of one pair. @param {number} i */
const known = (i) => `${'.'.repeat(i)}o${'.'.repeat(255 - i)}`;
const count = (/** @type {string} */ markup, /** @type {RegExp} */ what) => markup.match(what)?.length ?? 0;

test('a pair stands in the column of the first rule and the row of the second', () => {
  assert.match(pairsPicture(known(0), null, ''), /<rect class="obeys" x="0.5" y="0.5"/);
  assert.match(pairsPicture(known(16), null, ''), /<rect class="obeys" x="13.5" y="0.5"/);
  assert.match(pairsPicture(known(1), null, ''), /<rect class="obeys" x="0.5" y="13.5"/);
});

test('the reader’s own is ringed where his two rules meet', () => {
  assert.match(pairsPicture('', [2, 5], ''), /<circle class="yours" cx="71.5" cy="32.5"/);
  assert.equal(count(pairsPicture('', null, ''), /yours/g), 0);
});

test('only what is known has a sign', () => {
  const markup = pairsPicture('oa..'.repeat(64), null, 'all pairs');
  assert.deepEqual([count(markup, /class="obeys"/g), count(markup, /class="agrees"/g)], [64, 64]);
  for (const mark of /** @type {const} */ (['o', 'a', 'yours'])) assert.match(signPicture(mark), /class="(obeys|agrees|yours)"/);
});

test('every part of a side is in a cell', () => {
  assert.deepEqual([0, 0.999 / 16, 1 / 16, 0.5, 0.999, 1].map(cellAt), [0, 0, 1, 8, 15, 15]);
});
