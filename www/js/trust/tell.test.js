// The sentences of an order: of every step of every rule, whoever cheats and however; what is said of a word is true of its run.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { plain } from '../words/narrate.js';
import { sentence } from './tell.js';

before(engine);

const RULES = ['shop', 'customer', 'service', 'majority', 'signed'];
const LINKS = RULES.flatMap((by) => ['', '1', '2', '3', '1.2', '2.3'].flatMap((t) => ['flip', 'silent'].flatMap((s) => ['A', 'R'].map((o) => `v=1&p=trust&by=${by}&t=${t}&s=${s}&o=${o}`))));

/** What is told at a step. @param {string} link @param {number} cursor @param {'en' | 'zh'} [lang] */
function told(link, cursor, lang = 'en') {
  const { state } = opened(link);
  return plain(sentence({ ...state, cursor, motion: null }, speech(lang, 'trust')) ?? []);
}

test('every step of every run is told in both languages, in words of an order and by nobody’s number', () => {
  for (const link of LINKS) {
    const { state } = opened(link);
    for (let step = 0; step <= state.length; step++) {
      const [en, zh] = [told(link, step), told(link, step, 'zh')];
      assert.match(en, /^[A-Z][^]*\.”?$/, `${link} ${step}: ${en}`);
      assert.doesNotMatch(en, /general|attack|retreat|traitor|commander|\bhe\b|\bhis\b|\d/i, `${link} ${step}`);
      assert.doesNotMatch(zh, /将军|进攻|撤退|叛徒|司令|[\u2009\u202f]/, `${link} ${step}: ${zh}`);
    }
  }
});

test('who tells whom what', () => {
  const link = 'v=1&p=trust';
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map((step) => told(link, step)), [
    'The customer means to pay. Press play, and she tells the shop and the payment service.',
    'The customer tells the shop: “I pay.”',
    'The customer tells the payment service: “Charge me.”',
    'The shop tells the payment service: “She said paid.”',
    'The payment service gives the customer a receipt: “paid.”',
    'The payment service tells the shop: “paid.”',
    'The customer tells the shop: “My receipt says paid.”',
    'The shop tells the customer: “It told me paid.”',
  ]);
});

test('a lie is told against what was heard, and that nobody asks for it where the rule does not', () => {
  assert.equal(told('v=1&p=trust&t=2', 3), 'The shop tells the payment service: “She said unpaid.” That is a lie: she said paid. Nobody asks the shop.');
  assert.equal(told('v=1&p=trust&t=2&by=shop', 3), 'The shop tells the payment service: “She said unpaid.” That is a lie: she said paid.');
  assert.match(told('v=1&p=trust&t=1&by=majority', 6), /her receipt says unpaid\.$/);
  assert.match(told('v=1&p=trust&t=1', 6), /Nobody asks the customer\.$/);
});

test('where the payment service signs, a changed receipt is thrown away, and two that differ convict it', () => {
  assert.match(told('v=1&p=trust&by=signed', 4), /a receipt, signed: “paid\.”$/);
  assert.match(told('v=1&p=trust&by=signed&t=2', 7), /never signed it: she throws it away\.$/);
  const split = 'v=1&p=trust&by=signed&t=3&s=honest&x=3-2R';
  assert.match(told(split, 6), /Now the shop holds two receipts, signed, that contradict each other: proof against the payment service\.$/);
  assert.match(told(split, 7), /Now the customer holds two receipts/);
  assert.doesNotMatch(told('v=1&p=trust&t=3&s=honest&x=3-2R', 6), /proof/);
});

test('what came out is told with the harm that came of it', () => {
  assert.equal(told('v=1&p=trust', 8), 'The customer, the shop, and the payment service say paid. Customer and shop go by the payment service’s word.');
  assert.match(told('v=1&p=trust&by=shop&o=R&t=2&s=flip', 8), /^They disagree: the payment service says paid; the customer says unpaid\. She is charged against her will\./);
  assert.match(told('v=1&p=trust&by=customer&o=R&t=1&s=honest&x=1-2A', 8), /The shop ships what was not paid\./);
  assert.equal(told('v=1&p=trust&t=1.2.3', 8), 'Nobody honest is left to decide.');
});

test('in fog nothing is told of lies, and of what passes between others', () => {
  for (const by of RULES) for (const t of ['1', '2', '3']) for (const pov of [1, 2, 3]) {
    const link = `v=1&p=trust&by=${by}&t=${t}&pov=${pov}`;
    for (let step = 0; step <= 8; step++) assert.doesNotMatch(told(link, step), /That is a lie|Nobody asks|to herself|to itself/, `${link} ${step}`);
  }
  assert.equal(told('v=1&p=trust&pov=1', 3), 'Messages pass out of sight of the customer.');
  assert.equal(told('v=1&p=trust&pov=2', 0), 'The customer has placed an order. Press play, and she tells the shop and the payment service.');
});
