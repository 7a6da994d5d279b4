// What the table of protocols says of each: in both languages, in every case that an engine can answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learn, speech } from '../words/i18n.js';
import { cellOf, COLUMNS, here, signOf } from './which-told.js';

/** @param {object} now @returns {import('#generals').Offer} */
const offer = (now) =>
  /** @type {any} */ ({
    spec: { protocol: 'king', task: 'consensus', model: 'synchronous' },
    n: 4,
    m: 1,
    measure: 'generals',
    promised: true,
    reason: 'theorem',
    enough: { n: 4, m: 1 },
    rounds: 6,
    perPhase: false,
    messages: { perRound: [], total: 54 },
    bits: 2,
    seals: 0,
    needs: [],
    kept: 'v=1',
    beyond: null,
    ...now,
  });

for (const lang of /** @type {const} */ (['en', 'zh'])) {
  await learn(lang, ['first', 'late', 'lab']);
  const say = speech(lang);

  test(`every case has its words (${lang})`, () => {
    const says = (/** @type {typeof COLUMNS[number]} */ column, /** @type {object} */ now) => {
      const words = cellOf(say, column, offer(now));
      assert.doesNotMatch(words, /lab\.which|\{/, column);
      return words;
    };
    const distinct = (/** @type {typeof COLUMNS[number]} */ column, /** @type {object[]} */ cases) =>
      assert.equal(new Set(cases.map((now) => says(column, now))).size, cases.length, column);
    const tasks = ['broadcast', 'interactive-consistency', 'settlement', 'coordination', 'consensus', 'reliable-broadcast'];
    distinct('task', tasks.map((task) => ({ spec: { task } })));
    distinct('model', ['synchronous', 'asynchronous', 'partially-synchronous'].map((model) => ({ spec: { model } })));
    const two = { spec: { model: 'synchronous', task: 'coordination' } };
    assert.notEqual(says('model', two), says('model', {}), 'messengers of two generals may be caught');
    distinct('promise', [...['relays', 'fourfold', 'fivefold', 'rounds'].map((measure) => ({ measure })), ...['known-wrong', 'by-trust', 'impossible'].map((reason) => ({ measure: null, reason }))]);
    const program = { measure: null, reason: 'impossible', spec: { protocol: 'own' } };
    assert.notEqual(says('promise', program), says('promise', { ...program, spec: { protocol: 'two' } }), 'of a program nothing is proved, neither way');
    distinct('rounds', [{}, { perPhase: true }, { spec: { model: 'asynchronous' } }]);
    distinct('messages', [{}, { perPhase: true }, { messages: { total: null } }]);
    distinct('size', [{}, { bits: 1 }, { seals: 3 }]);
    distinct('needs', [['signatures'], ['coins'], ['time-outs'], ['signatures', 'time-outs'], []].map((needs) => ({ needs })));
  });

  test(`an army that is too small is told how many are enough (${lang})`, () => {
    assert.match(here(say, offer({ promised: false, enough: { n: 9, m: 2 } })), /9/);
    assert.deepEqual([signOf(offer({})), signOf(offer({ promised: false })), signOf(offer({ measure: null }))], [true, false, null]);
    assert.equal(here(say, offer({ measure: null })), '');
  });
}
