// Every case opens, shows what its line says, and is published.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { address, judge } from '../state/engine.js';
import { engine, opened } from '../testing.js';
import { OFFERED } from './cases.js';

before(engine);

/** @type {{canonical: string}[]} */
const golden = JSON.parse(readFileSync(new URL('../../../tests/links/golden.json', import.meta.url), 'utf8'));
const [two, worlds, four, commander, seven, ring, rounds, seal, withheld, order] = OFFERED;

test('there are ten, each a canonical link that is published', () => {
  assert.equal(OFFERED.length, 10);
  const published = new Set(golden.map(({ canonical }) => canonical));
  for (const link of OFFERED) {
    assert.equal(address(link, {}), link);
    assert.ok(published.has(opened(link).state.link), link);
  }
});

/** Whether agreement and validity hold; null: nothing is required. @param {string} link */
function outcome(link) {
  const { agreement, validity } = judge(link);
  return [agreement.holds, validity.holds];
}

test('what a case tells comes true in its run', () => {
  assert.deepEqual(opened(worlds).state.place.view, 'pair');
  assert.deepEqual(outcome(four), [true, true]);
  assert.deepEqual(outcome(commander), [true, null]);
  assert.deepEqual(outcome(seven), [true, null]);
  assert.equal(opened(ring).state.place.view, 'ring');
  assert.equal(outcome(rounds)[0], false);
  assert.deepEqual(outcome(seal), [true, true]);
  assert.equal(outcome(withheld)[0], false);
  for (const run of [two, order]) assert.equal(outcome(run)[0], false);
});

test('the commander of the third tells them different orders; General 2 of the second hears Retreat from 3 alone', () => {
  const told = opened(commander).state.session;
  assert.deepEqual([1, 2, 3].map((step) => told?.event(step)).map((event) => event && 'said' in event && event.said), ['R', 'A', 'R']);
  const votes = opened(four).state.session?.votes(2);
  assert.ok(votes && 'direct' in votes);
  assert.deepEqual([votes.direct, ...votes.children.map(({ direct }) => direct)], ['A', 'R', 'A']);
});

test('in the seventh General 2 shows General 3 a letter that is refused, in the eighth 3 alone is shown one, in the last round', () => {
  const forged = opened(seal).state.session;
  const refused = Array.from({ length: (forged?.length ?? 1) - 1 }, (_, i) => forged?.event(i + 1)).filter((event) => event && 'refused' in event && event.refused);
  assert.deepEqual(refused.map((event) => event && 'to' in event && [event.from, event.to]), [[2, 3]]);
  const late = opened(withheld).state.session;
  const heard = [2, 3].map((general) => {
    late?.seek(late.length);
    return late?.view(general).received.filter(({ said }) => said !== null).map(({ round }) => round);
  });
  assert.deepEqual(heard, [[], [2]]);
});
