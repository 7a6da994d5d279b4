// Trust and two generals over the step API: the published tables cell by cell, links that open what they say, refusals by key.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lab, Session, Trust } from './engine.js';

/** @param {() => unknown} ask */
function refused(ask) {
  try {
    ask();
  } catch (error) {
    const { name, code, key } = /** @type {import('#generals').LinkError} */ (error);
    return [name, code, key].join(' ');
  }
  return 'opened';
}

test('which rule survives which single cheat: by each condition, all 460 runs tried', () => {
  const { kind, tried, rows } = Trust.table('v=1&p=trust');
  assert.deepEqual([kind, tried, rows.length], ['exhausted', 460, 20]);
  const broken = rows.flatMap((row) => (/** @type {const} */ (['agreement', 'consent', 'delivery'])).filter((one) => row[one] !== 'holds').map((one) => `${row.by} ${row.traitors} ${one}`));
  assert.deepEqual(broken, ['shop 2 agreement', 'shop 2 consent', 'customer 1 agreement', 'customer 1 delivery', 'service 3 agreement', 'majority 1 agreement', 'majority 2 agreement']);
  for (const row of rows)
    for (const one of /** @type {const} */ (['agreement', 'consent', 'delivery'])) {
      if (row[one] === 'holds') continue;
      const run = Session.open(row[one]);
      assert.equal(run.verdict()[one]?.holds, false, row[one]);
      assert.deepEqual([run.scenario().by, run.scenario().traitors, run.verdict().lies], [row.by, row.traitors, 1]);
    }
});

test('on whom each party rests, and whether it trusts them', () => {
  const of = (/** @type {string} */ link) => Trust.rests(link).map(({ by, party, on, trusted }) => `${by} ${party} ${on.join('.')} ${trusted}`);
  assert.deepEqual(of('v=1&p=trust').filter((line) => /^(service|majority)/.test(line)), [
    'service 1 3 true',
    'service 2 3 true',
    'service 3  true',
    'majority 1 2 false',
    'majority 2 1 false',
    'majority 3 1.2 false',
  ]);
  assert.deepEqual(of('v=1&p=trust&w=0')[6], 'service 1 3 false');
  assert.ok(of('v=1&p=trust').filter((line) => line.startsWith('signed')).every((line) => /^signed \d {2}true$/.test(line)));
});

test('common friends, consistency and the guild of the published graphs', () => {
  const guild = (/** @type {string} */ w) =>
    ['', '&t=1', '&t=2', '&t=3'].map((t) => {
      const found = Trust.graph(`v=1&p=trust${w}${t}`);
      return found.consistent ? found.guild.join('') : '-';
    });
  assert.deepEqual(guild(''), ['123', '23', '13', '']);
  assert.deepEqual(guild('&w=23'), ['-', '-', '-', '-']);
  assert.deepEqual(guild('&w=0'), ['-', '-', '-', '-']);
  assert.deepEqual(guild('&w=12.23.31'), ['123', '', '', '']);
  assert.deepEqual(Trust.graph('v=1&p=trust&t=3').naive, [1, 2]);
  const centre = 'v=1&p=trust&n=5&w=1-2.2-3.2-4.2-5.3-2.3-4.3-5.4-2.4-3.4-5.5-2.5-3.5-4';
  assert.deepEqual([Trust.graph(centre).consistent, Trust.graph(centre).guild, Trust.graph(`${centre}&t=3`).guild], [true, [1, 2, 3, 4, 5], []]);
});

test('what cannot be is refused by its key', () => {
  for (const [link, code] of Object.entries({
    'v=1&p=trust&n=5': 'out-of-range n',
    'v=1&p=trust&m=1': 'out-of-range m',
    'v=1&p=trust&w=14': 'out-of-range w',
    'v=1&p=trust&w=11': 'bad-value w',
    'v=1&p=trust&w=': 'bad-value w',
    'v=1&p=trust&by=king': 'bad-value by',
    'v=1&p=trust&t=2&x=2-3A': 'no-such-path x',
    'v=1&p=trust&t=2&x=1-3A': 'not-a-traitor x',
    'v=1&p=trust&t=3&x=3-1R_3-1A': 'repeated-lie x',
    'v=1&p=two&n=3': 'out-of-range n',
    'v=1&p=two&m=16': 'out-of-range m',
    'v=1&p=two&lost=3': 'out-of-range lost',
    'v=1&p=two&lost=x': 'bad-value lost',
    'v=1&p=two&by=1': 'bad-value by',
    'v=1&p=two&by=1.17': 'out-of-range by',
    'v=1&p=two&t=1': 'bad-value t',
    'v=1&p=two&x=1-2R': 'not-a-traitor x',
  }))
    assert.equal(refused(() => Session.open(link)), `LinkError ${code}`, link);
  assert.equal(refused(() => Trust.graph('v=1&p=trust&n=17')), 'LinkError out-of-range n');
  assert.equal(refused(() => Trust.graph('v=1&p=trust&n=5&w=1-6')), 'LinkError out-of-range w');
  for (const ask of [Trust.graph, Trust.table, Trust.rests, Lab.twoGenerals]) assert.equal(refused(() => ask('v=1&p=om')), 'LinkError bad-value p');
  assert.deepEqual(Session.open('v=1&p=om&w=13&by=shop&lost=1').ignored, ['w', 'by', 'lost']);
});

