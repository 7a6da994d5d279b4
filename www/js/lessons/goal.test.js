// Judging a goal: it is reached by its answer alone, and not where something that had to stay was changed.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { judgeGoal } from './goal.js';

before(engine);

const START = 'v=1&p=om&n=3&t=1&s=honest';
const GOAL = { ask: 'hears(3)', is: '1A 1.2R', keep: ['n', 'm', 'order', 'traitors'], also: { lies: 1 } };

test('a goal is reached by one lie, and it is told with how many', () => {
  assert.deepEqual(judgeGoal(GOAL, START, START), { isReached: false, isWanted: false, lies: 0, broken: ['lies'] });
  assert.deepEqual(judgeGoal(GOAL, START, `${START}&x=1-2R`), { isReached: true, isWanted: true, lies: 1, broken: [] });
});

test('what had to stay and did not is named, and the goal is not reached', () => {
  const other = judgeGoal(GOAL, START, 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R');
  assert.deepEqual(other, { isReached: false, isWanted: true, lies: 1, broken: ['traitors'] });
  assert.deepEqual(judgeGoal(GOAL, START, 'v=1&p=om&n=4&m=2&t=1&s=honest').broken, ['n', 'm', 'lies']);
});

test('a goal may be that something is no longer so', () => {
  const goal = { ask: 'agreement', isNot: true };
  const link = 'v=1&p=om&n=4&m=0';
  assert.equal(judgeGoal(goal, link, link).isReached, false);
  assert.equal(judgeGoal(goal, link, `${link}&t=1&s=split`).isReached, true);
});

test('an edit that leads to a run where the goal means nothing does not reach it, and breaks off nothing', () => {
  const links = ['v=1&p=om&n=2', 'v=1&p=two', 'v=1&p=trust&t=3', 'v=1&p=ic&n=4', 'v=1&p=sm&n=3&t=1.2.3', 'v=1&p=om&n=16&m=5&t=3', 'v=1&p=om&n=40&m=9'];
  for (const link of links) {
    const { isReached, broken } = judgeGoal({ ask: 'hears(3)', is: '', keep: ['breakable(1)'], also: { 'proof(2)': 'A' } }, START, link);
    assert.deepEqual([isReached, broken.includes('proof(2)')], [false, true], link);
  }
  assert.equal(judgeGoal({ ask: 'decision(3)', isNot: 'A' }, START, 'v=1&p=om&n=2').isReached, false);
});
