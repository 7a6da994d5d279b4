// What files are called.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName } from './name.js';

/** @param {object} scenario @param {object} [more] @returns {any} */
const run = (scenario, more = {}) => ({ scenario: { protocol: 'om', n: 4, m: 1, traitors: [3], ...scenario }, place: { pov: null }, cursor: 0, spec: { hasTraitors: true }, ...more });

test('a name tells protocol, generals, rounds and traitors', () => {
  assert.equal(fileName(run({}), 'png'), 'generals-om-n4-m1-t3.png');
  assert.equal(fileName(run({ n: 7, m: 2, traitors: [1, 6] }), 'gif'), 'generals-om-n7-m2-t1.6.gif');
  assert.equal(fileName(run({ traitors: [] }), 'gif'), 'generals-om-n4-m1-loyal.gif');
  assert.equal(fileName(run({ protocol: 'two', n: 2, m: 3, traitors: [] }, { spec: { hasTraitors: false } }), 'gif'), 'generals-two-n2-m3.gif');
});

test('of a step it tells the step, of another figure which', () => {
  assert.equal(fileName(run({}, { cursor: 5 }), 'svg', { figure: 'time', isStep: true }), 'generals-om-n4-m1-t3-time-step5.svg');
  assert.equal(fileName(run({}, { cursor: 5 }), 'gif'), 'generals-om-n4-m1-t3.gif');
});

test('in fog a name tells no traitor', () => {
  assert.equal(fileName(run({}, { place: { pov: 2 } }), 'png'), 'generals-om-n4-m1-eyes2.png');
});

test('a name is short, however many traitors there are', () => {
  const traitors = Array.from({ length: 20 }, (_, i) => i + 1);
  assert.equal(fileName(run({ n: 64, traitors }), 'png'), 'generals-om-n64-m1-20t.png');
});
