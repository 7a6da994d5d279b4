// What comes with the first run of a kind: of each protocol what its spec says, and its name.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { grouped } from '../scenario/protocol-field.js';
import { limits, specOf } from '../state/engine.js';
import { kindsOf } from '../state/spec.js';
import { engine } from '../testing.js';
import { speech } from './i18n.js';
import { KINDS_OF } from './kinds.js';

before(engine);

test('what begins to come with a link is what its run needs', () => {
  for (const name of limits().protocols.filter((one) => one !== 'own')) assert.deepEqual(KINDS_OF[name] ?? [], kindsOf({ spec: specOf(name) }), name);
});

test('what a program may need comes with any link of one: what it says is in the link', () => {
  assert.deepEqual(kindsOf({ spec: specOf('own') }).filter((kind) => !KINDS_OF.own?.includes(kind)), []);
});

test('an order and its wrong vote need nothing beyond the first screen', () => {
  assert.deepEqual(['om', 'flat', 'sm', 'ic', 'trust'].map((name) => kindsOf({ spec: specOf(name) }).join(' ')), ['', '', 'signed', 'opinions ic', 'trust']);
  assert.deepEqual(kindsOf({ spec: null }), []);
});

test('every protocol is offered once, by name, under what it is for', () => {
  const groups = grouped(limits().protocols);
  assert.deepEqual(groups.flatMap(({ names }) => names).sort(), [...limits().protocols].sort());
  for (const lang of /** @type {const} */ (['en', 'zh'])) for (const { key, names } of groups) for (const word of [key, ...names.map((name) => `protocol.${name}`)]) assert.ok(speech(lang).t(word), word);
});

test('protocols under a heading are for one thing', () => {
  const [order, opinions] = grouped(limits().protocols);
  assert.ok(order.names.every((name) => specOf(name).inputs === 'commander' && specOf(name).model === 'synchronous'));
  assert.ok(opinions.names.every((name) => specOf(name).inputs === 'everyone'));
});
