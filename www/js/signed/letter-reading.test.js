// What the reader of a letter finds, whose keys are spoken of, and how its bytes are reached and typed over.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { withByte, withOtherOrder } from './letter-findings.js';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { byteReached, typedOver } from './letter-bytes.js';
import { ribbonOf } from './letter-picture.js';
import { isGenuine, keepers, ownedKeys, readLetter, refusalOf } from './letter-reading.js';

before(engine);

const say = speech('en');

/** A letter under the glass. @param {string} link @param {number} step */
function opening(link, step) {
  const store = opened(link);
  store.apply({ type: 'letter', step });
  return store;
}

test('a letter is genuine until a byte of it is another, and again when it is put back', () => {
  const store = opening('v=1&p=sm&n=4&t=3&at=8', 8);
  const sent = store.state.letter?.sent ?? [];
  const first = readLetter(store.state, say, null);
  assert.ok(isGenuine(first));
  assert.equal(refusalOf(first, say), '');
  store.apply({ type: 'letter-bytes', bytes: withOtherOrder(sent) });
  const altered = readLetter(store.state, say, first);
  assert.equal(isGenuine(altered), false);
  assert.deepEqual(altered?.findings?.map(({ state }) => state), ['forged', 'unread']);
  assert.equal(refusalOf(altered, say), '', 'the seals say it already');
  store.apply({ type: 'letter-bytes', bytes: sent });
  assert.ok(isGenuine(readLetter(store.state, say, altered)));
});

test('bytes that are no letter are refused, whatever the seals', () => {
  const store = opening('v=1&p=sm&n=4&t=3&at=8', 8);
  store.apply({ type: 'letter-bytes', bytes: withByte(store.state.letter?.sent ?? [], 0, 0) });
  const reading = readLetter(store.state, say, null);
  assert.deepEqual([reading?.letter, reading?.findings, isGenuine(reading)], [null, null, false]);
  assert.equal(refusalOf(reading, say), say.t('letter.unreadable'));
});

test('the engine is asked once for each change', () => {
  const store = opening('v=1&p=sm&n=4&t=3&at=8', 8);
  const reading = readLetter(store.state, say, null);
  store.apply({ type: 'point', generals: [2] });
  assert.equal(readLetter(store.state, say, reading), reading);
  store.apply({ type: 'letter-close' });
  assert.equal(readLetter(store.state, say, reading), null);
});

test('keys that would help are of loyal signers, and of those already robbed; in fog of nobody', () => {
  const store = opening('v=1&p=sm&n=4&t=3&k=2&at=8', 8);
  const reading = readLetter(store.state, say, null);
  assert.deepEqual(reading?.letter?.seals.map(({ signer }) => signer), [1, 4]);
  assert.deepEqual([keepers(store.state, reading), ownedKeys(store.state)], [[1, 2, 4], [2, 3]]);
  const foggy = opened('v=1&p=sm&n=4&t=3&k=2&at=8&pov=2').state;
  assert.deepEqual([keepers(foggy, reading), ownedKeys(foggy)], [[], []]);
});

test('sixteen bytes stand in a row, and arrows go from one to the next', () => {
  const reached = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'x'].map((key) => byteReached(key, 20, 131));
  assert.deepEqual(reached, [21, 19, 36, 4, 0, 130, undefined]);
});

test('two digits type a byte over', () => {
  assert.equal(typedOver(0x41, '5'), 0x15);
  assert.equal(typedOver(typedOver(0x41, '5'), '2'), 0x52);
  assert.equal(typedOver(0xff, 'F'), 0xff);
});

test('seals hang on the ribbon without leaving the picture, however many they are', () => {
  for (const count of [1, 2, 4, 20]) {
    const bytes = [0x41, ...Array.from({ length: count }, (_, i) => [i + 1, ...Array(64).fill(0)]).flat()];
    const { signers, scale, at } = ribbonOf(bytes);
    assert.equal(signers.length, count);
    assert.ok(at(0) - 10 * scale >= 0 && at(count - 1) + 10 * scale <= 560, `${count} seals`);
    for (let i = 1; i < count; i++) assert.ok(at(i) > at(i - 1));
  }
});
