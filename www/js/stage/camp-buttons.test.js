// What a screen reader says of a camp, whose tree is offered, and which messages are listed in fog.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { campName } from './camp-buttons.js';
import { whoseTree } from './map-notes.js';
import { listedSteps } from './message-list.js';

before(engine);

const en = speech('en');
/** @param {string} link @param {number} id */
function said(link, id) {
  const { state } = opened(link);
  return campName(state, id, en, state.session?.snapshot() ?? null).split(en.t('camp.join'));
}

test('a camp says who he is, and what he has heard or decided', () => {
  assert.deepEqual(said('v=1&p=om&n=4&t=3&at=3', 2), ['General 2', 'Loyal lieutenant', en.t('camp.heard', { count: 1 })]);
  assert.deepEqual(said('v=1&p=om&n=4&t=3&at=99', 2).at(-1), en.t('camp.decided', { order: 'Attack' }));
  assert.deepEqual(said('v=1&p=om&n=4&t=3&at=3', 1).length, 2, 'the commander hears nothing');
});

test('in fog a camp says what its general decided only if his are the eyes', () => {
  const before = said('v=1&p=om&n=4&t=3&at=1&pov=2', 3);
  assert.deepEqual(said('v=1&p=om&n=4&t=3&at=99&pov=2', 3), before, 'the end tells nothing more');
  const own = said('v=1&p=om&n=4&t=3&at=99&pov=2', 2);
  assert.deepEqual(own.slice(2), [en.t('camp.eyes'), en.t('camp.decided', { order: 'Attack' })]);
});

test('where everybody has an opinion a camp says it', () => {
  assert.equal(said('v=1&p=ic&n=4&t=3', 2)[2], en.t('camp.opinion', { order: 'Retreat' }));
});

test('the tree of who is looked at is offered, else of the first who decides', () => {
  const { state } = opened('v=1&p=om&n=4&t=2');
  assert.equal(whoseTree({ ...state, chosen: 4 }), 4);
  assert.equal(whoseTree({ ...state, chosen: 2 }), 3, 'a traitor decides nothing');
  assert.equal(whoseTree(opened('v=1&p=om&n=4&t=2&pov=3').state), 3);
});

test('all messages of a round are listed, in fog those that he has seen', () => {
  assert.deepEqual(listedSteps(opened('v=1&p=om&n=4&t=3&at=9').state), [4, 5, 6, 7, 8, 9]);
  const seen = listedSteps(opened('v=1&p=om&n=4&t=3&at=99&pov=2').state);
  assert.equal(seen.length, 4, 'two that he sends and two that he receives');
});
