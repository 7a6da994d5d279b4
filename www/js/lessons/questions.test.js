// The closed list of questions: what is not in it, or written wrongly, is refused by name.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { ask } from './asking.js';
import { QUESTIONS, QuestionError, readQuestion } from './questions.js';

before(engine);

const LINK = 'v=1&p=om&n=4&t=3';

test('a question that is not in the list is refused, and so are arguments that it does not take', () => {
  for (const wrong of ['', 'secret', 'toString', 'constructor', 'agreement(2)', 'decision', 'decision()', 'decision(x)', 'decision(2', 'decision(2,3)', 'breaksIf(3,S)', 'heldSame(1-7)', 'besides(SM)', 'link.n', 'agreement;'])
    assert.throws(() => readQuestion(wrong), QuestionError, wrong);
  for (const right of ['agreement', 'decision(2)', 'knows(2, 1)', 'breaksIf(3,R)', 'heldSame(1.7)', 'besides(sm)', 'costTimes(7,2,10,3)']) readQuestion(right);
});

test('what the run of a link has not is refused: a general, a step, letters, parties', () => {
  for (const question of ['decision(9)', 'decision(3)', 'hears(5)', 'told(0)', 'told(10)', 'proof(2)', 'refusedIf(1,A)', 'lateRefused', 'attackers', 'consent', 'delivery', 'allPaid', 'arrows', 'guild', 'twoWorking', 'ruleFails', 'cost(4,3)'])
    assert.throws(() => ask(question, LINK), { name: 'QuestionError', question }, question);
});

test('of a link that is refused nothing can be asked but whether it opens', () => {
  const refused = `${LINK}&x=1-2R`;
  assert.equal(ask('opens', refused), 'not-a-traitor');
  for (const [question, { takes }] of QUESTIONS)
    if (takes.length === 0 && question !== 'opens') assert.throws(() => ask(question, refused), QuestionError, question);
});
