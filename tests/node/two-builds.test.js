// The two modules that crate/web becomes: what the small one opens it answers as the whole one does, and the rest it refuses.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as whole from '#generals';
import { links, Session as Whole, small } from './engine.js';

const { Session: Small } = small;

/** @typedef {import('../../target/bindings/engine.js').Session} Session */
/** @typedef {import('../../target/bindings/engine.js').LinkError} LinkError */
/** @typedef {{[Name in 'open' | 'read' | 'judge' | 'edit' | 'address']: (typeof Small)[Name]}} Api */

/** Runs of at most so many steps are compared step by step; longer ones at some of theirs. */
const STEPS_COMPARED = 300;
const STEPS_SAMPLED = 20;

/** @type {{link: string}[]} */
const golden = links('golden.json');
/** @type {{link: string}[]} */
const hostile = links('hostile.json');
/** @type {{link: string}[]} */
const arrived = links('reading.json');
/** Keys of protocols and parts that are not built, which mean there what they mean everywhere. */
const FOREIGN_KEYS = [
  'v=1&p=om&n=4&t=3&k=2&i=AARA',
  'v=1&p=flat&n=5&m=2&t=3&k=1.2&i=zz',
  'v=1&p=om&n=4&t=3&k=3',
  'v=1&p=om&n=4&k=9',
  'v=1&p=om&n=4&t=3&x=1.3-2A_1.3-2R',
  'v=1&n=4&view=ring&rule=RRRA.RARA&both=time&lesson=keys&i=AARA&i=AARA',
  'v=1&p=om&n=31&m=10&t=3',
  'v=1&p=flat&n=17&m=5&t=3&s=split',
];

/** An answer, or the refusal instead. @template T @param {() => T} ask */
function answer(ask) {
  try {
    return { given: ask() };
  } catch (error) {
    const { name, code, key, read, allowed, message } = /** @type {LinkError} */ (error);
    // Each names the protocols that it has.
    return { refused: key === 'p' ? { name, code, key, read } : { name, code, key, read, allowed, message } };
  }
}

/** @param {Session} session */
function stepsOf({ length }) {
  if (length <= STEPS_COMPARED) return Array.from({ length }, (_, i) => i + 1);
  return Array.from({ length: STEPS_SAMPLED + 1 }, (_, i) => 1 + Math.floor((i * (length - 1)) / STEPS_SAMPLED));
}

/** What a session says without being asked for a step. @param {Session} session */
const told = (session) => ({
  link: session.link(),
  ignored: session.ignored,
  reading: session.reading(),
  scenario: session.scenario(),
  place: session.place(),
  presentation: session.presentation(),
  cursor: session.cursor,
  length: session.length,
  ends: session.roundEnds,
  verdict: session.verdict(),
});

/** What it says of a step. @param {Session} session @param {number} step */
function toldOf(session, step) {
  session.seek(step);
  const event = session.event(step);
  const of = event.kind === 'message' ? { held: session.held(event.path), step: session.stepOf(event.path, event.to) } : null;
  return { event, of, snapshot: session.snapshot() };
}

/** What it says of a general. @param {Session} session @param {number} general */
function toldBy(session, general) {
  const tree = session.voteTree(general);
  const branches = tree && { touched: tree.touched, root: tree.branch([1]), first: tree.children([1], 0, 9) };
  tree?.free();
  return { view: session.view(general), votes: session.votes(general, 3), branches };
}

/** Its figures and lists. @param {Session} session @param {number} rounds */
function figures(session, rounds) {
  const names = Array.from({ length: rounds }, () => 60);
  const room = { width: 900, height: 500, margin: 30, head: 20, names, decision: 80, token: /** @type {[number, number]} */ ([20, 16]), digit: 8, eyes: null, open: null, until: null };
  const rows = session.rows({ lies: true }, ['from', '-path']);
  const window = rows.window(0, 30);
  rows.free();
  return { figure: session.spaceTime(room), rows: window, rides: names.map((_, i) => session.rides(i + 1)), flow: session.flow(rounds) };
}

/** What is said of a link that is not opened. @param {Api} api @param {string} link */
const withoutRunning = (api, link) => ({
  read: answer(() => api.read(link)),
  judged: answer(() => api.judge(link)),
  edited: answer(() => api.edit(link, { n: 5, traitors: [2], strategy: 'split' })),
  addressed: answer(() => api.address(link, { at: 3, pov: 2, lang: 'zh' })),
});

