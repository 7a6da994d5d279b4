// The table's rows in words, and how they are sorted by clicks.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { speech } from './i18n.js';
import { cell, columnsOf, lines, orderFor, sorted } from './message-row.js';
import { engine, opened } from '../testing.js';

before(engine);

/** @param {string} link @param {number} step @param {import('../state/types.js').Lang} [lang] */
function row(link, step, lang = 'en') {
  const { state } = opened(link);
  const [found] = state.session?.rows().window(step - 1, 1) ?? [];
  return (/** @type {import('./message-row.js').Column} */ column) => cell(found, column, state, speech(lang));
}

test('a row says who told whom what', () => {
  const said = row('v=1&p=om&n=4&t=3&x=1.3-2R', 6);
  assert.deepEqual(
    [said('step'), said('round'), said('from'), said('to'), said('path'), said('said'), said('honest'), said('lie'), said('seenBy')],
    ['6', '2', 'General 3', 'General 2', '“1 said”', 'Retreat', 'Attack', 'a lie', '3 and 2'],
  );
});

test('the path is told from the speaker’s side', () => {
  assert.equal(row('v=1&p=om&n=7&m=2', 1)('path'), 'the order');
  assert.equal(row('v=1&p=om&n=7&m=2', 37)('path'), '“2 said that 1 said”');
  assert.equal(row('v=1&p=om&n=7&m=2', 37, 'zh')('path'), '“2\u2009说，1\u2009说”');
});

test('silence is a lie, and a traitor’s true word is told', () => {
  const silent = row('v=1&p=om&n=4&t=3&s=silent', 6);
  assert.deepEqual([silent('said'), silent('lie')], ['nothing', 'a lie: silence']);
  assert.equal(row('v=1&p=om&n=4&t=3&s=honest', 6)('lie'), 'from a traitor, but true');
  assert.equal(row('v=1&p=om&n=4&t=3', 4)('lie'), '');
});

test('a forged letter says whose seal is forged', () => {
  const { state } = opened('v=1&p=sm&n=4&t=3&s=flip');
  const rows = state.session?.rows({ lies: true }).window(0, 9) ?? [];
  const [forged] = rows.filter(({ refused }) => refused);
  assert.equal(cell(forged, 'lie', state, speech('en')), '1 never sealed it');
  assert.equal(cell(forged, 'path', state, speech('en')), 'sealed by 1 and 3, thrown away');
});

test('why a letter of a phase is not counted is said in the words of its protocol', () => {
  const { state } = opened('v=1&p=benor&n=3&t=3');
  const rows = state.session?.rows().window(0, 999) ?? [];
  const late = rows.filter(({ refused }) => refused === 'late');
  assert.ok(late.length > 0);
  for (const lang of /** @type {const} */ (['en', 'zh']))
    for (const row of late) assert.equal(cell(row, 'lie', state, speech(lang)), speech(lang).t('say.refused.late', { to: speech(lang).general(row.to), from: '' }));
});

test('in fog no column tells of loyalty, and signed letters are numbered as they are seen', () => {
  const { state } = opened('v=1&p=sm&n=4&t=1&s=split&pov=3');
  assert.deepEqual(columnsOf(state), ['step', 'round', 'from', 'to', 'path', 'said', 'seenBy']);
  const [first] = state.session?.rows({ seenBy: 3 }).window(0, 1) ?? [];
  assert.equal(first.step, 2);
  assert.equal(cell(first, 'step', state, speech('en')), '1');
});

test('in fog rows keep no order that tells of lies', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&pov=2');
  assert.deepEqual(orderFor(['lie'], state), ['step']);
  assert.deepEqual(orderFor(['-honest', 'to'], state), ['to']);
  assert.deepEqual(orderFor(['-honest', 'to'], opened('v=1&p=om&n=4&t=3').state), ['-honest', 'to']);
});

test('a click sorts, another turns the order round, Shift adds a key below', () => {
  assert.deepEqual(sorted(['step'], 'from', false), ['from']);
  assert.deepEqual(sorted(['from'], 'from', false), ['-from']);
  assert.deepEqual(sorted(['-from'], 'from', false), ['from']);
  assert.deepEqual(sorted(['from'], 'said', true), ['from', 'said']);
  assert.deepEqual(sorted(['from', 'said'], 'said', true), ['from', '-said']);
  assert.deepEqual(sorted(['from', 'said'], 'said', false), ['said']);
  assert.deepEqual(sorted(['from', 'said', 'to'], 'lie', true), ['from', 'said', 'lie']);
});

test('what is copied are the same words with tabs between, and numbers without gaps', () => {
  const { state } = opened('v=1&p=om&n=13&m=4&t=3');
  const { head, row } = lines(state, speech('en'));
  assert.equal(head, 'No.\tRound\tFrom\tTo\tWhat it is\tHe said\tHonest would have said\tLie\tSeen by\n');
  const [first, second, third] = [1, 108_384, 108_380].map((step) => state.session?.rows().window(step - 1, 1)[0]);
  assert.ok(first && second && third);
  assert.equal(row(first), '1\t1\tGeneral 1\tGeneral 2\tthe order\tAttack\tAttack\t\t1 and 2\n');
  const words = '“11 said that 12 said that 13 said that 1 said”';
  assert.equal(row(second), `108384\t5\tGeneral 10\tGeneral 9\t${words}\tAttack\tAttack\t\t10 and 9\n`);
  assert.equal(row(third), `108380\t5\tGeneral 10\tGeneral 5\t${words}\tAttack\tAttack\t\t10 and 5\n`);
});
