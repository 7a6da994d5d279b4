// Programs over the step API: what is wrong with a text and where, how many rounds it has, and how all write it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mix } from '../links/random.js';
import { Program, Session } from './engine.js';

/** One echo and a majority. */
const ECHO = readFileSync(new URL('../../crate/core/tests/data/programs/echo.byz', import.meta.url), 'utf8');
const BY_F = 'task broadcast\ngather f + 1 rounds\nresolve A if 2 * count(A) > votes else R\ndecide result\n';

/** What is wrong, a line each. @param {string} text */
const wrong = (text) => Program.check(text).errors.map(({ line, column, length, code, found, expected }) => `${line}:${column}+${length} ${code} ${found} | ${expected.join(' ')}`);

test('a text that can be run says its task and its rounds, by the generals there are', () => {
  assert.deepEqual(Program.check(ECHO), { ok: true, errors: [], task: 'broadcast', rounds: 2 });
  assert.deepEqual([[7, 2], [4, 0], [4], [2]].map(([n, f]) => Program.check(BY_F, n, f).rounds), [3, 1, 2, 1]);
});

test('everything that is wrong is said, each with its place, what stands there and what could', () => {
  assert.deepEqual(Program.check('task consensus\ndecide inptu\n'), {
    ok: false,
    errors: [{ code: 'unknown-name', line: 2, column: 8, length: 5, found: 'inptu', expected: ['n', 'f', 'me', 'input'], limit: null }],
    task: null,
    rounds: null,
  });
  const said = wrong('task consensus\nv = count(A\nsend 总 to all\nif said(1) == A:\n    send A to all\ndecide count(A) > 1\n');
  assert.deepEqual(said.map((one) => one.split(' ')[1]), ['unexpected', 'unknown-name', 'rounds-differ', 'wrong-type']);
  assert.equal(said[3], '6:8+5 wrong-type truth | word');
});

test('what only so many generals cannot run is said of them', () => {
  const long = 'task consensus\nfor p in 1 .. n * f:\n    send input to all\ndecide input\n';
  assert.equal(Program.check(long, 7, 2).rounds, 14);
  const { ok, task, errors } = Program.check(long, 40, 2);
  assert.deepEqual([ok, task, errors.map(({ code, line }) => `${code} ${line}`)], [false, 'consensus', ['too-many-rounds 3']]);
});

test('a text is printed as all write it, comments kept, and printed so it stays', () => {
  assert.equal(Program.print(ECHO), ECHO);
  const loose = 'task   broadcast\r\n# first\r\ndecide (A)if(me==1)else R # mine\r\n';
  assert.equal(Program.print(loose), 'task broadcast\n# first\ndecide A if me == 1 else R  # mine\n');
  assert.throws(() => Program.print('task broadcast\n'), ({ name, errors }) => name === 'ProgramError' && errors[0].code === 'never-decides');
});

test('what is no text, and numbers that there are not, are refused; a hostile text is answered', () => {
  const check = /** @type {(...given: any[]) => unknown} */ (Program.check);
  for (const text of [undefined, null, 7, ['task']]) assert.throws(() => check(text), TypeError);
  for (const given of [[1], [65], [4, 3], [4, -1], [2, 1]]) assert.throws(() => check(ECHO, ...given), RangeError);
  for (const given of [['4'], [4, 1.5], [null]]) assert.throws(() => check(ECHO, ...given), TypeError);
  for (const text of ['', '\0', '('.repeat(4000), 'if '.repeat(1300), `task broadcast\n${' '.repeat(3000)}decide A`, '\u200btask', 'x'.repeat(9000), '\ud800'])
    assert.ok(Program.check(text).errors.length > 0, text.slice(0, 20));
});

