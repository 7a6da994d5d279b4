// Everything that the lessons claim, asked of the real engine: each link is opened, each question answered.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import './engine.js';
import { ask, isRight } from '../../www/js/lessons/asking.js';
import { judgeGoal } from '../../www/js/lessons/goal.js';

/**
 * What the lessons lean on; tests/lessons/README.md tells what the fields mean.
 * @typedef {import('../../www/js/lessons/types.js').Answer} Answer
 * @typedef {{lesson: string, beat: number, use: 'stage' | 'fact' | 'predict' | 'goal', link: string, ask: string, expect: Answer, form?: string,
 *   choices?: Record<string, Answer>, solved?: string, keep?: string[], also?: Record<string, Answer>, pending?: boolean, slow?: boolean}} Claim
 */

/** @type {Claim[]} */
const claims = JSON.parse(readFileSync(new URL('../lessons/claims.json', import.meta.url), 'utf8'));

/** @param {Claim} claim */
const told = ({ lesson, beat, use, link, ask: question }) => `${lesson} ${beat} ${use} ${question} ${link}`;

/** Whether the protocol of a claim is still to come. @param {Claim} claim */
const isToCome = ({ pending, link }) => pending === true && ask('opens', `v=1&p=${new URLSearchParams(link).get('p')}`) === 'bad-value';

/** Asks all claims with one use, and says how many there were. @param {Claim['use']} use @param {(claim: Claim) => void} check */
function each(use, check) {
  const those = claims.filter((claim) => claim.use === use && !isToCome(claim));
  for (const claim of those) check(claim);
  return those.length;
}

test('every stage of a lesson opens', () => {
  const stages = each('stage', (claim) => assert.equal(ask('opens', claim.link), claim.expect, told(claim)));
  assert.ok(stages > 60, `${stages}`);
});

test('every fact that a text leans on is so', () => {
  const facts = each('fact', (claim) => assert.strictEqual(ask(claim.ask, claim.link), claim.expect, told(claim)));
  assert.ok(facts > 150, `${facts}`);
});

test('of every prediction exactly one choice is right, and it is the one that is computed', () => {
  const predictions = each('predict', (claim) => {
    const { link, expect, choices = {} } = claim;
    const prediction = { ask: claim.ask, question: '', choices: Object.entries(choices).map(([text, is]) => ({ text, is })) };
    const right = prediction.choices.filter((choice) => isRight(choice, prediction, link));
    assert.deepEqual(right.map(({ is }) => is), [expect], told(claim));
  });
  assert.ok(predictions > 60, `${predictions}`);
});

test('no goal is reached where it starts, and each is reached where it is solved, with what it keeps', () => {
  const goals = each('goal', (claim) => {
    const { ask: question, expect: is, link, solved = '', keep, also } = claim;
    const goal = { ask: question, is, keep, also };
    assert.notStrictEqual(ask(question, link), is, told(claim));
    assert.equal(judgeGoal(goal, link, link).isReached, false, told(claim));
    const there = judgeGoal(goal, link, solved);
    assert.deepEqual([there.isReached, there.broken], [true, []], told(claim));
  });
  assert.ok(goals > 10, `${goals}`);
});

test('no claim waits for a protocol that is not there', () => {
  const passedOver = new Set(claims.filter(isToCome).map(({ link }) => new URLSearchParams(link).get('p')));
  assert.deepEqual([...passedOver], []);
});
