// What is asked of one general: what he heard and holds, and what he can and cannot know.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { ask } from './asking.js';

before(engine);

test('three words are a bag in which the place of each is lost, and two without his own a tie', () => {
  const link = 'v=1&p=om&n=4&t=3';
  assert.deepEqual([ask('hears(2)', link), ask('bag(2)', link), ask('withoutOwn(2)', link), ask('decision(2)', link)], ['1A 1.3R 1.4A', 'AAR', 'R', 'A']);
});

test('general 3 cannot know who lied, until seals prove it', () => {
  const oral = 'v=1&p=om&n=3&t=1&s=split';
  assert.deepEqual(['knows(3,1)', 'world(3,1)', 'suspects(3,1)', 'differences(3,1)'].map((question) => ask(question, oral)), ['unknown', 'found', '2', 0]);
  const signed = 'v=1&p=sm&n=3&t=1&s=split';
  assert.deepEqual(['knows(3,1)', 'world(3,1)', 'suspects(3,1)', 'differences(3,1)'].map((question) => ask(question, signed)), ['1', 'none-exists', null, null]);
  assert.equal(ask('proof(3)', signed), 'AR');
});

test('who knows that the commander is loyal may not know which of two others is not', () => {
  const link = 'v=1&p=om&n=4&m=2&t=4&s=honest&x=1.3.4-2R';
  assert.deepEqual([ask('world(2,1)', link), ask('knows(2,1)', link)], ['none-exists', null]);
});

test('whatever general 3 does is wrong in one of his two worlds', () => {
  const worlds = ['v=1&p=om&n=3&t=2&s=honest&x=1.2-3R', 'v=1&p=om&n=3&t=1&s=honest&x=1-2R'];
  assert.deepEqual(worlds.map((link) => ask('breaksIf(3,A)', link)), ['', 'agreement']);
  assert.deepEqual(worlds.map((link) => ask('breaksIf(3,R)', link)), ['validity', '']);
});

test('the loyal hold one word of a traitor after one more round, and two before', () => {
  assert.equal(ask('heldSame(1.7)', 'v=1&p=om&n=7&m=2&t=1.7&s=split'), true);
  assert.equal(ask('heldSame(1.7)', 'v=1&p=om&n=7&t=1.7&s=honest&x=1-2R_1-3R_1.7-2R'), false);
});

test('a letter is refused with another order, and with one seal less than its round', () => {
  assert.deepEqual(['refusedIf(3,A)', 'refusedIf(3,R)'].map((question) => ask(question, 'v=1&p=sm&n=3')), [null, 'bad-signature']);
  assert.equal(ask('lateRefused', 'v=1&p=sm&n=4&m=2'.concat('&t=1.4&s=silent&x=1-4A_1.4-3A')), 'wrong-round');
});
