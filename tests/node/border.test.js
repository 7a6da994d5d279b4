// What stands before the border: freed objects, numbers that mean nothing, and an engine that has really broken off.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, Crowd, Lab, LabSearch, Session, small, VoteTree } from './engine.js';

const LINK = 'v=1&p=om&n=4&m=1&t=3';
const SIGNED = 'v=1&p=sm&n=4&m=1&t=3';
/** No object of the engine is there: a trap that is none of ours to fear. */
const NOWHERE = 0xfffffff0;

/** @type {[string, typeof small.Session][]} */
const BUILDS = [
  ['whole', Session],
  ['small', small.Session],
];

/** Every method and getter of an object, called as if it needed nothing. @param {any} object */
function callsOf(object) {
  const all = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object));
  return Object.entries(all).flatMap(([name, { value, get }]) => {
    if (name.startsWith('__') || ['constructor', 'free'].includes(name)) return [];
    return [{ name, call: () => (get ? object[name] : value.call(object, 1, 1, 1)) }];
  });
}

/** @param {unknown} error */
const isFreed = (error) => error instanceof Error && error.name === 'FreedError';

for (const [build, Of] of BUILDS) {
  test(`${build}: after free() everything throws a FreedError, and freeing again does nothing`, () => {
    const session = Of.open(LINK);
    const objects = [session, session.rows(), session.voteTree(2), new (build === 'small' ? small.Crowd : Crowd)()];
    if (build === 'whole') objects.push(/** @type {any} */ (LabSearch.exhaust(LINK)));
    for (const object of objects) {
      object?.free();
      const calls = callsOf(object);
      assert.ok(calls.length > 0);
      for (const { name, call } of calls) assert.throws(call, isFreed, name);
      object?.free();
      assert.equal(object?.[Symbol.dispose], object?.free);
    }
    assert.equal(Of.open(LINK).length, 10, 'others live on');
  });

  test(`${build}: a getter runs before the call: what it frees is free, and nothing is left half taken`, () => {
    const session = Of.open(LINK);
    const changes = {
      get n() {
        session.free();
        return 5;
      },
    };
    assert.throws(() => session.fork(changes), isFreed);
    assert.throws(() => session.length, isFreed);
  });

  test(`${build}: what is no number of this run is a RangeError, and seek alone clamps`, () => {
    const session = Of.open(LINK);
    const rows = session.rows();
    const tree = session.voteTree(2);
    const room = { width: 800, height: 400, margin: 40, head: 20, names: [50, 50], decision: 60, token: /** @type {[number, number]} */ ([20, 16]), digit: 8, eyes: null, open: null, until: null };
    /** @type {[string, (value: number) => unknown, number[]][]} */
    const asked = [
      ['event', (k) => session.event(k), [-1, 0, 11, 2 ** 32 + 1]],
      ['view', (g) => session.view(g), [-1, 0, 5]],
      ['votes', (g) => session.votes(g), [-1, 0, 5]],
      ['votes: depth', (depth) => session.votes(2, depth), [-1]],
      ['voteTree', (g) => session.voteTree(g), [-1, 0, 5]],
      ['voteTree: source', (g) => session.voteTree(2, g), [-1, 0, 5]],
      ['rides', (round) => session.rides(round), [-1, 0, 3]],
      ['flow', (round) => session.flow(round), [-1, 0, 3]],
      ['rows: until', (until) => session.rows({ until }), [-1, 11]],
      ['rows: round', (round) => session.rows({ round }), [-1, 0, 3]],
      ['rows: from', (from) => session.rows({ from }), [-1, 0, 5]],
      ['window: start', (start) => rows.window(start, 2), [-1]],
      ['window: count', (count) => rows.window(0, count), [-1]],
      ['at', (row) => rows.at(row), [-1]],
      ['placeOf', (step) => rows.placeOf(step), [-1, 11]],
      ['held', (id) => session.held([id]), [-1, 0, 65]],
      ['stepOf', (id) => session.stepOf([1, id], 2), [-1, 0, 65]],
      ['stepOf: to', (to) => session.stepOf([1], to), [-1, 0, 5]],
      ['branch', (id) => tree?.branch([1, id]), [-1, 0, 65]],
      ['children: from', (from) => tree?.children([1], from, 1), [-1]],
      ['children: count', (count) => tree?.children([1], 0, count), [-1]],
      ['spaceTime: until', (until) => session.spaceTime({ ...room, until }), [-1, 11]],
      ['spaceTime: open', (open) => session.spaceTime({ ...room, open }), [-1, 11]],
      ['spaceTime: eyes', (eyes) => session.spaceTime({ ...room, eyes }), [-1, 0, 5]],
      ['spaceTime: width', (width) => session.spaceTime({ ...room, width }), [2 ** 31, -(2 ** 31) - 1, 1e300]],
    ];
    for (const [name, call, values] of asked) {
      for (const value of values) assert.throws(() => call(value), RangeError, `${name} ${value}`);
      assert.throws(() => call(/** @type {any} */ (1.5)), TypeError, name);
      assert.throws(() => call(/** @type {any} */ ('1')), TypeError, name);
    }
    assert.deepEqual([session.seek(99), session.cursor, session.seek(-99), session.cursor], [true, 10, true, 0]);
    assert.deepEqual(rows.window(8, 20).map(({ step }) => step), [9], 'fewer at the end');
  });
}

