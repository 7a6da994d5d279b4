// The step API as other programs use it: plain data out, typed errors, the cursor, forks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from './engine.js';

const LECTURE = 'v=1&p=om&n=4&m=1&t=3&s=honest&x=1.3-2R';

/** @param {() => unknown} run @param {{name: string, code?: string, key?: string | null}} expected */
function refuses(run, expected) {
  assert.throws(run, (/** @type {any} */ error) => {
    assert.ok(error instanceof Error);
    assert.deepEqual(
      Object.fromEntries(Object.keys(expected).map((name) => [name, /** @type {any} */ (error)[name]])),
      expected,
    );
    return true;
  });
}

test('a scenario is plain data', () => {
  const session = Session.open(`${LECTURE}&utm_source=chat`);
  assert.deepEqual(session.scenario(), {
    protocol: 'om', n: 4, m: 1, order: 'A', traitors: [3], strategy: 'honest', seed: '1',
    lies: [{ path: [1, 3], to: 2, said: 'R' }],
  });
  assert.deepEqual(session.ignored, ['utm_source']);
  assert.equal(session.link(), 'v=1&p=om&n=4&t=3&s=honest&x=1.3-2R');
  assert.deepEqual(structuredClone(session.verdict()), session.verdict());
});

test('steps are the messages by round, path and recipient, then the decision', () => {
  const session = Session.open(LECTURE);
  assert.equal(session.length, 10);
  const said = [];
  for (let k = 1; k < session.length; k++) {
    const event = session.event(k);
    assert.equal(event.kind, 'message');
    if (event.kind === 'message') said.push(`${event.round}:${event.path.join('.')}-${event.to}${event.said}${event.lie ? '!' : ''}`);
  }
  assert.deepEqual(said, [
    '1:1-2A', '1:1-3A', '1:1-4A',
    '2:1.2-3A', '2:1.2-4A', '2:1.3-2R!', '2:1.3-4A', '2:1.4-2A', '2:1.4-3A',
  ]);
  assert.deepEqual(session.event(10), { kind: 'decide', round: 2, decisions: { 2: 'A', 4: 'A' } });
  assert.deepEqual(session.event(6), {
    kind: 'message', round: 2, from: 3, to: 2, path: [1, 3], said: 'R', honest: 'A', lie: true,
  });
});

test('the cursor moves, clamps, and says whether it moved', () => {
  const session = Session.open(`${LECTURE}&at=9`);
  assert.equal(session.cursor, 9);
  assert.equal(session.step(), true);
  assert.equal(session.step(), false);
  assert.equal(session.cursor, 10);
  assert.equal(session.seek(-3), true);
  assert.equal(session.stepBack(), false);
  assert.equal(session.seek(1e15), true);
  assert.equal(session.cursor, session.length);
  assert.equal(Session.open(`${LECTURE}&at=999`).cursor, 10);
});

test('what is no whole number is a TypeError, what does not exist a RangeError', () => {
  const session = Session.open(LECTURE);
  for (const odd of [1.5, NaN, Infinity, undefined, null, '', '7', 'x', [], true, {}]) {
    const k = /** @type {number} */ (odd);
    refuses(() => session.seek(k), { name: 'TypeError' });
    refuses(() => session.event(k), { name: 'TypeError' });
    refuses(() => session.view(k), { name: 'TypeError' });
  }
  for (const k of [0, -1, 11, 2 ** 40]) refuses(() => session.event(k), { name: 'RangeError' });
  for (const g of [0, 5, -1]) refuses(() => session.view(g), { name: 'RangeError' });
  assert.equal(session.cursor, 0, 'a refused seek moves nothing');
});

test('a snapshot says who heard how much and, at the end, who decided what', () => {
  const session = Session.open(LECTURE);
  session.seek(6);
  assert.deepEqual(session.snapshot(), {
    step: 6, round: 2, rounds: 2,
    generals: [
      { id: 1, loyal: true, commander: true, heard: 0, decision: null },
      { id: 2, loyal: true, commander: false, heard: 2, decision: null },
      { id: 3, loyal: false, commander: false, heard: 2, decision: null },
      { id: 4, loyal: true, commander: false, heard: 2, decision: null },
    ],
  });
  session.seek(10);
  assert.deepEqual(session.snapshot().generals.map((general) => general.decision), ['A', 'A', null, 'A']);
  session.seek(0);
  assert.equal(session.snapshot().round, 0);
});