test('a program stands in a link, which opens as a run of it and gives its text back', () => {
  const link = Program.link(ECHO, { n: 5, traitors: [3] });
  assert.match(link, /^v=1&p=own&n=5&t=3&prog=1\.[\w-]+$/);
  assert.equal(Program.text(link), ECHO);
  const run = Session.open(link);
  assert.deepEqual([run.scenario().protocol, run.scenario().prog, run.verdict().agreement.holds], ['own', ECHO, true]);
  assert.equal(Program.text(run.fork({ prog: BY_F }).link()), BY_F);
  assert.equal(Session.open(Program.link(BY_F, { n: 7, m: 2 })).length, Session.open('v=1&p=om&n=7&m=2').length);
});

test('a text with mistakes has no link, and a link of another protocol no text', () => {
  assert.throws(() => Program.link('task consensus\ndecide inptu\n'), ({ name, code, line, column, expected }) => {
    assert.deepEqual([name, code, line, column, expected], ['LinkError', 'bad-program', 2, 8, ['n', 'f', 'me', 'input']]);
    return true;
  });
  assert.throws(() => Program.link(ECHO, { n: 1 }), { name: 'LinkError', key: 'n' });
  assert.throws(() => Program.text('v=1&p=om'), { name: 'LinkError', key: 'p' });
});

/** The text made by a lot, as the native tests make it. @param {number} lot @param {string[]} pieces @param {string[]} right */
function textOf(lot, pieces, right) {
  let turn = 0;
  const below = (/** @type {number} */ count) => Number(mix(BigInt(lot * 1000 + ++turn)) % BigInt(count));
  if (lot % 2 === 0) return Array.from({ length: below(60) }, () => pieces[below(pieces.length)]).join('');
  const text = Array.from(right[below(6)]);
  const times = 1 + below(2);
  for (let i = 0; i < times; i++) {
    const [at, other] = [below(text.length), below(text.length)];
    const how = below(3);
    if (how === 0) text.splice(at, 1);
    else if (how === 1) [text[at], text[other]] = [text[other], text[at]];
    else text.splice(at, 0, text[other]);
  }
  return text.join('');
}

test('twenty thousand texts that nobody would write have the same answers as natively', () => {
  const data = new URL('../../crate/core/tests/data/', import.meta.url);
  const { texts, accepted, digest, pieces } = JSON.parse(readFileSync(new URL('program_texts.json', data), 'utf8'));
  const right = ['king', 'queen', 'echo', 'om', 'flat', 'ic'].map((name) => readFileSync(new URL(`programs/${name}.byz`, data), 'utf8'));
  let [read, all] = [0, 0x811c9dc5];
  for (let lot = 0; lot < texts; lot++) {
    const text = textOf(lot, pieces, right);
    const { ok, errors, rounds, task } = Program.check(text, 5, 1);
    if (task !== null) read++;
    const answer = ok ? `${rounds}` : errors.map(({ code, line, column }) => `${code} ${line} ${column}`).join(' ');
    for (const byte of Buffer.from(`${answer}\n`)) all = Math.imul(all ^ byte, 0x01000193) >>> 0;
  }
  assert.deepEqual({ read, all }, { read: accepted, all: digest });
});

test('where all stand is told at the cursor: the line of each round, and what each knows by name', () => {
  const run = Session.open(Program.link(ECHO, { traitors: [3], strategy: 'honest', lies: [{ path: [2, 3], to: 2, said: 'R' }] }));
  const { generals, ...first } = /** @type {import('#generals').Standings} */ (run.standings());
  assert.deepEqual(first, { round: 1, lines: [3, 5, 7], names: ['order', 'v', 'votes'] });
  assert.deepEqual(generals[0], { general: 1, values: ['A'], heard: null, decides: null });
  run.seek(run.length);
  const end = /** @type {import('#generals').Standings} */ (run.standings());
  assert.equal(end.round, 3);
  assert.deepEqual(end.generals.slice(1), [
    { general: 2, values: [null, 'A', 2], heard: [null, null, 'R', 'A'], decides: 'A' },
    { general: 3, values: [null, 'A', 3], heard: [null, 'A', null, 'A'], decides: null },
    { general: 4, values: [null, 'A', 3], heard: [null, 'A', 'A', null], decides: 'A' },
  ]);
  assert.equal(Session.open('v=1&p=om&n=4').standings(), null);
});