test('a fork changes who trusts whom, the rule, and who is caught; what another protocol lacks is left behind', () => {
  const order = Session.open('v=1&p=trust&t=3');
  assert.equal(order.fork({ w: [] }).link(), 'v=1&p=trust&n=3&t=3&w=0');
  assert.equal(order.fork({ w: [[2, 3], [1, 2]], by: 'signed' }).link(), 'v=1&p=trust&n=3&t=3&w=12.23&by=signed');
  assert.equal(refused(() => order.fork({ w: [[1, 4]] })), 'LinkError out-of-range w');
  assert.equal(refused(() => order.fork({ lost: 1 })), 'LinkError bad-value lost');
  assert.equal(refused(() => order.fork({ by: [1, 2] })), 'LinkError bad-value by');
  assert.equal(order.fork({ by: 'signed' }).fork({ protocol: 'om' }).link(), 'v=1&p=om&n=4&t=3');
  assert.equal(Session.open('v=1&p=om&n=7&m=2&t=3.6').fork({ protocol: 'trust' }).link(), 'v=1&p=trust&n=3&t=3');
  const two = Session.open('v=1&p=two&m=5&lost=6');
  assert.equal(two.fork({ m: 2 }).link(), 'v=1&p=two&n=2&m=2');
  assert.equal(two.fork({ m: 7 }).link(), 'v=1&p=two&n=2&m=7&lost=6');
  assert.equal(two.fork({ by: [0, 3] }).link(), 'v=1&p=two&n=2&m=5&by=0.3&lost=6');
  assert.equal(Session.open('v=1&p=om&n=4&t=3').fork({ protocol: 'two' }).link(), 'v=1&p=two&n=2');
});

test('two contradictory receipts are proof: both carry seals of the payment service that hold', () => {
  const run = Session.open('v=1&p=trust&t=3&s=honest&x=3-1R&by=signed');
  const letters = [4, 5, 6, 7].map((step) => run.letter(step));
  assert.deepEqual(letters.map((letter) => letter && [letter.order, letter.refused, letter.seals.map(({ signer, holds }) => `${signer} ${holds}`).join()]), [
    ['R', null, '3 true'],
    ['A', null, '3 true'],
    ['R', null, '3 true'],
    ['A', null, '3 true'],
  ]);
  assert.equal(run.verdict().agreement.holds, true);
  // What the payment service never signed is thrown away.
  const forged = Session.open('v=1&p=trust&t=1&s=honest&x=3.1-2R&by=signed');
  const event = forged.event(6);
  assert.deepEqual('refused' in event && event.refused, 'bad-signature');
  assert.deepEqual(forged.verdict().decisions, { 2: 'A', 3: 'A' });
  assert.equal(Session.open('v=1&p=trust').letter(4), null);
});

test('a step is found by what is said and to whom', () => {
  const run = Session.open('v=1&p=trust');
  assert.deepEqual([[[1], 2], [[1], 3], [[1, 2], 3], [[3], 1], [[3], 2], [[3, 1], 2], [[3, 2], 1]].map(([path, to]) => run.stepOf(/** @type {number[]} */ (path), /** @type {number} */ (to))), [1, 2, 3, 4, 5, 6, 7]);
  assert.equal(run.stepOf([2], 3), null);
});

test('neighbours in the chain of two generals look the same to one of them, and to the other not', () => {
  for (const m of [0, 1, 2, 5, 15]) {
    const { messengers, chain, rules } = Lab.twoGenerals(`v=1&p=two&m=${m}`);
    assert.deepEqual([messengers, chain.length, rules.working, rules.agreeing], [m + 1, m + 2, 0, 2]);
    chain.slice(0, -1).forEach(({ link, alike }, i) => {
      const [here, next] = [Session.open(link), Session.open(chain[i + 1].link)];
      for (const run of [here, next]) run.seek(run.length);
      for (const general of [1, 2]) {
        const seen = [here, next].map((run) => run.view(general)).map(({ received, sent }) => JSON.stringify([received, sent]));
        assert.equal(seen[0] === seen[1], general === alike, `${link} ${general}`);
      }
    });
  }
  const { rules, chain } = Lab.twoGenerals('v=1&p=two&m=2');
  assert.deepEqual([rules.pairs, rules.agreeing, rules.useful, rules.working], [32, 2, 2, 0]);
  assert.deepEqual(chain.map(({ decisions }) => decisions[1] + decisions[2]), ['AA', 'AR', 'RR', 'RR']);
});

test('a messenger who is caught was sent, and did not come; it is no lie', () => {
  const run = Session.open('v=1&p=two&m=3&lost=2');
  assert.equal(run.length, 3);
  const caught = run.event(2);
  assert.deepEqual('caught' in caught && [caught.caught, caught.said, caught.lie, caught.from, caught.to], [true, 'A', false, 2, 1]);
  run.seek(2);
  assert.deepEqual([run.view(2).sent.length, run.view(1).received.length, run.snapshot().generals.map(({ heard }) => heard)], [1, 0, [0, 1]]);
  const { agreement, attacks, decisions } = run.verdict();
  assert.deepEqual([agreement.holds, attacks?.holds, decisions], [true, null, { 1: 'R', 2: 'R' }]);
  assert.deepEqual(Session.open('v=1&p=two&by=2.1').verdict().attacks, { holds: false, witnesses: [1] });
});
