// How turns of a wheel become steps, and what stands over the rounds of the scrubber.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { nameOf } from './scrubber-picture.js';
import { wheelNotches } from './scrubber-pointer.js';

before(engine);

/** @param {number} deltaY @param {number} [deltaX] @param {number} [deltaMode] */
const turn = (deltaY, deltaX = 0, deltaMode = 0) => ({ deltaX, deltaY, deltaMode });

test('fifty pixels are a notch, and what is left is kept', () => {
  const notches = wheelNotches();
  assert.equal(notches(turn(30)), 0);
  assert.equal(notches(turn(30)), 1);
  assert.equal(notches(turn(40)), 1, '10 were left');
  assert.equal(notches(turn(-130)), -2);
});

test('the larger direction counts, and lines are longer than pixels', () => {
  assert.equal(wheelNotches()(turn(10, -100)), -2);
  assert.equal(wheelNotches()(turn(3, 0, 1)), 1);
});

test('a round has as much of its name as there is room for', () => {
  const { state } = opened('v=1&p=om&n=4&t=3');
  const name = (/** @type {number} */ round, /** @type {number} */ width) =>
    nameOf({ round, first: 1, count: 3, x0: 0, x1: width }, state, speech('en'));
  assert.equal(name(1, 200), speech('en').t('scrubber.orders.long', { round: 1 }));
  assert.equal(name(2, 60), speech('en').t('scrubber.relays.short', { round: 2 }));
  assert.equal(name(2, 5), '');
  assert.equal(name(0, 60), speech('en').t('scrubber.decide'));
  assert.equal(name(0, 30), '');
});
