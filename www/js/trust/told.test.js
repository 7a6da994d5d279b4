// The panel beside an order: what its sentences say is what the engine computes, and each broken cell's run does that harm.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { judge, read } from '../state/engine.js';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { brokenCount, brokenIn, isConvicted } from './harm.js';
import { dataCentre, OFFERED } from './presets.js';
import { RULES } from './rule-table.js';
import { graphOf, guildOf, tableOf } from './standing.js';
import { CONSISTENT_LIAR, friendsTold, guildTold, lessonTold, restsTold } from './told.js';

before(engine);
const say = speech('en', 'trust');

/** @param {string} more */
const state = (more = '') => opened(`v=1&p=trust${more}`).state;
/** @param {import('../state/types.js').State} s */
const sessionOf = (s) => /** @type {import('../state/types.js').Session} */ (s.session);
/** @param {import('../state/types.js').State} s */
const rowsOf = (s) => tableOf(sessionOf(s)).rows;

test('which cells are broken, and by what harm', () => {
  const harms = Object.fromEntries(
    rowsOf(state())
      .map((row) => [`${row.by} ${row.traitors}`, brokenIn(row)?.harm])
      .filter(([, harm]) => harm !== undefined),
  );
  assert.deepEqual(harms, {
    'shop 2': 'consent',
    'customer 1': 'delivery',
    'service 3': 'split-2-1',
    'majority 1': 'split-3-2',
    'majority 2': 'split-3-1',
  });
});

test('the run of a broken cell breaks what its words say, with the trust of the open run', () => {
  const base = state('&w=12.31');
  for (const row of rowsOf(base)) {
    const broken = brokenIn(row);
    if (!broken) continue;
    const { agreement, consent, delivery, decisions } = judge(broken.link);
    assert.deepEqual(read(broken.link).scenario.w, [[1, 2], [3, 1]]);
    if (broken.harm === 'consent') assert.equal(consent?.holds, false);
    else if (broken.harm === 'delivery') assert.equal(delivery?.holds, false);
    else {
      const [, paid, unpaid] = broken.harm.split('-');
      assert.equal(agreement.holds, false);
      assert.deepEqual([decisions[paid], decisions[unpaid]], ['A', 'R']);
    }
    assert.notEqual(say.t(`harm.${broken.harm}`), '');
  }
});

test('two contradictory receipts are proof where the payment service signs, and nowhere else', () => {
  const lie = 'v=1&p=trust&t=3&s=honest&x=3-1R&by=';
  assert.deepEqual(RULES.filter((by) => isConvicted(lie + by)), ['signed']);
  assert.equal(isConvicted('v=1&p=trust&by=signed'), false);
  // Who tells both the same convicts himself of nothing.
  assert.equal(isConvicted(CONSISTENT_LIAR), false);
  assert.deepEqual(judge(CONSISTENT_LIAR).decisions, { 1: 'R', 2: 'R' });
});

test('on whom each party rests, and whether it trusts them', () => {
  const told = (/** @type {string} */ more) => restsTold(state(more), say).map(({ text }) => text);
  assert.deepEqual(told(''), [
    'The customer rests on the payment service, which she trusts.',
    'The shop rests on the payment service, which it trusts.',
    'The payment service rests on nobody.',
  ]);
  assert.deepEqual(told('&w=0')[1], 'The shop rests on the payment service, which it does not trust.');
  assert.deepEqual(told('&by=majority')[2], 'The payment service rests on the customer and the shop, which it does not trust.');
});

test('common friends and the guild', () => {
  const friends = (/** @type {string} */ more) => friendsTold(state(more), say).map(({ text, isGood }) => [text, isGood]);
  assert.deepEqual(friends('')[0], ['The customer and the shop both trust the payment service.', true]);
  assert.deepEqual(friends('')[1], ['The customer and the payment service: the payment service itself.', true]);
  assert.deepEqual(friends('&w=0')[0], ['The customer and the shop have no friend in common.', false]);
  const guild = (/** @type {string} */ more) => guildTold(state(more), say);
  assert.deepEqual(guild('&t=2'), { text: 'The guild is the customer and the payment service: what the rule promises is promised to them.', isGood: true });
  assert.match(guild('&t=3')?.text ?? '', /^The customer and the shop are naive.*The guild is empty/);
  assert.equal(guild('&w=0')?.isGood, false);
  assert.equal(guildTold(opened('v=1&p=trust&t=2&pov=1').state, say), null);
  // Nothing is promised where two have no common friend, though all are honest.
  assert.deepEqual(guildOf(state('&w=23')), []);
});

test('more witnesses are worse than ignoring those one does not trust: by count', () => {
  const rows = rowsOf(state());
  assert.deepEqual(RULES.map((by) => brokenCount(rows, by)), [1, 1, 1, 2, 0]);
  assert.match(lessonTold(state('&by=majority'), say)?.text ?? '', /against 2 of three cheats.*against 1\./);
  assert.equal(lessonTold(state('&by=signed'), say)?.link, CONSISTENT_LIAR);
  assert.equal(lessonTold(state('&by=shop'), say), null);
  // Whom both trust is said only where both do.
  assert.match(lessonTold(state(''), say)?.text ?? '', /the party that both trust/);
  for (const w of ['0', '23', '12.23.31']) assert.equal(lessonTold(state(`&w=${w}`), say), null, w);
});

test('what a preset says of its graph is so', () => {
  const graph = Object.fromEntries(OFFERED.map(({ name, run }) => [name, graphOf(sessionOf(opened(run).state))]));
  assert.deepEqual([graph.lecture, graph.nobody, graph.fear, graph.circle].map(({ consistent }) => consistent), [true, false, false, true]);
  assert.ok(graph.nobody.pairs.filter(({ of }) => of.includes(1)).every(({ common }) => common.length === 0));
  assert.ok(graph.fear.pairs.every(({ common }) => common.length === 0));
  for (const t of [1, 2, 3]) assert.deepEqual(graphOf(sessionOf(state(`&w=12.23.31&t=${t}`))).guild, []);
  const { honest, cheated } = dataCentre();
  assert.deepEqual([honest.consistent, honest.guild.length, cheated.guild.length], [true, 5, 0]);
});
