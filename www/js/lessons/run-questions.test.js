// What is asked of a run as a whole: pinned on runs that can be followed by hand.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { ask } from './asking.js';

before(engine);

/** @param {string} link @param {string[]} questions */
const answers = (link, ...questions) => questions.map((question) => ask(question, link));

test('what comes out is told of the loyal alone', () => {
  const apart = 'v=1&p=om&n=4&m=0&t=1&s=split';
  assert.deepEqual(answers(apart, 'judged', 'loyalDo', 'decision(3)', 'broken', 'agreement', 'validity'), ['2.3.4', 'AR', 'A', 'agreement', false, null]);
  assert.equal(ask('broken', 'v=1&p=om&n=4&m=2&t=4&s=honest&x=1.4-2R_1.3.4-2R'), 'agreement.validity');
});

test('an army is told by its numbers, and a message by who, to whom and what', () => {
  assert.deepEqual(answers('v=1&p=om&n=5&m=2&o=R&t=2.4', 'n', 'm', 'traitors', 'order'), [5, 2, '2.4', 'R']);
  assert.deepEqual(answers('v=1&p=om&n=4&t=3&s=silent', 'told(1)', 'told(6)', 'traitors'), ['1-2A', '3-2S', '3']);
});

test('a silence is a lie and no false word, and a message is counted with its sender though he says nothing', () => {
  assert.deepEqual(answers('v=1&p=om&n=4&t=3&s=silent', 'falseWords', 'lies', 'sends(3)'), [0, 2, 2]);
  assert.deepEqual(answers('v=1&p=om&n=4&t=3', 'falseWords', 'lies', 'messages', 'lastRound'), [2, 2, 9, 6]);
});

test('beside oral messages the same lie is refused where letters are signed', () => {
  assert.equal(ask('besides(sm)', 'v=1&p=om&n=3&t=2'), 'false.true');
  assert.deepEqual([ask('refused', 'v=1&p=om&n=3&t=2'), ask('refused', 'v=1&p=sm&n=3&t=2')], [0, 1]);
});

test('an order between three and two generals are told by their own conditions', () => {
  assert.deepEqual(answers('v=1&p=trust&n=3&o=R&t=2&by=shop', 'consent', 'broken', 'arrows'), [false, 'agreement.consent', 2]);
  assert.deepEqual(answers('v=1&p=trust&n=3&t=3&s=split', 'honestAgree', 'consent', 'delivery', 'allPaid'), [false, null, null, 'AR']);
  assert.deepEqual(['', '&lost=1', '&lost=2'].map((lost) => ask('attackers', `v=1&p=two${lost}`)), ['1.2', '', '2']);
});
