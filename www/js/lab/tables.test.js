// The figures of the laboratory: which cells a map has, where blocs of a ring stand, and what is halved of a chain.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { judge, lab, read } from '../state/engine.js';
import { engine } from '../testing.js';
import { spans } from './chain-figures.js';
import { seatAt, seatOf, wordsOf } from './ring-places.js';
import { cellsOf, NOBODY, progressOf, toleranceCells } from './tolerance-cells.js';
import { knownCell } from './tolerance-known.js';
import { stateOf } from './tolerance-proved.js';

before(engine);

test('a map has every army in which OM(m) can be run, and rows beyond what it can survive', () => {
  const { columns, rows } = cellsOf(2);
  assert.deepEqual([columns[0], columns.at(-1), rows], [4, 31, [1, 2, 3, 4]]);
  assert.deepEqual([cellsOf(10).columns[0], cellsOf(10).rows.length], [12, 12]);
});

test('a map is filled once, column by column, and says whether the closed rule agrees', async () => {
  /** @type {string[]} */
  const asked = [];
  let columns = 0;
  const cells = toleranceCells(
    async (n, m, k) => {
      assert.ok(k <= n, 'of more traitors than generals nothing can be asked');
      asked.push(`${n} ${k}`);
      const isPromised = k <= m && n > 2 * k + m;
      return /** @type {import('#generals').ToleranceCell} */ ({ promised: k < n - 1 ? isPromised : null, kind: 'exact', lies: isPromised ? null : 1, condition: null, link: null });
    },
    () => {
      columns += 1;
    },
    NOBODY,
  );
  assert.deepEqual(progressOf(cells, 1).key, 'lab.computing');
  await cells.fill(1);
  assert.deepEqual([columns, new Set(asked).size, asked.length, asked[0], asked[4]], [29, 29 * 4 - 1, 29 * 4 - 1, '3 1', '4 2']);
  const { key, values } = progressOf(cells, 1);
  assert.deepEqual([key, values.odd, values.count === values.all], ['lab.rule.agrees', 0, true]);
  cells.stop();
  await cells.fill(1);
  assert.equal(asked.length, 29 * 4 - 1, 'what is known is not asked again');
});

test('what is proved, disproved, open and claimed of nobody are four things', () => {
  const state = (/** @type {boolean | null} */ promised, /** @type {import('#generals').Reason} */ reason) => stateOf({ kind: 'theorem', promised, reason });
  assert.deepEqual(
    [state(true, 'theorem'), state(false, 'too-few-generals'), state(null, 'too-few-generals'), state(null, 'nobody-left')],
    ['safe', 'broken', 'unknown', 'none'],
  );
});

test('an army that a known run breaks is broken by it, and no form survives what the published one cannot', async () => {
  const promised = async (/** @type {string} */ link, /** @type {number} */ k) => lab().promise(link, k);
  /** @param {any} protocol @param {any} form @param {number} n @param {number} m @param {number} k */
  const cell = (protocol, form, n, m, k) => knownCell(promised, { protocol, form, n, m }, k);
  const state = async (/** @type {[any, any, number, number, number]} */ ...army) => stateOf(await cell(...army));
  const broken = /** @type {const} */ ([['pbft', 'prepared', 4], ['pbft', 'noproof', 4], ['king', 'short', 4], ['bracha', 'noready', 4], ['bracha', 'loose', 3], ['queen', undefined, 4]]);
  for (const [protocol, form, n] of broken) {
    const { link } = await cell(protocol, form, n, 1, 1);
    assert.ok(link, `${protocol} ${form}`);
    const { scenario } = read(link);
    assert.deepEqual([scenario.n, scenario.m, scenario.traitors.length, scenario.by], [n, 1, 1, form]);
    const { agreement, validity, termination } = judge(link);
    assert.ok([agreement, validity, termination].some((one) => one?.holds === false), link);
  }
  assert.deepEqual([await state('pbft', 'prepared', 3, 1, 1), await state('king', 'short', 6, 1, 2)], ['broken', 'broken'], 'a third');
  assert.deepEqual([await state('pbft', 'prepared', 7, 2, 2), await state('king', 'short', 7, 1, 1)], ['unknown', 'unknown']);
  assert.deepEqual([await state('pbft', 'prepared', 3, 1, 2), await state('queen', undefined, 5, 1, 1)], ['none', 'safe']);
});

test('a map that fails says so', async () => {
  const cells = toleranceCells(() => Promise.reject(new Error('gone')), () => {}, NOBODY);
  await cells.fill(1);
  assert.equal(progressOf(cells, 1).key, 'lab.failed');
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
