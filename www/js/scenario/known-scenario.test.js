// What of a scenario is known in fog.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { knownScenario, knownStolen } from './known-scenario.js';

before(engine);

const known = (/** @type {string} */ link) => knownScenario(opened(link).state);

test('who sees everything knows the whole scenario', () => {
  const { state } = opened('v=1&p=om&n=5&o=R&t=3&s=split');
  assert.equal(knownScenario(state), state.scenario);
});

test('a lieutenant knows how many they are and how deep they relay, and nothing of traitors', () => {
  const { n, m, protocol, traitors, strategy, lies } = known('v=1&p=om&n=7&m=2&t=3&s=split&pov=2');
  assert.deepEqual({ n, m, protocol, traitors, strategy, lies }, { n: 7, m: 2, protocol: 'om', traitors: [], strategy: 'flip', lies: [] });
});

test('the commander alone knows his order', () => {
  assert.equal(known('v=1&p=om&n=4&o=R&pov=1').order, 'R');
  assert.equal(known('v=1&p=om&n=4&o=R&pov=2').order, 'A', 'what is shown where it is not known');
});

test('stolen keys are no general’s to know', () => {
  assert.deepEqual(knownStolen(opened('v=1&p=sm&n=4&t=3&k=1').state), [1]);
  assert.deepEqual(knownStolen(opened('v=1&p=sm&n=4&t=3&k=1&pov=2').state), []);
});
