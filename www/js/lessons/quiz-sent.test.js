// What traitors send is told where a link says it, and the end of the run is not.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { sentIn } from './quiz-sent.js';

before(engine);

test('who is sent nobody stands beside who is sent something, a line a traitor and round', () => {
  assert.deepEqual(sentIn('v=1&p=om&n=7&t=1.7&s=honest&x=1-2S_1-3S_1.7-2S'), [
    { round: 1, from: 1, sealed: false, words: [{ said: 'A', to: [4, 5, 6, 7] }, { said: null, to: [2, 3] }] },
    { round: 2, from: 7, sealed: false, words: [{ said: 'A', to: [3, 4, 5, 6] }, { said: null, to: [2] }] },
  ]);
  assert.deepEqual(sentIn('v=1&p=sm&n=4&t=1.4&s=silent&x=1-4A_1.4-3A'), [
    { round: 1, from: 1, sealed: true, words: [{ said: 'A', to: [4] }, { said: null, to: [2, 3] }] },
    { round: 2, from: 4, sealed: true, words: [{ said: 'A', to: [3] }, { said: null, to: [2] }] },
  ]);
});

test('a run without lies of its own needs no list', () => assert.deepEqual(sentIn('v=1&p=om&n=4&t=1&s=silent'), []));
