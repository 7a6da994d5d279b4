// The tables of the laboratory: which cells a map has, and what a row of a rule stands for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spans } from './chain.js';
import { seatAt, seatOf, wordsOf } from './ring.js';
import { BEGIN, heardIn, tablesOf } from './rule.js';
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
  // Of three the majority, of four the commander's word.
  for (const [row, obeyed] of [...BEGIN[3]].entries()) assert.equal(obeyed === 'A', heardIn(row, 2).every((word) => word === 'A'));
  for (const [row, obeyed] of [...BEGIN[4]].entries()) assert.equal(obeyed, heardIn(row, 3)[0]);
  assert.deepEqual(tablesOf('RRRA.RARA').map((table) => table.join('')), ['RRRA', 'RARA']);
  assert.deepEqual([tablesOf(BEGIN[3]).length, tablesOf(BEGIN[4]).length], [2, 3]);
});

test('the ring closes: six blocs, copy a on the left, neighbours equally far', () => {
  const seats = [0, 1, 2, 3, 4, 5].map(seatAt);
  const middle = (seats[0].x + seats[3].x) / 2;
  assert.ok(seats.slice(0, 3).every(({ x }) => x < middle) && seats.slice(3).every(({ x }) => x > middle));
  assert.ok(Math.abs(seats[0].y - seats[5].y) < 1e-9 && Math.abs(seatAt(6).x - seats[0].x) < 1e-9);
});

test('what is said along a side is gathered over the bloc', () => {
  const blocs = [[1], [2, 3], [4]];
  assert.equal(seatOf(blocs, { general: 3, copy: 'b' }), 4);
  const message = (/** @type {number} */ general, /** @type {'A' | 'R'} */ said) => ({
    round: 2,
    from: { general, copy: /** @type {const} */ ('a') },
    to: { general: 4, copy: /** @type {const} */ ('a') },
    path: [1, general],
    said,
  });
  const ring = { kind: /** @type {const} */ ('theorem'), source: /** @type {const} */ ('FLM86'), blocs, messages: [message(2, 'A'), message(3, 'R')], decisions: [], windows: [] };
  assert.deepEqual(wordsOf(ring, 2), [{ from: 1, to: 2, words: new Set(['A', 'R']) }]);
  assert.deepEqual(wordsOf(ring, 1), []);
});

test('halving keeps the part whose ends differ', () => {
  const run = (/** @type {number} */ place, /** @type {'A' | 'R'} */ word) => ({
    place,
    order: word,
    traitors: [],
    leftOut: 0,
    obeyed: { 2: word },
    broken: false,
    link: null,
  });
  const tried = [run(0, 'A'), run(9, 'R'), run(4, 'R'), run(2, 'A'), run(3, 'R')];
  assert.deepEqual(spans({ kind: 'theorem', source: 'DS83', length: 10, tried }), [[0, 9], [0, 9], [0, 9], [0, 4], [2, 4]]);
});
