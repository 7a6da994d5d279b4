// The laboratory of the step API in Node: each answer is a run that can be opened, or says what was established.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lab, LabSearch, Session } from './engine.js';

/** Opens a found run and tells what it breaks. @param {string | null} link */
function broken(link) {
  assert.ok(link);
  const { agreement, validity, lies } = Session.open(link).verdict();
  return { agreement: !agreement.holds, validity: validity.holds === false, lies };
}

/** @param {LabSearch} search @param {number} [runs] */
function toTheEnd(search, runs = 1e6) {
  let progress = search.advance(runs);
  while (!progress.done) progress = search.advance(runs);
  return progress;
}

test('the smallest attack is a run that breaks with so many lies, or there is none', () => {
  const attack = Lab.attack('v=1&p=om&n=7&m=1&t=1.7');
  assert.deepEqual([attack.kind, attack.condition, attack.lies], ['exact', 'agreement', 3]);
  assert.deepEqual(broken(attack.link), { agreement: true, validity: false, lies: 3 });
  assert.deepEqual(Lab.attack('v=1&p=om&n=4&t=3'), { kind: 'exact', lies: null, condition: null, link: null });
});

test('an attack may be asked of any k traitors, of either order and of one condition', () => {
  assert.equal(Lab.attack('v=1&p=om&n=4&m=2&o=R', { k: 1 }).lies, null);
  assert.equal(Lab.attack('v=1&p=om&n=4&m=2&o=R', { k: 1, eitherOrder: true }).lies, 2);
  const validity = Lab.attack('v=1&p=om&n=6&m=1', { k: 2, eitherOrder: true, condition: 'validity' });
  assert.equal(validity.condition, null);
  assert.throws(() => Lab.attack('v=1&p=sm&n=4&t=1'), { name: 'LabError', code: 'oral-only' });
  // @ts-expect-error a name that means nothing is a slip
  assert.throws(() => Lab.attack('v=1&p=om&n=4', { traitors: 1 }), TypeError);
});

test('a cell of the tolerance map has the fewest lies and what the closed rule says', () => {
  const cell = Lab.tolerance(4, 2, 1);
  assert.deepEqual([cell.lies, cell.promised], [2, false]);
  assert.deepEqual(broken(cell.link), { agreement: true, validity: true, lies: 2 });
  assert.deepEqual([Lab.tolerance(4, 1, 1).lies, Lab.tolerance(4, 1, 1).promised], [null, true]);
  assert.deepEqual([Lab.tolerance(4, 1, 3).lies, Lab.tolerance(4, 1, 3).promised], [null, null]);
  assert.throws(() => Lab.tolerance(99, 1, 1), { name: 'LinkError', key: 'n' });
});

test('the cost of both protocols is known without a run, whatever the size', () => {
  assert.deepEqual(Lab.cost(7, 2), {
    oral: { perRound: [6, 30, 120], total: 156 },
    signed: { perRound: [6, 30, 0], total: 36 },
    loyalAtMost: 66,
  });
  assert.deepEqual([Lab.cost(16, 5).oral.total, Lab.cost(16, 5).signed.total], [3_999_675, 225]);
  assert.equal(Lab.cost(64, 62).oral.total, null);
  assert.deepEqual(Lab.cost(4, 1).oral, Session.open('v=1&p=om&n=4&t=3').verdict().messages);
  assert.throws(() => Lab.cost(4, 3), { name: 'LinkError', key: 'm' });
});

test('what each protocol offers is known without a run, with a run of it and one that breaks it', () => {
  const all = Lab.protocols(7, 2);
  assert.deepEqual(all.map(({ spec }) => spec.protocol), Session.limits().protocols);
  const king = all.find(({ spec }) => spec.protocol === 'king');
  assert.ok(king);
  assert.deepEqual([king.rounds, king.messages.total, king.enough, king.promised, king.measure], [9, 270, { n: 7, m: 2 }, true, 'generals']);
  for (const { spec, enough, kept, beyond } of all) {
    if (enough) assert.equal(Session.read(kept).bound.theorem, true, spec.protocol);
    if (beyond) {
      const verdict = Session.judge(beyond);
      assert.ok(Object.values(verdict).some((judged) => judged && typeof judged === 'object' && 'holds' in judged && judged.holds === false), spec.protocol);
    }
  }
  assert.deepEqual(Lab.promise('v=1&p=queen&n=5', 1), { kind: 'theorem', promised: true, reason: 'theorem' });
  assert.deepEqual(Lab.promise('v=1&p=queen&n=4', 1), { kind: 'theorem', promised: null, reason: 'too-few-generals' });
  const found = Lab.promise('v=1&p=benor&n=5', 1);
  assert.deepEqual([found.kind, found.promised], ['found', false]);
  assert.equal(Session.judge(found.link ?? '').validity.holds, false);
  assert.throws(() => Lab.promise('v=1&p=queen&n=4', 5), RangeError);
  assert.throws(() => Lab.protocols(4, 3), { name: 'LinkError', key: 'm' });
});

