// What the ladder says of a rung never claims more than was tried, and the weakest is the lowest that breaks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learn, speech } from '../words/i18n.js';
import { ladderWords, mayOf, rungWords, stateOf, weakest } from './ladder-words.js';

await learn('en', ['first', 'late', 'lab']);
const say = speech('en');

/** @param {import('#generals').Rung['kind']} kind @param {boolean} breaks @param {number} tried @returns {import('#generals').Rung} */
const rung = (kind, breaks, tried = 9) => ({ kind, tried, breaks, link: breaks ? 'v=1&p=om&n=4' : null });
const [none, some] = [rung('exhausted', false), rung('exhausted', true)];

test('each way of knowing has a sentence of its own', () => {
  const rungs = [null, none, some, rung('exact', false), rung('exact', true), rung('part', true), rung('sampled', false)];
  const words = rungs.map((one) => rungWords(say, 'arbitrary', one));
  assert.equal(new Set(words).size, words.length);
  assert.notEqual(rungWords(say, 'crash', rung('exact', false)), rungWords(say, 'arbitrary', rung('exact', false)), 'by an algorithm, or since nobody stronger can');
  assert.equal(rungWords(say, 'twins', rung('sampled', true)), rungWords(say, 'twins', rung('part', true)), 'what is taken from a weaker one was not drawn');
});

test('only where all is known it is marked as safe', () => {
  assert.deepEqual([none, some, rung('exact', false), rung('sampled', false), null].map(stateOf), ['holds', 'broken', 'holds', 'free', 'free']);
});

test('the weakest who breaks is named, else whether nothing breaks or nothing was found', () => {
  const ladder = { crash: none, omission: none, twins: some, arbitrary: some };
  assert.equal(weakest(ladder), 'twins');
  assert.match(ladderWords(say, ladder), /Twins\.$/);
  assert.equal(weakest({ ...ladder, omission: some }), 'omission');
  const safe = { crash: none, omission: none, twins: none, arbitrary: rung('exact', false) };
  assert.match(ladderWords(say, safe), /^None of the four/);
  for (const twins of [rung('sampled', false), null]) assert.match(ladderWords(say, { ...safe, twins }), /Not everything was tried/);
});

test('a twin had the other order, or where all have opinions the other opinion', () => {
  const may = (/** @type {string} */ inputs) => mayOf(say, 'twins', /** @type {any} */ ({ spec: { inputs } }));
  assert.match(may('commander'), /other order/);
  assert.match(may('everyone'), /other opinion/);
});
