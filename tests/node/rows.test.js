// The messages of a run as rows: filtered, sorted, asked for a window at a time.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from './engine.js';

const LECTURE = 'v=1&p=om&n=4&m=1&t=3&s=honest&x=1.3-2R';

/** @param {Session} session @param {Parameters<Session['rows']>} asked */
function steps(session, ...asked) {
  const rows = session.rows(...asked);
  const all = Array.from({ length: rows.length }, (_, row) => rows.at(row));
  rows.free();
  return all;
}

test('all messages come in the order of steps, the decision is none of them', () => {
  const rows = Session.open(LECTURE).rows();
  assert.equal(rows.length, 9);
  assert.deepEqual(rows.window(5, 2), [
    { kind: 'message', step: 6, round: 2, from: 3, to: 2, path: [1, 3], said: 'R', honest: 'A', lie: true },
    { kind: 'message', step: 7, round: 2, from: 3, to: 4, path: [1, 3], said: 'A', honest: 'A', lie: false },
  ]);
  assert.deepEqual(structuredClone(rows.window(0, 9)), rows.window(0, 9));
});

test('a window ends where the rows end', () => {
  const rows = Session.open(LECTURE).rows();
  assert.deepEqual(rows.window(8, 5).map(({ step }) => step), [9]);
  assert.deepEqual(rows.window(9, 5), []);
  assert.deepEqual(rows.window(0, 1e15).length, 9);
  assert.deepEqual([rows.at(9), rows.at(1e15)], [null, null]);
});

test('rows are filtered by round, sender, recipient, lies, and by who sees them', () => {
  const session = Session.open(LECTURE);
  assert.deepEqual(steps(session, { round: 1 }), [1, 2, 3]);
  assert.deepEqual(steps(session, { from: 3 }), [6, 7]);
  assert.deepEqual(steps(session, { to: 2, round: 2 }), [6, 8]);
  assert.deepEqual(steps(session, { seenBy: 2 }), [1, 4, 5, 6, 8]);
  assert.deepEqual(steps(session, { lies: true }), [6]);
  assert.deepEqual(steps(session, { lies: true, from: 2 }), []);
  assert.deepEqual(steps(session, { round: null, from: undefined, lies: false }).length, 9);
});

test('a signed letter that never comes is seen by its sender alone', () => {
  const session = Session.open('v=1&p=sm&n=4&t=1&s=honest&x=1-2S');
  assert.ok(!steps(session, { seenBy: 2 }).includes(1));
  assert.ok(steps(session, { seenBy: 1 }).includes(1));
});

test('rows are sorted by one column after the other, equals by step', () => {
  const session = Session.open(LECTURE);
  assert.deepEqual(steps(session, {}, ['-step']), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  assert.deepEqual(steps(session, {}, ['to']), [1, 6, 8, 2, 4, 9, 3, 5, 7]);
  assert.deepEqual(steps(session, {}, ['-round', 'to', '-from']), [8, 6, 9, 4, 7, 5, 1, 2, 3]);
  assert.deepEqual(steps(session, { from: 3 }, ['lie']), [6, 7]);
  assert.deepEqual(steps(session, {}, ['lie']).slice(0, 2), [6, 7], 'lies, then what a traitor says truly');
});

test('the row of a step is found where it is', () => {
  const session = Session.open(LECTURE);
  assert.equal(session.rows({ round: 2 }).placeOf(6), 2);
  assert.equal(session.rows({}, ['-step']).placeOf(6), 3);
  assert.equal(session.rows({ round: 1 }).placeOf(6), null);
});

test('rows outlive their session, and a fork has its own', () => {
  const session = Session.open(LECTURE);
  const rows = session.rows({ lies: true });
  const honest = session.fork({ lies: [] });
  session.free();
  assert.equal(rows.window(0, 1)[0].said, 'R');
  assert.equal(honest.rows({ lies: true }).length, 0);
});

test('names that mean nothing are TypeErrors, generals and rounds that are not there RangeErrors', () => {
  const session = Session.open(LECTURE);
  for (const [wanted, sort, name] of /** @type {[any, any, string][]} */ ([
    [{ form: 3 }, [], 'TypeError'],
    [{ from: '3' }, [], 'TypeError'],
    [{ lies: 1 }, [], 'TypeError'],
    [null, [], 'TypeError'],
    [{}, ['name'], 'TypeError'],
    [{}, ['--to'], 'TypeError'],
    [{}, 'to', 'TypeError'],
    [{ from: 5 }, [], 'RangeError'],
    [{ round: 3 }, [], 'RangeError'],
    [{ seenBy: 0 }, [], 'RangeError'],
  ]))
    assert.throws(() => session.rows(wanted, sort), { name }, JSON.stringify([wanted, sort]));
  assert.throws(() => session.rows().window(0.5, 1), { name: 'TypeError' });
});

test('four million messages are counted without being listed', () => {
  const rows = Session.open('v=1&p=om&n=16&m=5&t=2').rows();
  assert.equal(rows.length, 3_999_675);
  assert.equal(rows.at(3_999_674), 3_999_675);
  assert.equal(rows.window(3_999_673, 9).length, 2);
});