test('a general who cannot tell two worlds apart has deeply equal views of them', () => {
  const lieutenantLies = Session.open('v=1&p=om&n=3&m=1&t=3&s=honest&x=1.3-2R&at=99');
  const commanderLies = Session.open('v=1&p=om&n=3&m=1&t=1&s=honest&x=1-3R&at=99');
  assert.deepEqual(lieutenantLies.view(2), commanderLies.view(2));
  assert.notDeepEqual(lieutenantLies.view(3), commanderLies.view(3));
  assert.deepEqual(lieutenantLies.view(2), {
    general: 2, n: 3, m: 1, protocol: 'om', order: null,
    received: [{ round: 1, path: [1], said: 'A' }, { round: 2, path: [1, 3], said: 'R' }],
    sent: [{ round: 2, path: [1, 2], to: 3, said: 'A' }],
  });
});

test('silence is null in a view and retreat in a vote', () => {
  const session = Session.open('v=1&p=om&n=4&m=1&t=3&s=silent&at=99');
  assert.deepEqual(session.view(2).received.map(({ said }) => said), ['A', null, 'A']);
  const votes = /** @type {import('#generals').Vote} */ (session.votes(2));
  assert.equal(votes.children[0]?.direct, null);
  assert.equal(votes.children[0]?.result, 'R');
});

test('votes are for loyal lieutenants only', () => {
  const session = Session.open(LECTURE);
  assert.deepEqual(session.votes(2), {
    path: [1], direct: 'A', result: 'A', tie: false,
    children: [
      { path: [1, 3], direct: 'R', children: [], result: 'R', tie: false },
      { path: [1, 4], direct: 'A', children: [], result: 'A', tie: false },
    ],
  });
  assert.equal(session.votes(1), null);
  assert.equal(session.votes(3), null);
});

test('a verdict names its witnesses', () => {
  const split = Session.open('v=1&p=om&n=4&m=1&t=1.4&s=honest&x=1-2R_1.4-2R').verdict();
  assert.deepEqual(split, {
    decisions: { 2: 'R', 3: 'A' },
    agreement: { holds: false, witnesses: [2, 3] },
    validity: { holds: null, witnesses: [] },
    messages: { perRound: [3, 6], total: 9 },
    lies: 2,
  });
  const disobeyed = Session.open('v=1&p=om&n=3&m=1&t=3&s=honest&x=1.3-2R').verdict();
  assert.deepEqual(disobeyed.validity, { holds: false, witnesses: [2] });
  assert.deepEqual(disobeyed.agreement, { holds: true, witnesses: [] });
});

test('a fork replaces what is named, keeps the rest and leaves the old session alone', () => {
  const session = Session.open(`${LECTURE}&at=6&lang=zh`);
  const fork = session.fork({ n: 5, order: 'R', lies: [{ path: [1, 3], to: 4, said: null }] });
  assert.equal(fork.link(), 'v=1&p=om&n=5&o=R&t=3&s=honest&x=1.3-4S');
  assert.equal(fork.cursor, 8, 'the same slot, 1.3-2');
  assert.equal(fork.presentation().lang, 'zh');
  assert.equal(session.link(), 'v=1&p=om&n=4&t=3&s=honest&x=1.3-2R');
  assert.equal(session.fork({ traitors: [] }).link(), 'v=1&p=om&n=4&s=honest');
  assert.equal(session.fork({ seed: '18446744073709551615' }).scenario().seed, '18446744073709551615');
  const bigint = /** @type {any} */ (9007199254740993n);
  assert.equal(session.fork({ seed: bigint }).scenario().seed, '9007199254740993');
});

test('a fork refuses what is given and wrong', () => {
  const session = Session.open(LECTURE);
  const link = 'LinkError';
  refuses(() => session.fork({ n: 65 }), { name: link, code: 'out-of-range', key: 'n' });
  refuses(() => session.fork({ n: 4.5 }), { name: link, code: 'bad-value', key: 'n' });
  refuses(() => session.fork({ m: 3 }), { name: link, code: 'out-of-range', key: 'm' });
  refuses(() => session.fork({ n: 16, m: 9 }), { name: link, code: 'too-large', key: 'm' });
  refuses(() => session.fork({ strategy: 'nasty' }), { name: link, code: 'bad-value', key: 's' });
  refuses(() => session.fork({ lies: [{ path: [1, 2], to: 3, said: 'R' }] }), { name: link, code: 'not-a-traitor', key: 'x' });
  /** @type {any[]} */
  const slips = [
    { generals: 7 },
    'n=7',
    { lies: [{ path: [1, 3], to: 2, say: 'R' }] },
    { lies: [{ path: [1, 3], to: 2 }] },
    { lies: { path: [1, 3], to: 2, said: 'R' } },
    { traitors: 3 },
    { seed: 2 ** 60 },
    { n: [7] },
  ];
  for (const slip of slips) refuses(() => session.fork(slip), { name: 'TypeError' });
});

