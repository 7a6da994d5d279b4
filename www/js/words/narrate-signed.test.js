// The sentences of signed messages, and of the wrong vote, in both languages and on real runs.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { speech } from './i18n.js';
import { plain } from './narrate.js';
import { sentence } from '../transport/narration.js';
import { bagOf } from '../general/bag.js';
import { heldSoFar } from '../general/holdings.js';
import { heardSoFar } from '../general/received.js';
import { sentence as promise } from '../scenario/bound.js';
import { quietBefore } from './narrate-signed.js';
import { engine, opened } from '../testing.js';
import { world } from '../scene/world.js';

before(engine);

/** @param {string} link @param {import('../state/types.js').Lang} [lang] */
const told = (link, lang = 'en') => plain(sentence(opened(link).state, speech(lang))).replaceAll('\u2060', '').replace(/[\u00a0\u2009\u202f]/g, ' ');

const FORGER = 'v=1&p=sm&n=4&t=3';

test('an order is sealed, a letter shown with all its seals', () => {
  assert.equal(told(`${FORGER}&at=1`), 'General 1 seals Attack and sends it to General 2.');
  assert.equal(told(`${FORGER}&at=4`), 'General 2 shows General 3 Attack, sealed by Generals 1 and 2.');
  assert.equal(told(`${FORGER}&at=4`, 'zh'), '将军 2 向将军 3 出示盖有将军 1、2 印章的“进攻”命令。');
});

test('a forgery says whose seal is missing and what becomes of it', () => {
  const english =
    'General 3 shows General 2 a letter saying Retreat, as if sealed by Generals 1 and 3. General 1 never sealed Retreat: General 2 throws it away.';
  assert.equal(told(`${FORGER}&at=6`), english);
  assert.equal(
    told(`${FORGER}&at=6`, 'zh'),
    '将军 3 向将军 2 出示一封写着“撤退”的信，似有将军 1、3 的印章。将军 1 从未在“撤退”命令上盖印：将军 2 把信扔掉。',
  );
});

test('withheld, said to one only, and shown late are told apart', () => {
  assert.equal(
    told('v=1&p=sm&n=4&t=3&s=silent&at=6'),
    'General 3 shows General 2 nothing. He withholds Attack, which he holds under the seal of General 1.',
  );
  assert.equal(
    told('v=1&p=sm&n=3&t=1&s=split&at=1'),
    'General 1 seals Retreat for General 2. That is a lie: the order he holds is Attack.',
  );
  assert.equal(
    told('v=1&p=sm&n=4&t=1.4&s=silent&x=1-4A_1.4-3A&at=5'),
    'General 4 shows General 3 Attack, sealed by Generals 1 and 4.',
  );
  assert.equal(
    told('v=1&p=sm&n=4&t=1.4&s=honest&x=1-2S_1-3S_1-4S_1.4-3A&at=4'),
    'General 4 shows General 3 Attack, sealed by Generals 1 and 4. An honest general would not have shown it here, but every seal is genuine.',
  );
});

test('rounds in which nothing new is shown are named by what comes next', () => {
  assert.deepEqual(quietBefore([3, 6, 0, 0], 5), [3, 4]);
  assert.deepEqual(quietBefore([3, 0, 2], 3), [2]);
  assert.deepEqual(quietBefore([3, 6], 3), []);
  assert.match(told('v=1&p=sm&n=5&m=3&at=99'), /^Generals [^.]+ decide: [^]+ In rounds 3 and 4 nobody has anything new to show\.$/);
});

test('a forged letter falls once it has arrived, and its false seal is known', () => {
  const { rides } = world(opened(`${FORGER}&at=6`).state);
  assert.deepEqual(rides[0]?.seals, { signers: [1, 3], forged: 1 });
  assert.equal(rides[0]?.dropped, 1);
  const honest = world(opened(`${FORGER}&at=4`).state).rides[0];
  assert.deepEqual([honest?.seals, honest?.dropped], [{ signers: [1, 2], forged: null }, 0]);
});

test('a lieutenant holds what has reached him, and never a forgery', () => {
  const split = opened('v=1&p=sm&n=3&t=1&s=split&at=1').state;
  assert.deepEqual(
    heldSoFar(split, 2, heardSoFar(split, 2)).map(({ said }) => said),
    ['R'],
  );
  const over = opened('v=1&p=sm&n=3&t=1&s=split&at=9').state;
  assert.deepEqual(
    heldSoFar(over, 2, heardSoFar(over, 2)).map(({ said }) => said),
    ['R', 'A'],
  );
  const forged = opened(`${FORGER}&at=99`).state;
  assert.deepEqual(
    heldSoFar(forged, 2, heardSoFar(forged, 2)).map(({ said }) => said),
    ['A'],
  );
});

test('the bag of the wrong vote counts silence as retreat', () => {
  const s = opened('v=1&p=flat&n=4&t=3&s=silent&at=99').state;
  assert.deepEqual(bagOf(heardSoFar(s, 2)), { attack: 2, retreat: 1, silent: 1 });
  assert.match(told('v=1&p=flat&n=7&m=2&t=6.7&at=999'), /^Generals .* decide: Retreat\. The wrong vote: /);
});

test('what theory promises is said of the protocol that is open', () => {
  const said = (/** @type {string} */ link) => promise(opened(link).state, speech('en'));
  assert.equal(said('v=1&p=sm&n=3&t=1&s=split'), 'bound.theorem.sm');
  assert.equal(said('v=1&p=sm&n=4&t=1.4'), 'bound.too-few-rounds.sm');
  assert.equal(said('v=1&p=sm&n=4&t=3&k=1'), 'bound.stolen-keys');
  assert.equal(said('v=1&p=sm&n=4'), 'bound.nobody');
  assert.equal(said('v=1&p=flat&n=4&t=3'), 'bound.as-oral');
  assert.equal(said('v=1&p=flat&n=7&m=2&t=6.7'), 'bound.known-wrong');
  assert.equal(said('v=1&p=om&n=4&t=3'), 'bound.theorem');
});
