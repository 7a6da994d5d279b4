// Objects and lists that are not what they seem: what they throw comes back to the caller, and the session lives on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lab, Session as Whole, VoteTree as WholeTree, small } from './engine.js';

const LINK = 'v=1&p=om&n=4&m=1&t=3&s=honest&x=1.3-2R';
/** More often than a stack that is not put back would bear. */
const TIMES = 1500;

/** @type {import('#generals').Lie} */
const LEGAL = { path: [1, 3], to: 2, said: 'R' };
/** @type {import('#generals').TimeWanted} */
const SIZES = { width: 800, height: 400, margin: 40, head: 20, names: [50, 50], decision: 60, token: [20, 20], digit: 8, eyes: null, open: null, until: null };

/** What takes an object, with a name that it knows. @typedef {[string, string, (value: any) => unknown][]} Objects */
/** What takes a list, and how long it may be. @typedef {[string, number, (value: any) => unknown][]} Lists */
/** A build of the engine, and what in it takes objects and lists. @typedef {{session: import('../../target/bindings/engine.js').Session, objects: Objects, lists: Lists}} Build */

/** What both builds have. @param {typeof small.Session} Session @param {typeof small.VoteTree} VoteTree @returns {Build} */
function buildOf(Session, VoteTree) {
  const session = Session.open(LINK);
  const tree = /** @type {import('../../target/bindings/engine.js').VoteTree} */ (session.voteTree(2));
  return {
    session,
    objects: [
      ['fork', 'n', (value) => session.fork(value)],
      ['edit', 'n', (value) => Session.edit(LINK, value)],
      ['fork with a lie', 'path', (value) => session.fork({ lies: [value] })],
      ['address', 'at', (value) => Session.address(LINK, value)],
      ['judge', 'everyMessage', (value) => Session.judge(LINK, value)],
      ['rows', 'round', (value) => session.rows(value)],
      ['spaceTime', 'width', (value) => session.spaceTime(value)],
      ['figure', 'width', (value) => VoteTree.figure(value)],
    ],
    lists: [
      ['fork: traitors', 64, (value) => session.fork({ traitors: value })],
      ['fork: stolen', 64, (value) => session.fork({ stolen: value })],
      ['fork: lies', 4_194_304, (value) => session.fork({ lies: value })],
      ['fork: a path', 64, (value) => session.fork({ lies: [{ ...LEGAL, path: value }] })],
      ['rows: sort', 64, (value) => session.rows({}, value)],
      ['held', 64, (value) => session.held(value)],
      ['stepOf', 64, (value) => session.stepOf(value, 2)],
      ['branch', 64, (value) => tree.branch(value)],
      ['children', 64, (value) => tree.children(value, 0, 1)],
      ['spaceTime: names', 64, (value) => session.spaceTime({ ...SIZES, names: value })],
      ['spaceTime: token', 64, (value) => session.spaceTime({ ...SIZES, token: value })],
      ['figure: pill', 64, (value) => VoteTree.figure(/** @type {any} */ ({ pill: value }))],
    ],
  };
}

const signed = Whole.open('v=1&p=sm&n=4&m=1&t=3');
const whole = buildOf(Whole, WholeTree);
whole.objects.push(
  ['checkLetter', 'order', (value) => signed.checkLetter(1, value)],
  ['checkLetter with a seal', 'signer', (value) => signed.checkLetter(1, { order: 'A', seals: [value] })],
  ['attack', 'k', (value) => Lab.attack(LINK, value)],
  ['file', 'figure', (value) => signed.file('tsv', value)],
);
whole.lists.push(
  ['checkLetter: seals', 64, (value) => signed.checkLetter(1, { order: 'A', seals: value })],
  ['ring: blocs', 64, (value) => Lab.ring('v=1&p=om&n=3&m=1', value)],
  ['ring: a bloc', 64, (value) => Lab.ring('v=1&p=om&n=3&m=1', [value, [2], [3]])],
  ['rules', 64, (value) => Lab.rules(value)],
  ['rules: a table', 64, (value) => Lab.rules([value, ['R', 'R', 'R', 'A']])],
);
/** @type {[string, Build][]} */
const BUILDS = [
  ['whole', whole],
  ['small', buildOf(small.Session, small.VoteTree)],
];

