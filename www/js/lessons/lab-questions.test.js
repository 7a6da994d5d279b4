// What is asked of the laboratory: who can break what, from where on nobody can, and what is written as a rule.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { ask } from './asking.js';

before(engine);

test('what the traitors of a link say plays no part in what they could break', () => {
  for (const lies of ['', '&s=honest', '&s=honest&x=1-2R']) assert.equal(ask('fewestHere', `v=1&p=om&n=7&t=1.7${lies}`), 3);
  assert.deepEqual(['breakableHere', 'breakers'].map((question) => ask(question, 'v=1&p=om&n=4&m=0&t=3')), [false, '1']);
  assert.deepEqual(['breakableHere', 'breakers', 'tried'].map((question) => ask(question, 'v=1&p=om&n=4&t=3&s=split')), [false, '', 4]);
});

test('what so many traitors can break they may break by either order', () => {
  assert.deepEqual(['fewestHere', 'fewest(1)', 'breakable(1)'].map((question) => ask(question, 'v=1&p=om&n=4&m=2&o=R&t=4')), [null, 2, true]);
});

test('where nothing is claimed nothing can be broken', () => {
  assert.deepEqual(['breakers', 'breakable(1)', 'fewest(2)'].map((question) => ask(question, 'v=1&p=om&n=2')), ['', false, null]);
  assert.equal(ask('breakableHere', 'v=1&p=om&n=4&t=1.2.3'), false);
});

test('where something breaks not all was tried', () => {
  assert.deepEqual(['breaks', 'tried'].map((question) => ask(question, 'v=1&p=om&n=3&t=2')), [true, null]);
});

test('the first safe army has one general more than three times its traitors, and none if the depth is too small', () => {
  assert.deepEqual([1, 2, 3].map((k) => ask(`firstSafe(${k})`, 'v=1&p=om&n=4')), [4, 7, 10]);
  assert.deepEqual(['firstSafeAt(1,1)', 'firstSafeAt(2,2)', 'firstSafeAt(1,2)', 'firstSafeAt(0,1)'].map((question) => ask(question, 'v=1&p=om&n=4')), [4, 7, null, null]);
});

test('a rule is that of the link, and without one there is nothing to ask', () => {
  const rule = (/** @type {string} */ written) => ask('ruleFails', `v=1&p=om&n=3&view=rule&rule=${written}`);
  assert.deepEqual(['RARA', 'RRRA', 'RRRA.RARA'].map(rule), ['agreement', 'validity', 'agreement.validity']);
  assert.equal(ask('ruleCases', 'v=1&p=om&n=4&view=rule&rule=RRRARAAA'), 0);
  assert.throws(() => ask('ruleCases', 'v=1&p=om&n=4&view=rule'), { name: 'QuestionError' });
});

test('the broken window of the ring is a run, needs a forged letter where there are seals, and its traitor plays the rest', () => {
  const oral = 'v=1&p=om&n=3&t=2&x=1.2-3R';
  assert.deepEqual(['windows', 'windowLink', 'windowForged', 'sameEyes', 'played', 'largestBloc'].map((question) => ask(question, oral)), [1, 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R', false, true, 4, 1]);
  assert.deepEqual(['windowForged', 'sameEyes'].map((question) => ask(question, 'v=1&p=sm&n=3')), [true, false]);
  assert.deepEqual(['windowTraitors', 'largestBloc'].map((question) => ask(question, 'v=1&p=om&n=4')), [2, 2]);
});

test('a bill is compared in whole times', () => {
  assert.deepEqual(['cost(7,2)', 'cost(10,3)', 'costTimes(7,2,10,3)', 'cost(64,62)'].map((question) => ask(question, 'v=1&p=om&n=4')), [156, 3609, 23, null]);
});

test('one common friend is worth more than a circle of friends', () => {
  const guild = (/** @type {string} */ keys) => ['consistent', 'guild'].map((question) => ask(question, `v=1&p=trust${keys}`));
  assert.deepEqual(guild('&t=2'), [true, '1.3']);
  assert.deepEqual(guild('&t=1&w=12.23.31'), [true, '']);
  assert.deepEqual(guild('&w=0'), [false, '1.2.3']);
  assert.equal(ask('twoWorking', 'v=1&p=two&m=9'), 0);
});
