// The tables of a rule: what a row stands for, what it begins with, and what a change of it writes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BEGIN, bitsOf, heardIn, isEach, tablesOf, withEachTurned, withPair, withRow } from './rule-tables.js';

test('a row is what was heard, the commander’s word first', () => {
  assert.deepEqual(heardIn(1, 2), ['A', 'R']);
  assert.deepEqual(heardIn(6, 3), ['R', 'A', 'A']);
});

test('a majority needs more than half: two of two, two of three', () => {
  // Of three the majority, of four the commander's word.
  for (const [row, obeyed] of [...BEGIN[3]].entries()) assert.equal(obeyed === 'A', heardIn(row, 2).every((word) => word === 'A'));
  for (const [row, obeyed] of [...BEGIN[4]].entries()) assert.equal(obeyed, heardIn(row, 3)[0]);
  assert.deepEqual(tablesOf('RRRA.RARA').map((table) => table.join('')), ['RRRA', 'RARA']);
  assert.deepEqual([tablesOf(BEGIN[3]).length, tablesOf(BEGIN[4]).length], [2, 3]);
});

test('a table has the number by which the machine lists it', () => {
  for (let bits = 0; bits < 16; bits++) assert.equal(bitsOf(heardIn(bits, 4)), bits);
  assert.equal(bitsOf(['R', 'R', 'R', 'A']), 8);
});

test('a row is changed for all, or for him alone who has a table of his own', () => {
  assert.equal(withRow('RRRA', 1, 0, 'A'), 'ARRA');
  assert.equal(withRow('RRRA.RARA', 1, 0, 'A'), 'RRRA.AARA');
  assert.equal(withRow('RRRA.RARA', 0, 3, 'R'), 'RRRR.RARA');
  assert.equal(withRow('RARARARA', 0, 7, 'R'), 'RARARARR');
});

test('tables of their own begin alike, and one for all is the first', () => {
  assert.equal(withEachTurned('RRRA'), 'RRRA.RRRA');
  assert.equal(withEachTurned('RRRA.RARA'), 'RRRA');
  assert.deepEqual(['RRRA', 'RRRA.RRRA'].map(isEach), [false, true]);
});

test('a pair is one rule for all where it is the same twice, unless each had his own', () => {
  assert.equal(withPair('RRRA', [8, 8]), 'RRRA');
  assert.equal(withPair('RRRA', [8, 10]), 'RRRA.RARA');
  assert.equal(withPair('RRRA.RARA', [8, 8]), 'RRRA.RRRA');
});
