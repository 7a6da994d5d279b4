// At most one plays, and what waits for its turn gets it.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { giveTurn, hidden, players, started } from './turns.js';

/** @typedef {import('./turns.js').Player & {isShown: boolean, heard: string[]}} Actor */

/** @returns {Actor} */
function actor() {
  /** @type {Actor} */
  const one = { playing: false, wants: false, isShown: true, heard: [], isSeen: () => one.isShown, ask: (what) => one.heard.push(what) };
  players.add(one);
  return one;
}

beforeEach(() => players.clear());

test('of many that want to play the first does, and the next when that one is over', () => {
  const [a, b, c] = [actor(), actor(), actor()];
  for (const one of [b, c]) one.wants = true;
  giveTurn();
  giveTurn();
  assert.deepEqual([a.heard, b.heard, c.heard], [[], ['play'], []]);
  started(b);
  b.playing = false;
  giveTurn();
  assert.deepEqual([b.heard, c.heard], [['play'], ['play']]);
});

test('what the reader plays stops the one that plays, and what waited waits no longer', () => {
  const [a, b, c] = [actor(), actor(), actor()];
  a.wants = c.wants = true;
  giveTurn();
  started(a);
  started(b);
  assert.deepEqual([a.heard, b.playing, a.playing], [['play', 'pause'], true, false]);
  b.playing = false;
  giveTurn();
  assert.deepEqual(c.heard, []);
});

test('out of sight it pauses, the one in sight has the turn, and it goes on when it is seen again', () => {
  const [a, b] = [actor(), actor()];
  a.wants = true;
  giveTurn();
  started(a);
  b.wants = true;
  a.isShown = false;
  hidden(a);
  assert.deepEqual([a.heard, b.heard], [['play', 'pause'], ['play']]);
  started(b);
  a.isShown = true;
  giveTurn();
  assert.deepEqual(a.heard, ['play', 'pause']);
  b.isShown = false;
  hidden(b);
  assert.deepEqual([a.heard, b.heard], [['play', 'pause', 'play'], ['play', 'pause']]);
});

test('what nobody sees is not played', () => {
  const a = actor();
  a.wants = true;
  a.isShown = false;
  giveTurn();
  assert.deepEqual(a.heard, []);
});