test('a number that is no army is refused as what it is, however large', () => {
  const tolerance = (/** @type {number} */ n, /** @type {number} */ m) => Lab.tolerance(n, m, 1);
  for (const ask of [tolerance, Lab.cost]) {
    for (const [n, read] of /** @type {const} */ ([
      [-1, '-1'],
      [-0, '-0'],
      [2 ** 53, '9007199254740992'],
      [2 ** 64, '18446744073709552000'],
      [1e21, `1${'0'.repeat(21)}`],
      [-1.5e300, `-15${'0'.repeat(299)}`],
    ])) {
      assert.throws(() => ask(n, 1), { name: 'LinkError', code: 'out-of-range', key: 'n', read });
      assert.throws(() => ask(4, n), { name: 'LinkError', code: 'out-of-range', key: 'm', read });
    }
    for (const none of [7.5, NaN, Infinity]) assert.throws(() => ask(none, 1), TypeError);
  }
});

test('the ring breaks three generals, and shows that four need two traitors', () => {
  const ring = Lab.ring('v=1&p=om&n=3&m=1');
  assert.deepEqual([ring.kind, ring.source, ring.blocs], ['theorem', 'FLM86', [[1], [2], [3]]]);
  const failing = ring.windows.filter(({ holds }) => !holds);
  assert.deepEqual(
    failing.map(({ traitors, order, condition, sameEyes }) => ({ traitors, order, condition, sameEyes })),
    [{ traitors: [2], order: 'A', condition: 'validity', sameEyes: true }],
  );
  assert.equal(broken(failing[0].link).validity, true);
  const four = Lab.ring('v=1&p=om&n=4&m=1', [[1], [2], [3, 4]]);
  assert.deepEqual(four.windows.filter(({ holds }) => !holds).map(({ traitors }) => traitors), [[3, 4]]);
  assert.throws(() => Lab.ring('v=1&p=om&n=4&m=1', [[2], [1], [3, 4]]), RangeError);
  assert.throws(() => Lab.ring('v=1&p=om&n=4&m=1', [[1], [2], [3, 4, 4]]), RangeError);
  assert.throws(() => Lab.ring('v=1&p=om&n=2'), { name: 'LabError', code: 'too-few', size: 3, nearest: 'v=1&p=om&n=3&m=0' });
  // The largest rings: what is read off can be played.
  for (const army of ['om&n=19&m=2', 'om&n=10&m=3', 'om&n=8&m=4', 'om&n=7&m=5', 'flat&n=10&m=3']) {
    const failing = Lab.ring(`v=1&p=${army}`).windows.filter(({ holds }) => !holds);
    assert.ok(failing.length > 0, army);
    for (const { link, condition } of failing) assert.equal(broken(link)[condition === 'agreement' ? 'agreement' : 'validity'], true, army);
  }
  assert.throws(() => Lab.ring('v=1&p=om&n=13&m=4'), { code: 'too-large', size: 108384, nearest: 'v=1&p=om&n=8&m=4' });
});

test('for signed messages the ring names the one message that would have to be forged', () => {
  const failing = Lab.ring('v=1&p=sm&n=3&m=1').windows.filter(({ holds }) => !holds);
  assert.deepEqual(
    failing.map(({ forged, sameEyes }) => ({ forged, sameEyes })),
    [{ forged: { path: [1, 2], to: 3 }, sameEyes: false }],
  );
});

test('the chain is halved until a run breaks in which nobody lies, only leaves out', () => {
  const chain = Lab.chain('v=1&p=om&n=7&m=1');
  assert.deepEqual([chain.kind, chain.source, chain.length], ['theorem', 'DS83', 170]);
  assert.ok(chain.tried.length <= 10);
  const last = chain.tried.at(-1);
  assert.ok(last?.broken && last.link);
  assert.equal(broken(last.link).agreement, true);
  assert.deepEqual(Session.open(last.link).scenario().lies.filter(({ said }) => said !== null), []);
  for (const place of [1, 50, 169]) assert.ok(Lab.chainRun('v=1&p=om&n=7&m=1', place).tellsApart.length <= 1);
  assert.throws(() => Lab.chainRun('v=1&p=om&n=7&m=1', 170), RangeError);
  assert.throws(() => Lab.chain('v=1&p=om&n=4&m=2'), { name: 'LabError', code: 'too-few', size: 5, nearest: 'v=1&p=om&n=5&m=2' });
});

