// The words beside what a traitor can say, and how he is compared with an honest general.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learn, speech } from './i18n.js';
import { judgement, opening, remark } from './message-words.js';

await learn('en', ['first', 'late']);
const en = speech('en');

/** @param {Partial<import('../state/engine.js').Message>} e @returns {import('../state/engine.js').Message} */
const message = (e) => ({ kind: 'message', round: 2, from: 3, to: 2, path: [1, 3], said: 'A', honest: 'A', lie: false, ...e });

test('a quotation opens with those who spoke before him', () => {
  assert.equal(opening(en, [1]), en.t('message.order'));
  assert.equal(opening(en, [1, 3]), en.t('message.quote', { who: 'General 1' }));
  assert.equal(opening(en, [1, 3, 4]), en.t('quote.next.short', { who: '3', inner: en.t('message.quote', { who: '1' }) }));
});

test('the truth is told from what he heard, or that he heard nothing', () => {
  assert.equal(remark(en, 'T', message({}), 'A', true), en.t('choice.truth', { order: 'Attack' }));
  assert.equal(remark(en, 'T', message({ honest: 'R' }), null, true), en.t('choice.truth.unheard', { order: 'Retreat' }));
  assert.equal(remark(en, 'T', message({ path: [1], from: 1 }), undefined, true), en.t('choice.truth.order', { order: 'Attack' }));
});

test('a chosen word says whether it is a lie, another says nothing of it', () => {
  assert.equal(remark(en, 'R', message({ said: 'R', lie: true }), 'A', true), en.t('choice.lie'));
  assert.equal(remark(en, 'A', message({}), 'A', true), en.t('choice.true'));
  assert.equal(remark(en, 'R', message({}), 'A', false), en.t('choice.whatever'));
  assert.equal(remark(en, 'N', message({ said: null, lie: true }), 'A', true), en.t('choice.nobody.lie'));
});

test('he is compared with an honest general by what both would say', () => {
  assert.equal(judgement({ path: [1], lie: true }, 'A'), 'message.honest.order');
  assert.equal(judgement({ path: [1, 3], lie: true }, 'A'), 'message.honest');
  assert.equal(judgement({ path: [1, 3], lie: false }, null), 'message.true.unheard');
  assert.equal(judgement({ path: [1, 3], lie: false }, 'R'), 'message.true');
});