test('of what only the whole engine knows the same', () => {
  const [session, signed] = [Session.open(LINK), Session.open(SIGNED)];
  const letter = signed.letter(1);
  assert.ok(letter);
  /** @type {[string, (value: number) => unknown, number[]][]} */
  const asked = [
    ['letter', (k) => signed.letter(k), [-1, 0, signed.length + 1]],
    ['checkLetter', (k) => signed.checkLetter(k, letter), [-1, 0, signed.length + 1]],
    ['checkLetter: signer', (signer) => signed.checkLetter(1, { order: 'A', seals: [{ ...letter.seals[0], signer }] }), [-1, 0, 65]],
    ['otherWorld', (g) => session.otherWorld(g, 1), [-1, 0, 5]],
    ['otherWorld: f', (f) => session.otherWorld(2, f), [-1, 5]],
    ['openWorld: f', (f) => session.openWorld(2, f), [-1, 5]],
    ['tolerance', (k) => Lab.tolerance(7, 1, k), [-1, 8, 65]],
    ['attack', (k) => Lab.attack('v=1&p=om&n=7&m=1', { k }), [-1, 8, 65]],
    ['chainRun', (place) => Lab.chainRun(LINK, place), [-1, 1e9]],
    ['ruleTally', (n) => Lab.ruleTally(n), [-1, 2, 5]],
    ['ring', (id) => Lab.ring('v=1&p=om&n=3&m=1', [[1], [2], [id]]), [-1, 0, 4, 65]],
    ['figure: groups', (groups) => VoteTree.figure(/** @type {any} */ ({ groups })), [-1, 65]],
    ['figure: width', (width) => VoteTree.figure(/** @type {any} */ ({ width })), [2 ** 31]],
    ['advance', (runs) => LabSearch.exhaust(LINK).advance(runs), [-1, 0]],
  ];
  for (const [name, call, values] of asked) {
    for (const value of values) assert.throws(() => call(value), RangeError, `${name} ${value}`);
    assert.throws(() => call(/** @type {any} */ (1.5)), TypeError, name);
  }
  assert.throws(() => Lab.tolerance(65, 1, 1), { name: 'LinkError', code: 'out-of-range', key: 'n' });
  assert.equal(Lab.tolerance(7, 1, 7).promised, null, 'all of them is a number of traitors');
});

test('what a number does not hold is there as its digits, from each call that counts messages', () => {
  const LARGE = 'v=1&p=om&n=64&m=10&t=2.5.8';
  for (const { messages } of [Session.read(LARGE), small.Session.read(LARGE), Session.judge(LARGE), { messages: Lab.cost(64, 10).oral }]) {
    assert.equal(messages.exact?.total, '25052904737333162235');
    assert.equal(messages.total, Number(messages.exact?.total));
    const rounds = messages.exact?.perRound.map((digits) => BigInt(digits ?? 0)) ?? [];
    assert.equal(rounds.reduce((sum, count) => sum + count, 0n), 25052904737333162235n);
  }
  assert.equal('exact' in Session.read(LINK).messages, false);
});

