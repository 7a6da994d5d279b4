// Who waits, rides, has arrived or is caught, as the map shows it; and what of that one general can know.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivedOf, ridersOf, wayOf } from './riders.js';

/** @param {{m?: number, lost?: number, cursor?: number, riding?: number | null, pov?: number | null, still?: boolean}} [of] @returns {any} */
function run({ m = 2, lost = 0, cursor = 0, riding = null, pov = null, still = false } = {}) {
  const rounds = lost || m + 1;
  const motion = riding === null ? null : { what: 'message', round: cursor, progress: riding, rest: 0, held: false };
  return { scenario: { n: 2, m, lost, order: 'A' }, cursor, length: rounds + 1, perRound: Array(rounds).fill(1), motion, still, place: { pov } };
}
/** @param {Parameters<typeof run>[0]} of */
const fates = (of) => ridersOf(run(of)).map(({ fate }) => fate).join(' ');

test('messengers ride by turns, the first from general 1', () => {
  assert.deepEqual([1, 2, 3].map(wayOf), [{ from: 1, to: 2 }, { from: 2, to: 1 }, { from: 1, to: 2 }]);
});

test('each sets out when the one before has arrived', () => {
  assert.equal(fates({}), 'ahead ahead ahead');
  assert.equal(fates({ cursor: 2, riding: 0.4 }), 'arrived riding ahead');
  assert.equal(fates({ cursor: 4 }), 'arrived arrived arrived');
});

test('one is caught when he has ridden, and who would come after him never sets out', () => {
  assert.equal(fates({ lost: 2 }), 'ahead ahead never');
  assert.equal(fates({ lost: 2, cursor: 2, riding: 0.5 }), 'arrived riding never');
  assert.equal(fates({ lost: 2, cursor: 2, riding: 1 }), 'arrived caught never');
  assert.equal(fates({ lost: 2, cursor: 3 }), 'arrived caught never');
  assert.equal(fates({ lost: 2, cursor: 2, still: true }), 'arrived caught never');
  assert.equal(ridersOf(run({ lost: 2, cursor: 2, riding: 0.5 }))[1].isShort, true);
});

test('who is caught has not arrived', () => {
  assert.equal(arrivedOf(run({ cursor: 4 })), 3);
  assert.equal(arrivedOf(run({ lost: 2, cursor: 3 })), 1);
  assert.equal(arrivedOf(run({ lost: 1, cursor: 2 })), 0);
  assert.equal(arrivedOf(run({ cursor: 2, riding: 0.5 })), 1);
});

test('a general does not see what became of his last messenger, nor one that never came to him', () => {
  assert.equal(fates({ lost: 3, cursor: 4, pov: 1 }), 'arrived arrived gone');
  assert.equal(fates({ lost: 0, cursor: 4, pov: 1 }), 'arrived arrived gone');
  assert.equal(fates({ lost: 3, cursor: 4, pov: 2 }), 'arrived gone ahead');
  assert.equal(fates({ lost: 2, cursor: 3, pov: 2 }), 'arrived gone ahead');
  assert.equal(fates({ lost: 1, cursor: 2, pov: 2 }), 'ahead ahead ahead');
});

test('what two runs show a general who cannot tell them apart is the same, at every step of it', () => {
  const end = (/** @type {number} */ lost, /** @type {number} */ pov) => {
    const s = run({ lost, pov });
    return JSON.stringify(ridersOf({ ...s, cursor: s.length }));
  };
  assert.equal(end(0, 1), end(3, 1));
  assert.equal(end(3, 2), end(2, 2));
  assert.equal(end(2, 1), end(1, 1));
  assert.notEqual(end(0, 2), end(3, 2));
});