test('a rule written by hand is answered with the runs that break it', () => {
  /** @type {('A' | 'R')[]} */
  const obedient = ['R', 'A', 'R', 'A'];
  const { kind, tried, cases } = Lab.rules([obedient, obedient]);
  // A traitor commander says one of two words to each of two; a traitor lieutenant one of two, after either order.
  assert.deepEqual([kind, tried], ['exhausted', 4 + 2 * 2 * 2]);
  assert.ok(cases.length > 0);
  assert.deepEqual([...new Set(cases.map(({ condition }) => condition))], ['agreement']);
  /** @type {('A' | 'R')[]} */
  const majority = ['R', 'R', 'R', 'A', 'R', 'A', 'A', 'A'];
  assert.deepEqual(Lab.rules([majority, majority, majority]), { kind: 'exhausted', tried: 8 + 3 * 2 * 4, cases: [] });
  const { each, ...counts } = Lab.ruleTally(3);
  assert.deepEqual(counts, { kind: 'exhausted', choices: 256, obedient: 1, agreeing: 16, working: 0 });
  // The one that never disobeys does as it was told, both tables: bits 1 and 3.
  assert.deepEqual([each.length, each.indexOf('o'), each.split('a').length - 1], [256, 0b1010_1010, 16]);
  assert.equal(Lab.ruleTally(4).working, 1);
  assert.throws(() => Lab.rules([['A']]), RangeError);
  // @ts-expect-error there is no such order
  assert.throws(() => Lab.rules([['A', 'B', 'R', 'R'], obedient]), TypeError);
});

test('a search tries all in pieces, and stops at an attack', () => {
  const none = LabSearch.exhaust('v=1&p=om&n=6&m=2&t=1.6');
  const first = none.advance(1000);
  assert.deepEqual([first.kind, first.total, first.done, first.found], ['exhausted', 2 ** 20, false, null]);
  assert.ok(first.tried >= 1000 && first.tried < 2000);
  assert.deepEqual(toTheEnd(none), { kind: 'exhausted', tried: 2 ** 20, total: 2 ** 20, done: true, breaks: false, found: null });
  const some = toTheEnd(LabSearch.exhaust('v=1&p=om&n=5&m=1&t=1.5'));
  assert.equal(broken(some.found).agreement, true);
  const signed = toTheEnd(LabSearch.exhaust('v=1&p=sm&n=4&m=2&t=1.4'));
  assert.deepEqual(signed, { kind: 'exhausted', tried: 1296, total: 1296, done: true, breaks: false, found: null });
});

test('what is too much is refused with its size and the nearest that is not', () => {
  assert.throws(() => LabSearch.exhaust('v=1&p=om&n=7&m=2&t=6.7'), {
    name: 'LabError',
    code: 'too-large',
    size: 40,
    nearest: 'v=1&p=om&n=6&m=2&t=5.6',
  });
  const messages = { name: 'LabError', code: 'too-many-messages' };
  assert.throws(() => LabSearch.sample('v=1&p=om&n=16&m=5&t=2'), { ...messages, size: 3999675, nearest: 'v=1&p=om&n=9&m=5&t=2' });
  assert.throws(() => LabSearch.exhaust('v=1&p=om&n=12&m=6&t=1'), { ...messages, size: 2060311 });
  const generals = { name: 'LabError', code: 'too-many-generals' };
  assert.throws(() => LabSearch.exhaust('v=1&p=sm&n=31&m=10&t=1.5'), { ...generals, size: 31, nearest: 'v=1&p=sm&n=5&m=3&t=1.5' });
  assert.throws(() => Lab.chain('v=1&p=om&n=31&m=2'), { code: 'too-large', size: 219782, nearest: 'v=1&p=om&n=31' });
});

test('a sample says that it is one, and shrinks what it finds', () => {
  const search = LabSearch.sample('v=1&p=flat&n=7&m=2&t=6.7');
  const progress = toTheEnd(search, 500);
  assert.deepEqual([progress.kind, progress.total], ['sampled', null]);
  const { agreement, validity } = broken(progress.found);
  assert.ok(agreement || validity);
});

test('an attack of more lies than are counted is said to exist, and a cell of the map likewise', () => {
  const { lies, link } = Lab.attack('v=1&p=om&n=40&m=30&t=4', { k: 6, eitherOrder: true });
  assert.deepEqual([lies, link], [Infinity, null]);
  assert.equal(Lab.tolerance(40, 30, 6).lies, Infinity);
});

