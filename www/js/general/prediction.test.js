// “You decide” gives no answer away: until the reader has said it, or all have decided, the end of the vote is covered.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { chosenGeneral } from './chosen.js';
import { pill } from './inspector-vote.js';
import { isCovered } from './prediction.js';

before(engine);

/** @param {ReturnType<typeof opened>} store */
function voteOf(store) {
  const chosen = chosenGeneral(store);
  chosen.update();
  return chosen.vote();
}

test('what he makes of all that he heard is covered until the reader has said it', () => {
  for (const link of ['v=1&p=om&n=4&t=3&at=9&pov=2', 'v=1&p=om&n=7&m=2&t=3.6&s=split&at=156&pov=2']) {
    const store = opened(link);
    const covered = voteOf(store);
    assert.ok(covered && covered.branches.every(({ known }) => known === 'heard'), 'what he heard is not');
    assert.deepEqual([covered.tally, covered.result], [null, null]);
    assert.doesNotMatch(pill(covered, speech('en')), /\d : \d/);
    store.apply({ type: 'advise', general: 2, order: 'R' });
    assert.equal(voteOf(store)?.result, 'A');
  }
});

test('without fog, at the end, and of a general who is not asked nothing is covered', () => {
  for (const link of [
    'v=1&p=om&n=4&t=3&at=9',
    'v=1&p=om&n=4&t=3&at=10&pov=2',
    'v=1&p=om&n=4&t=3&at=9&pov=3',
    'v=1&p=om&n=4&t=3&at=9&pov=1',
    'v=1&p=om&n=4&t=3&at=9&pov=2&general=4',
  ])
    assert.equal(isCovered(opened(link).state), false, link);
  assert.equal(isCovered(opened('v=1&p=ic&n=4&t=3&at=24&pov=2').state), true);
});
