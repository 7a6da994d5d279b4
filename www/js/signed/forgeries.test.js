// What a traitor can send with good seals, and what would be a forgery.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { missingSeal } from './forgeries.js';
import { speech } from '../words/i18n.js';
import { choose, messageAt } from '../state/lies.js';
import { remarkSigned } from '../words/message-words.js';
import { engine, opened } from '../testing.js';

before(engine);

/** @param {string} link @param {import('../state/types.js').Order} word */
function lacks(link, word) {
  const { session, scenario, perRound, cursor } = opened(link).state;
  assert.ok(session && scenario);
  const here = session.cursor;
  const answer = missingSeal(session, scenario, perRound, cursor, word);
  assert.equal(session.cursor, here, 'looking moves nothing');
  return answer;
}

test('a lieutenant can show what he holds, and only forge the other order', () => {
  assert.equal(lacks('v=1&p=sm&n=4&t=3&at=6', 'A'), null);
  assert.equal(lacks('v=1&p=sm&n=4&t=3&at=6', 'R'), 1);
});

test('a commander can seal both orders, and so can who has his key', () => {
  for (const word of /** @type {const} */ (['A', 'R'])) {
    assert.equal(lacks('v=1&p=sm&n=4&t=1&at=2', word), null);
    assert.equal(lacks('v=1&p=sm&n=4&t=3&k=1&at=6', word), null);
    assert.equal(lacks('v=1&p=om&n=4&t=3&at=6', word), null, 'by word of mouth nothing is sealed');
  }
});

test('each choice says what comes of it', () => {
  const { session } = opened('v=1&p=sm&n=4&t=3&at=6').state;
  const event = session && messageAt(session, 6);
  assert.ok(event);
  const say = speech('en');
  assert.equal(remarkSigned(say, 'T', event, null), 'honest: Attack');
  assert.equal(remarkSigned(say, 'A', event, null), 'every seal is genuine');
  assert.equal(remarkSigned(say, 'R', event, 1), 'General 1 never sealed it');
  assert.equal(remarkSigned(say, 'N', event, null), 'withheld');
});

test('a choice in one slot leaves two words in another as they are', () => {
  const { session, scenario, perRound } = opened('v=1&p=sm&n=4&t=1&s=honest&x=1-2A_1-2R&at=3').state;
  assert.ok(session && scenario);
  assert.deepEqual(scenario.lies.length, 2);
  const after = choose(session, scenario, perRound, 3, 'R', 'one');
  assert.deepEqual(
    after.map(({ to, said }) => `${to}${said}`),
    ['2A', '2R', '3R'],
  );
  assert.deepEqual(
    choose(session, scenario, perRound, 1, 'N', 'one').map(({ to, said }) => `${to}${said}`),
    ['2null'],
  );
});
