// Which messages there are to lie about.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { messageAt } from '../state/lies.js';
import { engine, opened } from '../testing.js';
import { traitorMessages } from './traitor-messages.js';

before(engine);

test('every message of a traitor is there, in order, and no other', () => {
  for (const link of ['v=1&p=om&n=4&t=3', 'v=1&p=om&n=7&m=2&t=1.5', 'v=1&p=sm&n=4&t=1.4&s=silent', 'v=1&p=ic&n=4&t=2', 'v=1&p=flat&n=5&m=2&t=2']) {
    const { state } = opened(link);
    const all = Array.from({ length: state.length - 1 }, (_, i) => i + 1);
    const theirs = all.filter((step) => state.session && state.scenario?.traitors.includes(messageAt(state.session, step)?.from ?? 0));
    assert.deepEqual(traitorMessages(state, 1000), { steps: theirs, more: 0 }, link);
    assert.deepEqual(traitorMessages(state, 2), { steps: theirs.slice(0, 2), more: theirs.length - 2 }, link);
  }
});

test('of a very long run only the first are looked for', () => {
  const { steps, more } = traitorMessages(opened('v=1&p=om&n=13&m=4&t=2').state, 60);
  assert.deepEqual([steps.length, more], [60, null]);
});

test('where nobody is a traitor there are none', () => assert.deepEqual(traitorMessages(opened('v=1&p=om&n=4').state, 9), { steps: [], more: 0 }));
