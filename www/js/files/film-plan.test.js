// The film of a run as moments.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filmPlan, lengthOf } from './film-plan.js';

/** Four generals, one traitor: three messages and six, then the decision. @param {object} [more] @returns {any} */
const run = (more = {}) => ({
  session: {}, scenario: { n: 4, m: 1, traitors: [3] }, perRound: [3, 6], length: 10, cursor: 7, motion: null, playing: false, mode: 'round', speed: 2, still: true, place: { pov: null }, spec: null, ...more,
});

test('it begins before anything has happened and ends when all have decided', () => {
  const plan = filmPlan(run(), 80);
  assert.deepEqual(plan[0].at, { cursor: 0, motion: null, playing: true });
  const last = plan[plan.length - 1].at;
  assert.equal(last.cursor, 10);
  assert.equal(last.motion?.what, 'ending');
  assert.equal(last.motion?.progress, 1);
});

test('where the page stands, how fast it plays and whether it moves make no difference', () => {
  assert.deepEqual(filmPlan(run(), 80), filmPlan(run({ cursor: 0, speed: 1, still: false, playing: true }), 80));
});

test('both rounds ride, and while they rest one picture stands', () => {
  const plan = filmPlan(run(), 80);
  const rounds = new Set(plan.map(({ at }) => at.motion?.what === 'round' && at.motion.round));
  assert.ok(rounds.has(1) && rounds.has(2));
  for (const [i, { at }] of plan.entries()) if (i > 0) assert.notDeepEqual([at.cursor, at.motion?.progress, at.motion?.what], [plan[i - 1].at.cursor, plan[i - 1].at.motion?.progress, plan[i - 1].at.motion?.what], `${i}`);
  assert.ok(plan.filter(({ ms }) => ms > 400).length >= 3, 'the beginning, the rests, the end');
});

test('it is as long however fine its pictures are', () => {
  for (const every of [20, 40, 80]) assert.ok(Math.abs(lengthOf(filmPlan(run(), every)) - 8200) < 300, `${every}: ${lengthOf(filmPlan(run(), every))}`);
});

test('one message at a time is a longer film, of many messages too long a one', () => {
  const single = (/** @type {number} */ more) => lengthOf(filmPlan(run({ mode: 'message', perRound: [3, more], length: more + 4 }), 80));
  assert.ok(single(6) > 18_000);
  assert.ok(single(6000) < 10_000);
});