/** @param {string} link */
function compare(link) {
  assert.deepEqual(withoutRunning(Small, link), withoutRunning(Whole, link));
  const [opened, there] = [answer(() => Small.open(link)), answer(() => Whole.open(link))];
  assert.deepEqual(opened.refused, there.refused);
  const [session, other] = [opened.given, there.given];
  if (!session || !other) return;
  assert.deepEqual(told(session), told(other));
  for (const step of stepsOf(session)) assert.deepEqual(toldOf(session, step), toldOf(other, step), `step ${step}`);
  const { scenario, rounds } = session.reading();
  for (let general = 1; general <= scenario.n; general++) {
    assert.deepEqual(toldBy(session, general), toldBy(other, general), `general ${general}`);
  }
  assert.deepEqual(figures(session, rounds), figures(other, rounds));
  session.free();
  other.free();
}

/**
 * Whether a link has letters which links are not written with: those the small module leaves to the whole one, and says so.
 * @param {string} link
 */
const isMangled = (link) => /[^\w.~=&-]/.test(link.replace(/^[#?]/, '').slice(0, 8000));

/** What a link's protocol is called, if it is one that only the whole module knows. @param {string} link */
function missing(link) {
  const { refused } = answer(() => Small.read(link));
  if (refused?.key !== 'p' || refused.code !== 'bad-value') return null;
  const { refused: also } = answer(() => Whole.read(link));
  return also?.key === 'p' ? null : refused.read;
}

/** @type {Record<string, number>} */
const lacked = {};
for (const { link } of [...golden, ...hostile, ...arrived, ...FOREIGN_KEYS.map((link) => ({ link }))]) {
  if (isMangled(link)) {
    test(`${link.slice(0, 80)} is left to the whole one`, () =>
      assert.throws(() => Small.open(link), { name: 'LinkError', code: link.length > 8001 ? 'too-long' : 'malformed', key: null }));
    continue;
  }
  const protocol = missing(link);
  if (protocol !== null) {
    lacked[protocol] = (lacked[protocol] ?? 0) + 1;
    continue;
  }
  test(`${link.slice(0, 80)} is the same to both`, () => compare(link));
}

test('the small one lacks all protocols but two, and refuses their links by their name', () => {
  const named = (/** @type {string} */ name) => [...golden, ...hostile, ...arrived].filter(({ link }) => new RegExp(`p=${name}(&|$)`).test(link)).length;
  const names = Whole.limits().protocols.filter((/** @type {string} */ name) => !['om', 'flat'].includes(name));
  assert.deepEqual(lacked, Object.fromEntries(names.map((/** @type {string} */ name) => [name, named(name)])));
  assert.throws(() => Small.open('v=1&p=sm&n=4&t=3'), { name: 'LinkError', code: 'bad-value', key: 'p', allowed: { oneOf: ['om', 'flat'] } });
  assert.throws(() => Small.edit('v=1&p=om&n=4', { protocol: 'ic' }), { name: 'LinkError', code: 'bad-value', key: 'p', read: 'ic' });
});

test('the small one lacks these classes and methods, and has no others', () => {
  const names = (/** @type {object} */ all) => Object.getOwnPropertyNames(all).sort();
  const without = (/** @type {object} */ all, /** @type {object} */ some) => names(all).filter((name) => !names(some).includes(name));
  assert.deepEqual(without(whole, small), ['Lab', 'LabSearch', 'Program', 'Trust']);
  assert.deepEqual(without(Whole, Small), ['diagnose', 'fromFile', 'nearest', 'pasted']);
  assert.deepEqual(without(Whole.prototype, Small.prototype), ['bundle', 'certificate', 'checkLetter', 'file', 'leaders', 'letter', 'openWorld', 'otherWorld', 'queue', 'standings', 'unsent']);
  for (const [all, some] of [[whole, small], [Whole, Small], [Whole.prototype, Small.prototype]]) {
    assert.deepEqual(without(some ?? {}, all ?? {}), []);
  }
  for (const shared of /** @type {const} */ (['Crowd', 'Rows', 'VoteTree'])) {
    assert.deepEqual(names(small[shared].prototype), names(whole[shared].prototype));
  }
});

test('what may be opened is the same to both', () => assert.deepEqual(Small.limits(), Whole.limits()));
