// What is told of a run that was found: lie by lie where it can be opened, by what was chosen where it is too large.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { speech } from '../words/i18n.js';
import { isSameHeard, tell } from './found-telling.js';

before(engine);

const say = speech('en');

/** @param {string} link @param {Partial<import('./found.js').Finding>} [what] */
function told(link, what = {}) {
  /** @type {{round: number, decisions: unknown}[]} */
  const drawn = [];
  const now = tell(say, link, { link, title: () => '', note: () => '', ...what }, (run, round, decisions) => {
    assert.equal(run.link(), link, 'the run is open while it is drawn');
    drawn.push({ round, decisions });
  });
  return { ...now, drawn };
}

test('a run is told lie by lie, and its map shows the round of the first', () => {
  const { lies, count, closed, drawn, verdict, eyes } = told('v=1&p=om&n=4&t=3&s=honest&x=1.3-2R');
  assert.deepEqual([count, lies.length, closed, eyes], [1, 1, false, null]);
  assert.match(lies[0], /General 3.*General 2/);
  assert.deepEqual(drawn, [{ round: 2, decisions: verdict?.decisions }]);
});

/** A program that asks twice, in a link. @param {string} more */
const asksTwice = (more) => `v=1&p=own&n=4&t=3&s=honest${more}&i=AAAA&prog=1.${Buffer.from('task consensus\nsend input to all\nsend input to all\ndecide A if count(A) > f else R\n').toString('base64url')}`;

test('lies that are said alike are each told, with their rounds', () => {
  const { lies, count } = told(asksTwice('&x=1.3-2R_2.3-2R_2.3-4R'));
  assert.equal(count, 3);
  const said = 'General 3 tells General 2: Retreat. That is a lie: an honest general would have said Attack.';
  assert.deepEqual(lies.slice(0, 2).map((lie) => lie.replace(/\s/g, ' ')), [`Round 1: ${said}`, `Round 2: ${said}`]);
  assert.match(lies[2], /^General 3 tells General 4/);
});

test('of many lies the first eight are told, and all are counted', () => {
  const { lies, count } = told('v=1&p=om&n=13&t=3');
  assert.equal(lies.length, 8);
  assert.equal(count, 11);
});

test('a run too large to be opened is told by what was chosen, and not drawn', () => {
  const { lies, count, closed, drawn } = told('v=1&p=om&n=40&m=5&t=1&s=honest&x=1-2R_1-3R');
  assert.deepEqual([closed, count, lies.length, drawn], [true, 2, 2, []]);
  assert.match(lies[0], /General 1.*General 2/);
});

test('where letters are for something, a silence is told as one of such a letter, and nobody keeps to himself what he heard', () => {
  const { lies } = told('v=1&p=king&n=4&t=3&s=silent');
  assert.equal(lies.length, 8);
  assert.match(lies[0], /^General 3 sends General 1 nothing here \(Phase 1, opinion\)\./);
  for (const lie of lies) assert.match(lie, /an honest general would have (?:said|sent)/);
});

test('letters that wait or come as a step are told one by one, and one that nobody sends as such; elsewhere there are none', () => {
  const { delays } = told('v=1&p=bracha&n=4&t=1&d=1.1-4_2.2-3~2');
  assert.deepEqual(delays, ['General 1 to General 4, leader’s order: held', 'General 2 to General 3, echo: delivered as step 2']);
  assert.match(told('v=1&p=bracha&n=4&t=1&s=silent&d=2.2-3').delays.join(), /^General 2 to General 3: never sent/);
  assert.deepEqual(told('v=1&p=om&n=4&t=3').delays, []);
});

test('a rule that decides otherwise is drawn as it decides, and said to', () => {
  const link = 'v=1&p=om&n=4&t=3&s=honest';
  const obeyed = /** @type {const} */ ({ 2: 'R', 4: 'R' });
  const { drawn, ruled } = told(link, { obeyed });
  assert.deepEqual([ruled, drawn[0].decisions], [true, obeyed]);
  assert.equal(told(link, { obeyed: told(link).verdict?.decisions }).ruled, false);
});

test('two heard the same whatever the order, and not where a word is another', () => {
  const heard = /** @type {import('./found.js').Heard[]} */ ([
    { path: [1], said: 'A' },
    { path: [1, 2], said: 'R' },
  ]);
  assert.equal(isSameHeard(heard, [...heard].reverse()), true);
  assert.equal(isSameHeard(heard, [heard[0], { path: [1, 2], said: 'A' }]), false);
  assert.equal(isSameHeard(heard, [heard[0], { path: [1, 2], said: 'R', refused: 'bad-signature' }]), false);
});

test('a copy on a ring is set beside the general of the run', () => {
  const copy = /** @type {import('#generals').RingCopy} */ ({ general: 2, copy: 'a' });
  const twin = { copy, heard: /** @type {import('./found.js').Heard[]} */ ([{ path: [1], said: 'A' }]) };
  const { eyes } = told('v=1&p=om&n=4&t=3&s=honest', { twin });
  assert.equal(eyes?.same, false);
  assert.deepEqual(eyes?.sides.map(({ who, list }) => [who, list.length]), [
    [say.t('lab.eyes.ring', { who: '2a' }), 1],
    [say.t('lab.eyes.here', { who: 'General 2' }), 3],
  ]);
});
