// Objects and lists that are not what they seem: what they throw comes back to the caller, and the session lives on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lab, Session, VoteTree } from './engine.js';

const LINK = 'v=1&p=om&n=4&m=1&t=3&s=honest&x=1.3-2R';
/** More often than a stack that is not put back would bear. */
const TIMES = 1500;

const session = Session.open(LINK);
const signed = Session.open('v=1&p=sm&n=4&m=1&t=3');
const tree = /** @type {import('#generals').VoteTree} */ (session.voteTree(2));
/** @type {import('#generals').Lie} */
const LEGAL = { path: [1, 3], to: 2, said: 'R' };
/** @type {import('#generals').TimeWanted} */
const SIZES = { width: 800, height: 400, margin: 40, head: 20, names: [50, 50], decision: 60, token: [20, 20], digit: 8, eyes: null, open: null, until: null };

/** Whatever takes an object, with a name that it knows. @type {[string, string, (value: any) => unknown][]} */
const OBJECTS = [
  ['fork', 'n', (value) => session.fork(value)],
  ['edit', 'n', (value) => Session.edit(LINK, value)],
  ['fork with a lie', 'path', (value) => session.fork({ lies: [value] })],
  ['address', 'at', (value) => Session.address(LINK, value)],
  ['judge', 'everyMessage', (value) => Session.judge(LINK, value)],
  ['rows', 'round', (value) => session.rows(value)],
  ['checkLetter', 'order', (value) => signed.checkLetter(1, value)],
  ['checkLetter with a seal', 'signer', (value) => signed.checkLetter(1, { order: 'A', seals: [value] })],
  ['spaceTime', 'width', (value) => session.spaceTime(value)],
  ['figure', 'width', (value) => VoteTree.figure(value)],
  ['attack', 'k', (value) => Lab.attack(LINK, value)],
];

/** Whatever takes a list, and how long it may be. @type {[string, number, (value: any) => unknown][]} */
const LISTS = [
  ['fork: traitors', 64, (value) => session.fork({ traitors: value })],
  ['fork: stolen', 64, (value) => session.fork({ stolen: value })],
  ['fork: lies', 4_194_304, (value) => session.fork({ lies: value })],
  ['fork: a path', 64, (value) => session.fork({ lies: [{ ...LEGAL, path: value }] })],
  ['rows: sort', 64, (value) => session.rows({}, value)],
  ['held', 64, (value) => session.held(value)],
  ['stepOf', 64, (value) => session.stepOf(value, 2)],
  ['branch', 64, (value) => tree.branch(value)],
  ['children', 64, (value) => tree.children(value, 0, 1)],
  ['checkLetter: seals', 64, (value) => signed.checkLetter(1, { order: 'A', seals: value })],
  ['spaceTime: names', 64, (value) => session.spaceTime({ ...SIZES, names: value })],
  ['spaceTime: token', 64, (value) => session.spaceTime({ ...SIZES, token: value })],
  ['figure: pill', 64, (value) => VoteTree.figure(/** @type {any} */ ({ pill: value }))],
  ['ring: blocs', 64, (value) => Lab.ring('v=1&p=om&n=3&m=1', value)],
  ['ring: a bloc', 64, (value) => Lab.ring('v=1&p=om&n=3&m=1', [value, [2], [3]])],
  ['rules', 64, (value) => Lab.rules(value)],
  ['rules: a table', 64, (value) => Lab.rules([value, ['R', 'R', 'R', 'A']])],
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

/** What comes of it each time is the same, and no harm. @param {() => unknown} run @param {(error: unknown) => boolean} expected */
function always(run, expected) {
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

for (const [name, key, call] of OBJECTS) {
  test(`${name}: what a getter or a proxy throws is thrown`, () => {
    always(() => call(Object.defineProperty({}, key, { get: explode, enumerable: true })), isBoom);
    always(() => call(new Proxy({ [key]: 1 }, { get: explode })), isBoom);
    if (!name.startsWith('checkLetter')) {
      always(() => call(new Proxy({ [key]: 1 }, { ownKeys: explode })), isBoom);
      always(() => call(new Proxy({ [key]: 1 }, { getOwnPropertyDescriptor: explode })), isBoom);
    }
    always(() => call(revoked({ [key]: 1 })), isType);
  });

  test(`${name}: symbols, functions and circles are refused`, () => {
    /** @type {Record<string, unknown>} */
    const circle = {};
    circle[key] = circle;
    for (const odd of [circle, { [key]: Symbol('n') }, { [key]: () => 1 }, Symbol('n'), 5n]) {
      // An option that is not true is false.
      if (name === 'judge' && typeof odd === 'object') continue;
      always(() => call(odd), isType);
    }
  });
}

for (const [name, most, call] of LISTS) {
  test(`${name}: what a list throws is thrown`, () => {
    always(() => call(Object.defineProperty([1, 2], 0, { get: explode, enumerable: true })), isBoom);
    always(() => call(new Proxy([1, 2], { get: explode })), isBoom);
    always(() => call(revoked([1])), isType);
    /** @type {unknown[]} */
    const circle = [];
    circle.push(circle);
    // A table of rules is measured before it is read.
    for (const odd of [circle, [Symbol('1')]]) always(() => call(odd), name.startsWith('rules') ? isRefused : isType);
  });

  test(`${name}: a list that is too long is refused unread`, () => {
    let read = 0;
    const long = (/** @type {unknown} */ length) =>
      new Proxy([], {
        get(_, key) {
          if (key === 'length') return length;
          read += 1;
          return 1;
        },
      });
    for (const length of [most + 1, 2 ** 32, 1e300]) always(() => call(long(length)), isRange);
    for (const length of [-1, NaN, 1.5, Infinity, '3', null, {}]) always(() => call(long(length)), isType);
    always(() => call(new Array(2 ** 32 - 1)), isRange);
    assert.equal(read, 0);
  });
}

test('what a getter does to the session meanwhile does it no harm', () => {
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
    assert.throws(() =>
      lost.fork({
        get n() {
          lost.free();
          return 5;
        },
      }),
    );
  }
  assert.equal(inner.length, 10);
});

test('a list in a proxy, as some frameworks make them, is a list', () => {
  const watched = new Proxy([1, 3], {});
  assert.equal(session.stepOf(watched, 2), session.stepOf([1, 3], 2));
  assert.equal(session.fork(new Proxy({ traitors: new Proxy([2], {}), lies: [] }, {})).link(), 'v=1&p=om&n=4&t=2&s=honest');
});
