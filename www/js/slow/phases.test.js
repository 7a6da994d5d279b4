// How far phases are, by the marks of the real engine and by marks as protocols with several phases have them.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { crownsOf } from './crowns.js';
import { phasesOf, shownPhases } from './phases.js';

before(engine);

/** @param {number} step @param {number} phase @param {import('#generals').MarkKind} mark @param {'A' | 'R' | null} word @returns {import('./phases.js').Mark} */
const mark = (step, phase, mark, word = 'A') => ({ step, phase, mark, word });

test('of a broadcast each stage tells who has reached it by now, and the last reached is now', () => {
  const { session, spec } = opened('v=1&p=bracha&n=4').state;
  assert.ok(session && spec);
  const marked = [1, 2, 3, 4].map((general) => {
    const votes = session.votes(general);
    return { general, marks: votes && 'marks' in votes ? votes.marks : [] };
  });
  assert.deepEqual(spec.stages, ['echo', 'ready', 'decide']);
  const at = (/** @type {number} */ step) => phasesOf(spec.stages ?? [], marked, step).map(({ cells }) => cells.map(({ by, state }) => `${by.length} ${state}`));
  assert.deepEqual(at(0), [['1 now', '0 open', '0 open']], 'the leader echoes his own order');
  assert.deepEqual(at(session.length - 1), [['4 reached', '4 reached', '4 now']]);
});

test('a phase that timed out is passed over where nobody got further, and the next begins', () => {
  const phases = phasesOf(
    ['accept', 'prepared', 'decide'],
    [
      { general: 2, marks: [mark(3, 1, 'accept'), mark(9, 1, 'time-out', null)] },
      { general: 3, marks: [mark(4, 1, 'accept'), mark(9, 1, 'time-out', null), mark(9, 2, 'lead')] },
    ],
    9,
    new Map([[2, 3]]),
  );
  assert.deepEqual(phases.map(({ phase, out, leader, cells }) => [phase, out, leader, cells.map(({ state }) => state)]), [
    [1, [2, 3], null, ['now', 'over', 'over']],
    [2, [], 3, ['open', 'open', 'open']],
  ]);
  assert.deepEqual(shownPhases(phases, 1).map(({ phase }) => phase), [2]);
});

test('a crown is struck through where those who waited have stopped, and outlined over the next until he leads', () => {
  const leaders = new Map([[1, 1], [2, 2]]);
  const marked = [{ general: 2, marks: [mark(9, 1, 'time-out', null), mark(12, 2, 'lead')] }];
  const at = (/** @type {number} */ step) => crownsOf(phasesOf(['decide'], marked, step, leaders), leaders);
  assert.deepEqual(at(8), { struck: null, next: null });
  assert.deepEqual(at(9), { struck: 1, next: 2 });
  assert.deepEqual(at(12), { struck: 1, next: null });
});

test('what never came in a run that is over is not needed where all have decided, and else not reached', () => {
  const stages = /** @type {const} */ (['echo', 'coin', 'decide']);
  const states = (/** @type {import('./phases.js').Marked[]} */ all, /** @type {boolean} */ isEnded) =>
    phasesOf(stages, all, 9, new Map(), isEnded)[0].cells.map(({ state }) => state);
  const decided = [{ general: 1, marks: [mark(3, 1, 'echo'), mark(5, 1, 'decide')] }];
  assert.deepEqual(states(decided, false), ['reached', 'open', 'now']);
  assert.deepEqual(states(decided, true), ['reached', 'unneeded', 'now']);
  assert.deepEqual(states([...decided, { general: 2, marks: [mark(4, 1, 'echo')] }], true), ['reached', 'unreached', 'now']);
});

test('what holds only later is not told', () => assert.deepEqual(phasesOf(['coin'], [{ general: 1, marks: [mark(5, 1, 'coin')] }], 4)[0].cells[0].state, 'open'));
