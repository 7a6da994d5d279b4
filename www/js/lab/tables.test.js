// The tables of the laboratory: which cells a map has, and what a row of a rule stands for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heardIn, majorityTable } from './rule.js';
import { cellsOf } from './tolerance.js';

test('a map has every army in which OM(m) can be run, and rows beyond what it can survive', () => {
  const { columns, rows } = cellsOf(2);
  assert.deepEqual([columns[0], columns.at(-1), rows], [4, 31, [1, 2, 3, 4]]);
  assert.deepEqual([cellsOf(10).columns[0], cellsOf(10).rows.length], [12, 12]);
});

test('a row is what was heard, the commander’s word first', () => {
  assert.deepEqual(heardIn(1, 2), ['A', 'R']);
  assert.deepEqual(heardIn(6, 3), ['R', 'A', 'A']);
});

test('a majority needs more than half: two of two, two of three', () => {
  assert.deepEqual(majorityTable(3), ['R', 'R', 'R', 'A']);
  assert.deepEqual(majorityTable(4), ['R', 'R', 'R', 'A', 'R', 'A', 'A', 'A']);
});
