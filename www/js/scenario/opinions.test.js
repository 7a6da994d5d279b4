// Everybody's opinion: who may know it, what a click makes of it, where it stands, and the vector it ends in.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { pathToOpen, sourceOf } from '../views/vote-tree.js';
import { specOf } from '../state/engine.js';
import { tellFork } from '../words/describe-change.js';
import { speech } from '../words/i18n.js';
import { counterpart } from '../compare/beside.js';
import { givenTo } from '../state/pov.js';
import { answers, hasOpinions, isCommander, isSigned, noticesSilence, restsOn, roleOf } from '../state/spec.js';
import { engine, opened } from '../testing.js';
import { wordOf } from '../state/session-cache.js';
import { counted } from '../views/time-front.js';
import { world } from '../scene/world.js';
import { known, turnedOver } from './opinions.js';
import { entriesOf, outcomeOf } from '../general/vector.js';

before(engine);

const LINK = 'v=1&p=ic&n=4&t=3&i=AARA';
/** @param {string} link */
const state = (link) => opened(link).state;

test('the page asks the spec', () => {
  const ask = (/** @type {string} */ name) => {
    const s = { spec: specOf(name) };
    return [isSigned(s), noticesSilence(s), hasOpinions(s), isCommander(s, 1), isCommander(s, 2), roleOf(s, 1)];
  };
  assert.deepEqual(ask('om'), [false, true, false, true, false, 'commander']);
  assert.deepEqual(ask('sm'), [true, false, false, true, false, 'commander']);
  assert.deepEqual(ask('ic'), [false, true, true, false, false, 'general']);
  assert.ok(restsOn({ spec: specOf('ic') }, 'vector') && restsOn({ spec: specOf('flat') }, 'bag'));
  assert.deepEqual([answers(state(LINK), 'attack'), answers(state(LINK), 'exhaust')], [false, true]);
  assert.deepEqual([counterpart('ic'), counterpart('om'), counterpart('flat')], ['om', 'sm', 'om']);
});

test('a word may also be neither of the two orders', () => {
  assert.deepEqual([0, 1, 2, 3].map(wordOf), ['R', 'A', null, 'N']);
  assert.deepEqual([speech('en').order('N'), speech('zh').order('N')], ['neither', '两者皆非']);
});

test('one opinion is turned over, the others stay', () => {
  assert.equal(turnedOver('AARA', 3), 'AAAA');
  assert.equal(turnedOver('AARA', 1), 'RARA');
  const store = opened(LINK);
  store.apply({ type: 'edit', changes: { i: turnedOver('AARA', 3) } });
  assert.equal(store.state.scenario?.i, 'AAAA');
  assert.equal(tellFork(speech('en'), /** @type {any} */ (state(LINK).scenario), /** @type {any} */ (store.state.scenario)), 'General 3 is for Attack');
  assert.equal(tellFork(speech('en'), /** @type {any} */ (state('v=1&p=om&n=4&o=R').scenario), /** @type {any} */ (state('v=1&p=ic&n=4').scenario)), 'Interactive consistency');
});

test('in fog only the own opinion is known', () => {
  assert.deepEqual(known(state(LINK)), [1, 2, 3, 4]);
  assert.deepEqual(known(state(`${LINK}&pov=3`)), [3]);
  assert.deepEqual(known(state('v=1&p=om&n=4')), [], 'where there is a commander there are no opinions');
  assert.deepEqual([givenTo(state(`${LINK}&pov=3`), 3), givenTo(state(`${LINK}&pov=3`), 1)], ['R', null]);
});

test('on the map opinions stand beside all names, nobody wears the crown, and all who are loyal decide', () => {
  const end = world(state(`${LINK}&at=99`));
  assert.deepEqual(end.generals.map(({ opinion }) => opinion), ['A', 'A', 'R', 'A']);
  assert.deepEqual(end.generals.map(({ decision }) => decision), ['A', 'A', null, 'A']);
  assert.ok(end.generals.every(({ commander }) => !commander));
  assert.equal(end.ending?.kind, 'attack');
  const fog = world(state(`${LINK}&at=5&pov=3`));
  assert.deepEqual(fog.generals.map(({ opinion }) => opinion), [null, null, 'R', null]);
  assert.equal(fog.unseen?.length, 6, 'all roads that are not his, to general 1 too');
  assert.deepEqual(world(state('v=1&p=om&n=4')).generals.map(({ opinion }) => opinion), [null, null, null, null]);
});

test('the vector is filled when all is heard, and marked where loyal generals have other words', () => {
  const early = entriesOf(state(`${LINK}&at=20`), 2);
  assert.deepEqual(early.map(({ order }) => order), [null, 'A', null, null]);
  assert.equal(outcomeOf(state(`${LINK}&at=20`), 2, early, speech('en')), 'What stands in it is known when all is heard.');
  const end = state('v=1&p=ic&n=3&t=3&i=AAR&at=99');
  const last = entriesOf(end, 2);
  assert.deepEqual(last, [
    { of: 1, order: 'R', own: false, disputed: true },
    { of: 2, order: 'A', own: true, disputed: true },
    { of: 3, order: 'A', own: false, disputed: false },
  ]);
  assert.equal(outcomeOf(end, 2, last, speech('en')), 'Attack: 2 of 3.');
  assert.deepEqual(entriesOf(end, 3), [], 'nobody asks what a traitor ends with');
  assert.ok(entriesOf(state('v=1&p=ic&n=3&t=3&i=AAR&at=99&pov=2'), 2).every((entry) => !entry.disputed), 'in fog it is not known');
  assert.equal(entriesOf(state('v=1&p=ic&n=40&m=5&t=3'), 2).length, 40, 'also of a run too large to be shown');
  assert.equal(counted(speech('en'), end.session?.votes(2, 1) ?? null).replaceAll('\u00a0', ' '), 'R A A');
});

test('a tree is about the general at whose path it is open', () => {
  assert.deepEqual([sourceOf(state(LINK), 2), sourceOf(state(LINK), 1)], [1, 2]);
  assert.equal(sourceOf(state(`${LINK}&view=tree&path=4.1`), 2), 4);
  assert.equal(sourceOf(state(`${LINK}&view=tree&path=2`), 2), 1, 'his own opinion he has from nobody');
  assert.equal(sourceOf(state('v=1&p=om&n=4&path=1.3'), 3), 1);
  assert.deepEqual([pathToOpen(state(LINK), [3]), pathToOpen(state('v=1&p=om&n=4'), [1])], [[3], null]);
});
