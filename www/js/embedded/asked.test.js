// Messages from the page around: the few that are taken, and all that are not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedBy } from './asked.js';

test('what the page around may ask for', () => {
  assert.deepEqual(askedBy({ type: 'byz:open', version: 1, link: 'v=1&p=om&n=7' }), { type: 'open', link: 'v=1&p=om&n=7' });
  assert.deepEqual(askedBy({ type: 'byz:play', version: 1 }), { type: 'play' });
  assert.deepEqual(askedBy({ type: 'byz:pause', version: 1 }), { type: 'pause' });
  assert.deepEqual(askedBy({ type: 'byz:seek', version: 1, step: 4 }), { type: 'seek', step: 4 });
  assert.deepEqual(askedBy({ type: 'byz:theme', version: 1, theme: 'dark' }), { type: 'theme', theme: 'dark' });
  assert.deepEqual(askedBy('slide:start'), { type: 'play' });
  assert.deepEqual(askedBy('slide:stop'), { type: 'pause' });
});

test('a link is as long as links may be', () => {
  const open = (/** @type {number} */ length) => askedBy({ type: 'byz:open', version: 1, link: 'x'.repeat(length) });
  assert.equal(open(8001)?.type, 'open');
  assert.equal(open(8002), null);
});

/** @param {string} json */
const parsed = (json) => JSON.parse(json);
const getter = { version: 1, link: 'v=1', get type() { return assert.fail('code of others runs'); } };
const lateGetter = { type: 'byz:seek', version: 1, get step() { return assert.fail('code of others runs'); } };

for (const [name, data] of /** @type {[string, unknown][]} */ ([
  ['nothing', null],
  ['a number', 7],
  ['another text', 'byz:play'],
  ['a text like one of a deck', 'slide:start '],
  ['a very long text', 'slide:start'.repeat(100_000)],
  ['JSON in a text', '{"type":"byz:play","version":1}'],
  ['no version', { type: 'byz:play' }],
  ['another version', { type: 'byz:play', version: 2 }],
  ['a version as a text', { type: 'byz:play', version: '1' }],
  ['another type', { type: 'byz:stop', version: 1 }],
  ['a type of another name', { type: 'toString', version: 1 }],
  ['a type that is a list', { type: ['byz:play'], version: 1 }],
  ['what a frame says itself', { type: 'byz:step', version: 1, link: 'v=1', step: 1, length: 2, verdict: null }],
  ['without its field', { type: 'byz:seek', version: 1 }],
  ['with one too many', { type: 'byz:play', version: 1, step: 1 }],
  ['half a step', { type: 'byz:seek', version: 1, step: 1.5 }],
  ['no number', { type: 'byz:seek', version: 1, step: NaN }],
  ['endless', { type: 'byz:seek', version: 1, step: Infinity }],
  ['a step as a text', { type: 'byz:seek', version: 1, step: '3' }],
  ['an object as a step', { type: 'byz:seek', version: 1, step: { valueOf: () => 3 } }],
  ['an object as a link', { type: 'byz:open', version: 1, link: { toString: () => 'v=1' } }],
  ['an unknown theme', { type: 'byz:theme', version: 1, theme: 'sepia' }],
  ['a list', ['byz:play', 1]],
  ['a map', new Map([['type', 'byz:play']])],
  ['of a class', Object.assign(new (class Message {})(), { type: 'byz:play', version: 1 })],
  ['what is inherited alone', Object.create({ type: 'byz:play', version: 1 })],
  ['another prototype', parsed('{"type":"byz:play","version":1,"__proto__":{"version":1}}')],
  ['a prototype in its field', parsed('{"type":"byz:open","version":1,"__proto__":"v=1"}')],
  ['a constructor', parsed('{"type":"byz:play","version":1,"constructor":{"prototype":{}}}')],
  ['a type that is read by code', getter],
  ['a field that is read by code', lateGetter],
  ['a name that is no text', { type: 'byz:play', version: 1, [Symbol('more')]: 1 }],
]))
  test(`not taken: ${name}`, () => assert.equal(askedBy(data), null));

test('nothing of what came is kept but its values', () => {
  const data = { type: 'byz:open', version: 1, link: 'v=1' };
  const asked = askedBy(data);
  data.link = 'v=1&n=9';
  assert.deepEqual(asked, { type: 'open', link: 'v=1' });
});