const boom = new Error('boom');
const explode = () => {
  throw boom;
};
const revoked = (/** @type {object} */ target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

/** What comes of it each time is the same, and no harm. @param {Build['session']} session @param {() => unknown} run @param {(error: unknown) => boolean} expected */
function always(session, run, expected) {
  for (let i = 0; i < TIMES; i += 1) {
    try {
      run();
    } catch (error) {
      if (expected(error)) continue;
      throw error;
    }
    assert.fail('nothing was thrown');
  }
  assert.equal(session.event(6).round, 2);
  session.seek(0);
  assert.equal(session.step(), true);
}

/** @param {unknown} error */
const isBoom = (error) => error === boom;
/** @param {unknown} error */
const isType = (error) => error instanceof TypeError;
/** @param {unknown} error */
const isRange = (error) => error instanceof RangeError;
/** @param {unknown} error */
const isRefused = (error) => isType(error) || isRange(error);

for (const [build, { session, objects, lists }] of BUILDS) {
  for (const [name, key, call] of objects) {
    test(`${build}, ${name}: what a getter or a proxy throws is thrown`, () => {
      always(session, () => call(Object.defineProperty({}, key, { get: explode, enumerable: true })), isBoom);
      always(session, () => call(new Proxy({ [key]: 1 }, { get: explode })), isBoom);
      if (!name.startsWith('checkLetter')) {
        always(session, () => call(new Proxy({ [key]: 1 }, { ownKeys: explode })), isBoom);
        always(session, () => call(new Proxy({ [key]: 1 }, { getOwnPropertyDescriptor: explode })), isBoom);
      }
      always(session, () => call(revoked({ [key]: 1 })), isType);
    });

    test(`${build}, ${name}: what a function has is never asked for, be it the argument itself or in it`, () => {
      let asked = 0;
      const withGetter = Object.defineProperty(() => 1, key, { get: () => (asked += 1), enumerable: true });
      for (const odd of [withGetter, new Proxy(withGetter, { get: () => (asked += 1) }), { [key]: withGetter }]) always(session, () => call(odd), isType);
      assert.equal(asked, 0);
    });

    test(`${build}, ${name}: symbols, functions and circles are refused`, () => {
      /** @type {Record<string, unknown>} */
      const circle = {};
      circle[key] = circle;
      for (const odd of [circle, { [key]: Symbol('n') }, { [key]: () => 1 }, () => 1, Symbol('n'), 5n]) {
        // An option that is not true is false.
        if (name === 'judge' && typeof odd === 'object') continue;
        always(session, () => call(odd), isType);
      }
    });
  }

  for (const [name, most, call] of lists) {
    test(`${build}, ${name}: what a list throws is thrown`, () => {
      always(session, () => call(Object.defineProperty([1, 2], 0, { get: explode, enumerable: true })), isBoom);
      always(session, () => call(new Proxy([1, 2], { get: explode })), isBoom);
      always(session, () => call(revoked([1])), isType);
      /** @type {unknown[]} */
      const circle = [];
      circle.push(circle);
      // A table of rules is measured before it is read.
      for (const odd of [circle, [Symbol('1')]]) always(session, () => call(odd), name.startsWith('rules') ? isRefused : isType);
    });

    test(`${build}, ${name}: a list that is too long is refused unread`, () => {
      let read = 0;
      const long = (/** @type {unknown} */ length) =>
        new Proxy([], {
          get(_, key) {
            if (key === 'length') return length;
            read += 1;
            return 1;
          },
        });
      for (const length of [most + 1, 2 ** 32, 1e300]) always(session, () => call(long(length)), isRange);
      for (const length of [-1, NaN, 1.5, Infinity, '3', null, {}]) always(session, () => call(long(length)), isType);
      always(session, () => call(new Array(2 ** 32 - 1)), isRange);
      assert.equal(read, 0);
    });
  }
}

for (const [build, Session] of /** @type {[string, typeof small.Session][]} */ ([['whole', Whole], ['small', small.Session]])) {
  test(`${build}: what a getter does to the session meanwhile does it no harm`, () => {
    const inner = Session.open(LINK);
    for (let i = 0; i < 20 * TIMES; i += 1) {
      const fork = inner.fork({
        get n() {
          inner.seek(i % 10);
          return 5;
        },
      });
      assert.equal(inner.cursor, i % 10);
      fork.free();
    }
    for (let i = 0; i < 20 * TIMES; i += 1) {
      const lost = Session.open(LINK);
      assert.throws(
        () =>
          lost.fork({
            get n() {
              lost.free();
              return 5;
            },
          }),
        { name: 'FreedError' },
      );
    }
    assert.equal(inner.length, 10);
  });

  test(`${build}: a list in a proxy, as some frameworks make them, is a list`, () => {
    const session = Session.open(LINK);
    const watched = new Proxy([1, 3], {});
    assert.equal(session.stepOf(watched, 2), session.stepOf([1, 3], 2));
    assert.equal(session.fork(new Proxy({ traitors: new Proxy([2], {}), lies: [] }, {})).link(), 'v=1&p=om&n=4&t=2&s=honest');
  });
}

/** A mixing function, so that the same is tried each time. @param {number} seed */
const dice = (seed) => () => {
  seed = (Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
  return (seed >>> 0) / 2 ** 32;
};

/** Something that somebody may pass by mistake or on purpose. @param {() => number} roll @param {number} depth @returns {unknown} */
function anything(roll, depth) {
  const KINDS = [
    () => Math.floor(roll() * 6),
    () => Math.floor(roll() * 6),
    () => -1,
    () => 2 ** 53,
    () => NaN,
    () => 'A',
    () => '1.3-2R',
    () => null,
    () => undefined,
    () => true,
    () => 7n,
    () => Symbol('x'),
    () => explode,
    () => new Uint8Array([1, 2]),
    () => revoked({}),
    () => Object.defineProperty({}, 'n', { get: explode, enumerable: true }),
    () => (depth > 0 ? Array.from({ length: Math.floor(roll() * 5) }, () => anything(roll, depth - 1)) : 3),
    () => {
      const names = ['n', 'm', 'lies', 'traitors', 'path', 'to', 'said', 'order', 'round', 'width', 'token', 'at', 'x'];
      return depth > 0 ? Object.fromEntries(names.filter(() => roll() < 0.2).map((name) => [name, anything(roll, depth - 1)])) : {};
    },
  ];
  return KINDS[Math.floor(roll() * KINDS.length)]?.();
}

/** Every function of a class and of one of its objects. @param {any} Of @param {any} object @returns {[string, (...args: unknown[]) => unknown][]} */
const functionsOf = (Of, object) =>
  [Of, Object.getPrototypeOf(object)].flatMap((owner) =>
    Object.entries(Object.getOwnPropertyDescriptors(owner))
      .filter(([name, { value }]) => typeof value === 'function' && !name.startsWith('__') && !['constructor', 'free', 'prototype'].includes(name))
      .map(([name, { value }]) => [name, (/** @type {unknown[]} */ ...args) => value.apply(owner === Of ? Of : object, args)]),
  );

for (const [build, engine] of /** @type {[string, any][]} */ ([['whole', { Session: Whole, VoteTree: WholeTree, Lab }], ['small', small]])) {
  test(`${build}: whatever is passed, what is thrown is an error that is documented, and the engine lives on`, () => {
    const session = engine.Session.open(LINK);
    const [rows, tree] = [session.rows(), session.voteTree(2)];
    const calls = [...functionsOf(engine.Session, session), ...functionsOf(rows.constructor, rows), ...functionsOf(engine.VoteTree, tree)];
    if (engine.Lab) calls.push(...functionsOf(engine.Lab, Object.create({})));
    const roll = dice(7);
    /** @type {Record<string, number>} */
    const thrown = {};
    for (let i = 0; i < 60_000; i += 1) {
      const [name, call] = calls[Math.floor(roll() * calls.length)] ?? assert.fail();
      const args = [roll() < 0.5 ? LINK : anything(roll, 4), anything(roll, 4), anything(roll, 2)];
      try {
        /** @type {any} */ (call(...(roll() < 0.5 ? args : args.slice(1))))?.free?.();
      } catch (error) {
        const kind = isBoom(error) ? 'boom' : /** @type {Error} */ (error).name;
        assert.ok(['boom', 'TypeError', 'RangeError', 'LinkError', 'LabError', 'FileError'].includes(kind), `${name}: ${error}`);
        thrown[kind] = (thrown[kind] ?? 0) + 1;
      }
    }
    assert.ok(['boom', 'TypeError', 'RangeError', 'LinkError'].every((kind) => (thrown[kind] ?? 0) > 50), JSON.stringify(thrown));
    session.seek(0);
    assert.deepEqual([session.length, session.step(), engine.Session.open(LINK).length], [10, true, 10]);
  });
}