test('a refusal that quotes words about stacks breaks nothing', () => {
  for (const words of ['recursion', 'maximum call stack size exceeded']) {
    assert.throws(() => Session.open(`v=1&p=${encodeURIComponent(words)}`), { name: 'LinkError' });
    assert.throws(() => Session.edit(LINK, { protocol: words }), { name: 'LinkError' });
  }
  assert.equal(Session.open(LINK).length, 10);
});

/** Another instance of the module, so that a trap is the only thing that ends with it. @param {string} name @param {string} why */
async function another(name, why) {
  const engine = await import(new URL(`../../target/bindings/${name}.js?${why}`, import.meta.url).href);
  await engine.default({ module_or_path: bytesOf(name) });
  return engine;
}

/** A call that traps. @param {any} session */
const trap = (session) => {
  const whole = session.__wbg_ptr;
  session.__wbg_ptr = NOWHERE;
  try {
    session.event(1);
  } finally {
    session.__wbg_ptr = whole;
  }
};

for (const name of ['generals', 'engine']) {
  test(`${name}: when it has broken off nothing of it is freed, nor is anything of an argument read`, async () => {
    const Registry = globalThis.FinalizationRegistry;
    /** @type {((held: number) => void)[]} */
    const collected = [];
    globalThis.FinalizationRegistry = /** @type {any} */ (
      class {
        /** @param {(held: number) => void} free */
        constructor(free) {
          collected.push(free);
        }
        register() {}
        unregister() {}
      }
    );
    const engine = await another(name, 'collected').finally(() => {
      globalThis.FinalizationRegistry = Registry;
    });
    const session = engine.Session.open(LINK);
    assert.throws(() => trap(session), { name: 'BrokenError' });
    assert.ok(collected.length > 0);
    for (const free of collected) free(NOWHERE);
    session.free();
    let read = 0;
    const changes = { get n() { return (read += 1); } };
    assert.throws(() => session.fork(changes), { name: 'BrokenError' });
    assert.equal(read, 0);
  });

  test(`${name}: what a getter breaks meanwhile is broken for the call that reads it`, async () => {
    const engine = await another(name, 'meanwhile');
    const [session, other] = [engine.Session.open(LINK), engine.Session.open(LINK)];
    const changes = {
      get n() {
        assert.throws(() => trap(other), { name: 'BrokenError' });
        return 5;
      },
    };
    assert.throws(() => session.fork(changes), { name: 'BrokenError' });
  });

  test(`${name}: a listener that throws hides the break from nobody`, async () => {
    const engine = await another(name, 'listeners');
    const slip = new Error('a slip of the listener');
    /** @type {unknown[]} */
    const told = [];
    engine.whenBroken(() => {
      throw slip;
    });
    engine.whenBroken((/** @type {unknown} */ error) => told.push(error));
    const uncaught = new Promise((resolve) => process.setUncaughtExceptionCaptureCallback(resolve));
    try {
      assert.throws(() => trap(engine.Session.open(LINK)), (error) => error === told[0]);
      assert.equal(await uncaught, slip);
    } finally {
      process.setUncaughtExceptionCaptureCallback(null);
    }
  });

  test(`${name}: when it traps it says so once to who asked to be told, and to every call after that`, async () => {
    const engine = await another(name, 'trapped');
    /** @type {unknown[]} */
    const told = [];
    engine.whenBroken((/** @type {unknown} */ error) => told.push(error));
    const [session, other] = [engine.Session.open(LINK), engine.Session.open(LINK)];
    assert.throws(
      () => trap(session),
      (/** @type {any} */ error) => error.name === 'BrokenError' && error.cause instanceof WebAssembly.RuntimeError,
    );
    assert.equal(told.length, 1);
    for (const call of [() => session.event(1), () => other.length, () => engine.Session.open(LINK), () => engine.Session.limits()]) {
      assert.throws(call, (error) => error === told[0]);
    }
    other.free();
    assert.equal(told.length, 1);
    assert.equal(Session.open(LINK).length, 10, 'another engine knows nothing of it');
  });
}
