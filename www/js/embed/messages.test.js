// Which messages of a frame are understood, and that nothing else is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOLD, understood } from './messages.js';

const STATE = { link: 'v=1&p=om&n=4&t=3', step: 2, length: 10, verdict: null };
const KEY = { key: 'PageDown', code: 'PageDown', keyCode: 34, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

/** @param {string} type @param {object} [more] */
const message = (type, more = {}) => ({ type, version: 1, ...more });

test('where the run stands is understood in each of its messages', () => {
  for (const type of TOLD) assert.deepEqual(understood(message(type, STATE)), { type, said: STATE });
  const verdict = { agreement: { holds: true } };
  assert.deepEqual(understood(message('byz:verdict', { ...STATE, verdict }))?.said.verdict, verdict);
});

test('so are playing, the height and keys', () => {
  assert.deepEqual(understood(message('byz:playing', { playing: true }))?.said, { playing: true });
  assert.deepEqual(understood(message('byz:resize', { height: 472 }))?.said, { height: 472 });
  assert.deepEqual(understood(message('byz:key', KEY))?.said, KEY);
});

test('what is not asked for is not taken along', () => {
  const said = understood(message('byz:key', { ...KEY, bubbles: false, view: {}, detail: 7 }))?.said;
  assert.deepEqual(said, KEY);
});

/** @type {[string, unknown][]} */
const NOTHING = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'slide:start'],
  ['a number', 7],
  ['a list', ['byz:ready']],
  ['a message without a version', { type: 'byz:playing', playing: true }],
  ['another version', { type: 'byz:playing', version: 2, playing: true }],
  ['a version in words', { type: 'byz:playing', version: '1', playing: true }],
  ['a type that is not known', message('byz:open', STATE)],
  ['the name of a prototype', message('__proto__', STATE)],
  ['the name of a method', message('constructor', STATE)],
  ['a type that is no text', { type: { toString: () => 'byz:ready' }, version: 1, ...STATE }],
  ['a state without a link', message('byz:ready', { ...STATE, link: undefined })],
  ['a step in words', message('byz:step', { ...STATE, step: '2' })],
  ['a step that is no number', message('byz:step', { ...STATE, step: NaN })],
  ['a step before the beginning', message('byz:step', { ...STATE, step: -1 })],
  ['a verdict in words', message('byz:verdict', { ...STATE, verdict: 'agreed' })],
  ['playing in words', message('byz:playing', { playing: 'yes' })],
  ['a height below nothing', message('byz:resize', { height: -5 })],
  ['a height in CSS', message('byz:resize', { height: '100vh' })],
  ['a key without its number', message('byz:key', { ...KEY, keyCode: undefined })],
  ['a key that is a thing', message('byz:key', { ...KEY, key: {} })],
  ['a modifier in words', message('byz:key', { ...KEY, ctrlKey: 'true' })],
];
for (const [what, data] of NOTHING) test(`not understood: ${what}`, () => assert.equal(understood(data), null));