test('the ladder says of each kind of traitor whether he suffices, with a run that breaks where he does', () => {
  const { crash, omission, twins, arbitrary } = Lab.ladder('v=1&p=om&n=4&t=1.4');
  assert.deepEqual(crash, { kind: 'exhausted', tried: 12, breaks: false, link: null });
  assert.deepEqual(omission, { kind: 'exhausted', tried: 32, breaks: true, link: 'v=1&p=om&n=4&t=1.4&s=honest&x=1-3S_1.4-3S' });
  assert.deepEqual([twins?.tried, twins?.breaks, arbitrary?.kind, arbitrary?.breaks], [20, true, 'exact', true]);
  for (const rung of [omission, twins, arbitrary]) assert.equal(Session.judge(rung?.link ?? '').agreement.holds, false);
  assert.equal(Lab.ladder('v=1&p=om&n=31&m=10&t=1.2.3.4.5.6.7.8.9.10.11').twins, null);
  assert.throws(() => Lab.ladder('v=1&p=om&n=3&t=1.2'), { name: 'LabError', code: 'nothing-claimed' });
});

test('whatever the laboratory is given, it answers or says what is wrong, and goes on', () => {
  const army = 'v=1&p=om&n=4&t=3';
  /** @type {any[]} */
  const values = [undefined, null, true, '', 'x', army, 'v=1&p=sm&n=3&t=2', 'n=99', -1, 0, 1.5, 3, 2 ** 32, 2 ** 53, NaN, Infinity, 3n, [], [[]], [[1], [2], [3]], [['A', 'R', 'A', 'R']], {}, { k: -1 }, { k: 3, condition: 'validity' }, Symbol('x'), () => 1];
  const asked = /** @type {Record<string, (...args: any[]) => any>} */ (/** @type {unknown} */ (Lab));
  const search = (/** @type {'exhaust' | 'sample'} */ kind, /** @type {any[]} */ [link, runs]) => {
    const begun = LabSearch[kind](link);
    // As long as it is told to, it searches.
    begun.advance(Number.isFinite(runs) ? Math.min(runs, 1000) : runs);
    begun.free();
  };
  /** @type {Record<string, (...args: any[]) => any>} */
  const questions = { exhaust: (...args) => search('exhaust', args), sample: (...args) => search('sample', args) };
  for (const name of ['attack', 'ring', 'chain', 'chainRun', 'ladder', 'cost', 'protocols', 'promise', 'rules', 'ruleTally', 'tolerance']) questions[name] = (...args) => asked[name](...args);
  const told = new Set();
  for (const [name, question] of Object.entries(questions))
    for (const first of values)
      for (const second of values)
        for (const third of name === 'tolerance' ? values : [undefined])
          try {
            question(first, second, third);
          } catch (error) {
            const { name: kind } = /** @type {Error} */ (error);
            told.add(kind);
            assert.match(kind, /^(TypeError|RangeError|LinkError|LabError)$/, `${name} ${String(first)} ${String(second)}: ${error}`);
          }
  assert.deepEqual([...told].sort(), ['LabError', 'LinkError', 'RangeError', 'TypeError']);
  assert.equal(Lab.attack('v=1&p=om&n=7&m=1&t=1.7').lies, 3);
});

test('where nothing is claimed there is nothing to break, and it says so', () => {
  const nothing = { name: 'LabError', code: 'nothing-claimed', size: null, nearest: null };
  assert.throws(() => Lab.attack('v=1&p=om&n=7&m=1&t=1.7', { condition: 'validity' }), nothing);
  assert.throws(() => Lab.attack('v=1&p=om&n=4&t=1.2.3'), nothing);
  assert.throws(() => Lab.attack('v=1&p=om&n=4', { k: 3 }).lies, nothing);
  assert.equal(Lab.attack('v=1&p=om&n=4', { k: 2, eitherOrder: true }).lies, 2);
  for (const kind of /** @type {const} */ (['exhaust', 'sample'])) {
    assert.throws(() => LabSearch[kind]('v=1&p=om&n=3&t=1.2.3'), nothing);
    assert.throws(() => LabSearch[kind]('v=1&p=sm&n=3&t=1.2'), nothing);
  }
});

test('where lies among traitors are free, of all attacks with as few others that with the fewest is given', () => {
  for (const [link, options, all] of /** @type {const} */ ([
    ['v=1&p=om&n=6&m=3&t=4.5.6', {}, 6],
    ['v=1&p=om&n=8&m=3', { k: 4, eitherOrder: true }, 12],
    ['v=1&p=om&n=10&m=3', { k: 5, eitherOrder: true }, 20],
  ])) {
    const conditions = /** @type {const} */ (['agreement', 'validity']).map((condition) => Lab.attack(link, { ...options, condition, freeAmongTraitors: true }));
    const found = Lab.attack(link, { ...options, freeAmongTraitors: true });
    assert.deepEqual([found.lies, broken(found.link).lies], [0, all]);
    assert.equal(all, Math.min(...conditions.map((attack) => broken(attack.link).lies ?? 0)));
  }
});