test('reading and editing work beyond the size that can be opened', () => {
  const large = 'v=1&p=om&n=31&m=10&t=1.4.7.10.13.16.19.22.25.28';
  refuses(() => Session.open(large), { name: 'LinkError', code: 'too-large', key: 'm' });
  const reading = Session.read(`${large}&lang=zh&at=5`);
  assert.equal(reading.messages.total, 2295012833333700);
  assert.deepEqual(reading.place, {
    at: 5,
    pov: null,
    view: 'map',
    lesson: null,
    beat: null,
    general: null,
    message: null,
    fold: null,
    path: null,
    both: 'map',
    rule: null,
    goal: null,
  });
  assert.deepEqual(reading.bound, { traitors: 10, theorem: true, exact: true, loyalMessages: null, enough: { n: 31, m: 10 } });
  assert.equal(Session.edit(`${large}&lang=zh`, { n: 5, m: 2 }), 'v=1&p=om&n=5&m=2&t=1.4&lang=zh');
  const verdict = Session.judge(large);
  assert.equal(verdict.lies, null, 'not counted');
  assert.equal(verdict.agreement.holds, true, 'ten traitors among 31 are survived by OM(10)');
  refuses(() => Session.judge('v=1&p=om&n=64&m=40&t=1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18.19.20'), {
    name: 'LinkError', code: 'too-large', key: 'm',
  });
});

test('judging is the verdict of the opened run', () => {
  for (const link of [LECTURE, 'v=1&p=om&n=7&m=2&t=1.4&s=random&seed=5', 'v=1&p=om&n=10&m=3&t=2.5.9&s=split']) {
    assert.deepEqual(Session.judge(link), Session.open(link).verdict(), link);
  }
  const large = 'v=1&p=om&n=17&m=5&t=2.5.8&s=random';
  const every = Session.judge(large, { everyMessage: true });
  assert.deepEqual({ ...every, lies: null }, Session.judge(large));
  assert.ok(/** @type {number} */ (every.lies) > 0);
});

test('an address keeps scenario, place and presentation apart', () => {
  const address = Session.address('v=1&n=5&at=3&lang=en', { at: 7, lang: null, theme: 'dark', embed: true, pov: 2 });
  assert.equal(address, 'v=1&p=om&n=5&at=7&pov=2&theme=dark&embed=1');
  assert.equal(Session.address(address, { at: 0, theme: null, autoplay: true, loop: true, until: 9, speed: 0.5, keys: 'host', number: 0 }), 'v=1&p=om&n=5&pov=2&embed=1&autoplay=1&loop=1&until=9&speed=0.5&keys=host&number=0');
  assert.throws(() => Session.address(address, { speed: 5 }), { code: 'bad-value', key: 'speed' });
  assert.equal(Session.address(address, { at: 0, theme: 'auto', embed: false, pov: null }), 'v=1&p=om&n=5');
  refuses(() => Session.address(address, /** @type {any} */ ({ n: 7 })), { name: 'TypeError' });
  refuses(() => Session.address(address, { pov: 9 }), { name: 'LinkError', code: 'out-of-range', key: 'pov' });
});

test('rides are a round in four bytes a message', () => {
  const session = Session.open('v=1&p=om&n=4&m=1&t=3&s=silent');
  assert.deepEqual([...session.rides(1)], [1, 2, 1, 0, 1, 3, 1, 0, 1, 4, 1, 0]);
  assert.deepEqual([...session.rides(2)].slice(8, 16), [3, 2, 2, 1, 3, 4, 2, 1]);
  refuses(() => session.rides(0), { name: 'RangeError' });
  refuses(() => session.rides(3), { name: 'RangeError' });
});

test('a fresh seed is one that a link can hold', () => {
  const seeds = new Set(Array.from({ length: 8 }, () => Session.freshSeed()));
  assert.equal(seeds.size, 8);
  for (const seed of seeds) assert.equal(Session.open(`v=1&seed=${seed}`).scenario().seed, seed);
});

test('what is no text, or an option that does not exist, is a TypeError', () => {
  for (const odd of [5, null, undefined, {}]) {
    const link = /** @type {any} */ (odd);
    refuses(() => Session.open(link), { name: 'TypeError' });
    refuses(() => Session.read(link), { name: 'TypeError' });
    assert.equal(Session.nearest(link), 'v=1&p=om&n=4');
  }
  refuses(() => Session.judge(LECTURE, /** @type {any} */ ({ everyMesage: true })), { name: 'TypeError' });
  refuses(() => Session.address(LECTURE, /** @type {any} */ ({ at: [5] })), { name: 'TypeError' });
  refuses(() => Session.open(LECTURE).votes(2, /** @type {any} */ ('x')), { name: 'TypeError' });
});

test('limits are said', () => {
  assert.deepEqual(Session.limits(), {
    generals: 64, messages: 4194304, linkCharacters: 8000, judgedPaths: 134217728, programBytes: 4096, protocols: ['om', 'sm', 'flat', 'ic', 'king', 'queen', 'bracha', 'benor', 'pbft', 'own', 'trust', 'two'],
  });
});
