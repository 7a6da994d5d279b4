// The vote as a figure, in the engine's own numbers, and what its general cannot know.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { limit } from './cannot-know.js';
import { figureOf } from './chosen.js';
import { heardSoFar } from './received.js';
import { judged, weighed } from './prediction.js';
import { pill, spoken } from './inspector-vote.js';
import { speech } from '../words/i18n.js';
import { engine, opened } from '../testing.js';
import { bundled } from './inspector-tree.js';

before(engine);

const en = speech('en');
/** @param {string} link @param {number} general */
function at(link, general) {
  const { state } = opened(link);
  const heard = heardSoFar(state, general);
  const now = figureOf(state, general, heard);
  return { state, now, limit: limit(state, general, heard, en), pill: now && pill(now, en) };
}

test('the numbers are the engine’s', () => {
  const { now, pill, state } = at('v=1&p=om&n=4&t=3&at=99', 2);
  assert.deepEqual(
    now?.branches.map((b) => [b.path.join('.'), b.said, b.known, b.touched]),
    [
      ['1', 'A', 'heard', false],
      ['1.3', 'R', 'heard', true],
      ['1.4', 'A', 'heard', false],
    ],
  );
  assert.equal(pill, 'majority 2 : 1');
  assert.equal(now?.result, state.verdict?.decisions[2]);
});

test('with two rounds of relay each branch has its own majority', () => {
  const { now, state } = at('v=1&p=om&n=7&m=2&t=3.6&s=split&at=9999', 2);
  const vote = state.session?.votes(2, 2);
  assert.ok(now && vote && 'children' in vote);
  assert.deepEqual(
    now.branches.slice(1).map((b) => b.result),
    vote.children.map((c) => c.result),
  );
  assert.equal(now.result, vote.result);
  const before = at('v=1&p=om&n=7&m=2&t=3.6&s=split&at=36', 2).now;
  assert.equal(before?.folded, 'later');
  assert.equal(before?.tally, null);
  assert.ok(before?.branches.every((b) => b.known === 'heard'));
});

test('before the end it holds only what is known so far', () => {
  const { now, pill, limit } = at('v=1&p=om&n=4&t=3&at=3', 2);
  assert.deepEqual(
    now?.branches.map((b) => b.known),
    ['heard', 'later', 'later'],
  );
  assert.equal(pill, 'majority of 3');
  assert.equal(now?.result, null);
  assert.equal(limit, 'He cannot know whether 1 ordered the others the same.');
});

test('a tie is named, and in fog no branch is marked', () => {
  const { now, pill } = at('v=1&p=om&n=3&t=3&at=99&pov=2', 2);
  assert.equal(pill, '1 : 1, a tie: Retreat');
  assert.ok(now?.branches.every((b) => !b.touched));
  assert.ok(now && spoken(now, en).startsWith('General 1: Attack, heard; General 3: Retreat, heard; 1 : 1, a tie: Retreat'));
});

/** @type {[string, string, number, string][]} */
const limits = [
  ['one relay differs', 'v=1&p=om&n=4&t=3&at=99&pov=2', 2, 'He cannot know whether 3 is lying, or 1 told 3 something else.'],
  ['…and it did not matter', 'v=1&p=om&n=4&t=3&at=99', 2, 'He cannot know whether 3 is lying, or 1 told 3 something else. The majority saves him from having to.'],
  ['all agree', 'v=1&p=om&n=4&at=99', 2, 'All he heard agrees. Still he cannot know that nobody lies.'],
  ['a silent one', 'v=1&p=om&n=4&t=3&s=silent&at=99', 2, 'A loyal general always sends: so 3 is a traitor. Who else is one, he cannot know.'],
  ['two of them', 'v=1&p=om&n=5&t=3.4&s=silent&at=99', 2, 'A loyal general always sends: so 3 and 4 are traitors. Who else is one, he cannot know.'],
  ['one lieutenant', 'v=1&p=om&n=2&at=99', 2, 'He has only 1’s word: nobody can tell him whether 1 would say the same to others.'],
  ['deep contradictions', 'v=1&p=om&n=7&m=2&t=3&at=999&pov=2', 2, 'The reports contradict each other, so somebody lies. He cannot know who.'],
  ['the commander', 'v=1&p=om&n=4&t=3', 1, 'He cannot know whether anybody obeys.'],
  ['nothing yet', 'v=1&p=om&n=4&t=3', 2, 'He has heard nothing yet.'],
];
for (const [name, link, general, words] of limits) test(`what he cannot know: ${name}`, () => assert.equal(at(link, general).limit, words));

test('many branches become bundles of the same', () => {
  const { now } = at('v=1&p=om&n=31&t=3.6&at=9999', 2);
  assert.ok(now);
  const bundles = bundled(now);
  assert.ok(bundles.length <= 4);
  assert.equal(
    bundles.reduce((sum, b) => sum + b.count, 0),
    30,
  );
});

test('the reader’s word is weighed against the verdict', () => {
  const broken = opened('v=1&p=om&n=3&t=3&at=99').state;
  assert.deepEqual(weighed(broken, { general: 2, order: 'A' }), { breaks: null, witness: null });
  assert.deepEqual(weighed(broken, { general: 2, order: 'R' }), { breaks: 'validity', witness: 1 });
  const two = opened('v=1&p=om&n=4&t=1&s=split&at=99').state;
  const own = /** @type {import('../state/types.js').Order} */ (two.verdict?.decisions[2]);
  assert.deepEqual(weighed(two, { general: 2, order: own }), { breaks: null, witness: null });
  assert.deepEqual(weighed(two, { general: 2, order: own === 'A' ? 'R' : 'A' }), { breaks: 'agreement', witness: 3 });
  const said = { ...broken, advised: { general: 2, order: /** @type {const} */ ('R') } };
  assert.equal(judged(said, en), 'In his place Retreat breaks validity: loyal General 1 ordered Attack.');
});
