// One choice for one message, for a round, for a recipient: what it makes of the list of lies.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { choiceOf, choose, messageAt, reached, slotKey, stepOf, without } from './lies.js';
import { engine, opened } from '../testing.js';

before(engine);

/** @param {string} link */
const run = (link) => {
  const { session, scenario, perRound } = opened(link).state;
  assert.ok(session && scenario);
  return { session, scenario, perRound };
};
/** @param {import('./types.js').Lie[]} lies */
const told = (lies) => lies.map((lie) => `${slotKey(lie)}${lie.said ?? 'S'}`);

test('where traitors are honest the truth needs no entry, elsewhere it is the word that would be honest', () => {
  const honest = run('v=1&p=om&n=4&t=3&s=honest&x=1.3-2R');
  assert.deepEqual(choose(honest.session, honest.scenario, honest.perRound, 6, 'T', 'one'), []);
  const flip = run('v=1&p=om&n=4&t=3');
  assert.deepEqual(told(choose(flip.session, flip.scenario, flip.perRound, 6, 'T', 'one')), ['1.3-2A']);
});

test('a choice replaces the one before and leaves the others', () => {
  const { session, scenario, perRound } = run('v=1&p=om&n=4&t=3&x=1.3-2R_1.3-4A');
  assert.deepEqual(told(choose(session, scenario, perRound, 6, 'N', 'one')), ['1.3-2S', '1.3-4A']);
  assert.deepEqual(told(without(scenario.lies, scenario.lies[0])), ['1.3-4A']);
});

test('all his of the round, all to one general in every round', () => {
  const { session, scenario, perRound } = run('v=1&p=om&n=5&m=2&t=3');
  const step = stepOf(session, { path: [1, 3], to: 2 });
  assert.ok(step !== null);
  assert.deepEqual(told(choose(session, scenario, perRound, step, 'A', 'round')), ['1.3-2A', '1.3-4A', '1.3-5A']);
  assert.deepEqual(told(choose(session, scenario, perRound, step, 'A', 'recipient')), ['1.3-2A', '1.4.3-2A', '1.5.3-2A']);
  assert.deepEqual(reached(session, perRound, step, 'one'), [step]);
});

test('what a message amounts to now', () => {
  const { session, scenario } = run('v=1&p=om&n=4&t=3&s=honest&x=1.3-2A_1.3-4S');
  const choice = (/** @type {number} */ step) => {
    const event = messageAt(session, step);
    assert.ok(event);
    return choiceOf(event, scenario);
  };
  assert.equal(choice(6), 'A', 'a fixed word, though it is true this time');
  assert.equal(choice(7), 'N');
  assert.equal(choice(4), 'T');
  assert.equal(messageAt(session, session.length), null, 'the decision is no message');
});

test('every step is found again by its slot', () => {
  const { session } = run('v=1&p=om&n=5&m=2&t=3');
  for (let step = 1; step < session.length; step++) {
    const event = messageAt(session, step);
    assert.ok(event);
    assert.equal(stepOf(session, event), step);
  }
});
