// What a fork changed is told in the reader's words.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { read } from '../state/engine.js';
import { tellFork } from './describe-change.js';
import { speech } from './i18n.js';
import { engine } from '../testing.js';

before(engine);

/** @param {string} a @param {string} b @param {import('../state/types.js').Lang} [lang] */
const fork = (a, b, lang = 'en') => tellFork(speech(lang), read(`v=1&p=om&${a}`).scenario, read(`v=1&p=om&${b}`).scenario);

test('generals who turn, orders, numbers', () => {
  assert.equal(fork('n=4', 'n=4&t=3'), 'General 3 turns traitor');
  assert.equal(fork('n=4&t=3', 'n=4'), 'General 3 is loyal');
  assert.equal(fork('n=4', 'n=4&o=R'), 'The order is Retreat');
  assert.equal(fork('n=4', 'n=5'), '5 generals');
  assert.equal(fork('n=5', 'n=5&m=2'), 'm = 2');
  assert.equal(fork('n=4', 'n=4&t=1&s=split'), 'General 1 turns traitor', 'what follows from it is not told');
});

test('lies: one by name, many by their number, taken back, reset', () => {
  const t = 'n=4&t=3&s=honest';
  assert.equal(fork(t, `${t}&x=1.3-2R`), '3 tells 2 “Retreat”');
  assert.equal(fork(`${t}&x=1.3-2R`, `${t}&x=1.3-2S`), '3 sends 2 nobody');
  assert.equal(fork(t, `${t}&x=1.3-2R_1.3-4R`), '2 messages chosen');
  assert.equal(fork(`${t}&x=1.3-2R_1.3-4R`, `${t}&x=1.3-2R`), '3 to 4 as before');
  assert.equal(fork(`${t}&x=1.3-2R_1.3-4R`, t), 'No message chosen by hand');
  assert.match(fork(t, `${t}&x=1.3-2R`, 'zh'), /撤退/);
});
