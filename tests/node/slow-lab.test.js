// The laboratory of slow letters in the step API: every set of messages, some under delays, and two runs glued together.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lab, LabSearch, Session } from './engine.js';

/** @param {LabSearch} search */
function toTheEnd(search) {
  let progress = search.advance(20_000);
  while (!progress.done) progress = search.advance(20_000);
  search.free();
  return progress;
}

/** What is broken in a run. @param {string | null} link */
function broken(link) {
  assert.ok(link);
  const { agreement, validity, termination } = Session.judge(link);
  return Object.entries({ agreement, validity, termination })
    .filter(([, one]) => one?.holds === false)
    .map(([name]) => name);
}

test('all sets of messages of a traitor leader of four are tried, and none breaks', () => {
  const { kind, tried, total, breaks, found } = toTheEnd(LabSearch.exhaust('v=1&p=bracha&n=4&t=1'));
  assert.deepEqual({ kind, tried, total, breaks, found }, { kind: 'exhausted', tried: 110_592, total: 110_592, breaks: false, found: null });
});

test('what is found, tried or drawn, is a link that breaks', () => {
  const link = 'v=1&p=bracha&n=4&t=1&by=noamplify';
  for (const search of [LabSearch.exhaust(link), LabSearch.sample(link)]) assert.deepEqual(broken(toTheEnd(search).found), ['termination']);
});

test('too many sets are refused by name, with an army of which all can be tried', () => {
  assert.throws(() => LabSearch.exhaust('v=1&p=bracha&n=6&t=1'), { name: 'LabError', code: 'too-many-sets', size: 48 ** 5, nearest: 'v=1&p=bracha&n=5&t=1' });
});

test('a brain is split where nobody waits for the dead, each world a run of its own', () => {
  const { kind, source, blocs, worlds, sameEyes } = Lab.splitBrain('v=1&p=bracha&n=3&by=loose');
  assert.deepEqual([kind, source, blocs], ['theorem', 'DLS88', [[2], [1], [3]]]);
  assert.deepEqual(worlds.map(({ traitors }) => traitors), [[3], [2], [1]]);
  assert.deepEqual(worlds.map(({ link }) => broken(link)), [[], [], ['agreement']]);
  for (const { link, conditions, broken: isBroken } of worlds) {
    const holding = conditions.filter(({ holds }) => holds === false).map(({ condition }) => condition);
    assert.deepEqual(holding, broken(link));
    assert.equal(isBroken, holding.length > 0);
  }
  assert.deepEqual(worlds[2].decisions, [{ general: 2, order: 'A' }, { general: 3, order: 'R' }]);
  assert.deepEqual(sameEyes, [{ general: 2, world: 1, same: true }, { general: 3, world: 2, same: true }]);
});

test('with safe thresholds the first two worlds are stuck', () => {
  const { worlds } = Lab.splitBrain('v=1&p=bracha&n=3');
  assert.deepEqual(worlds.map(({ link }) => broken(link)), [['validity'], ['validity'], []]);
  assert.deepEqual(worlds[0].decisions, [{ general: 1, order: null }, { general: 2, order: null }]);
});

test('nobody is split within the bound, and in rounds it is not asked', () => {
  assert.throws(() => Lab.splitBrain('v=1&p=bracha&n=4'), { name: 'LabError', code: 'within-bound', size: 3, nearest: 'v=1&p=bracha&n=3' });
  assert.throws(() => Lab.splitBrain('v=1&p=bracha&n=4&m=0'), { code: 'within-bound', nearest: 'v=1&p=bracha&n=3' });
  assert.throws(() => Lab.splitBrain('v=1&p=bracha&n=60&m=20'), { code: 'too-large' });
  assert.throws(() => Lab.splitBrain('v=1&p=om&n=3'), { code: 'not-for-this' });
});

test('where coins are tossed some runs are drawn, and there are no sets of messages to try', () => {
  const { kind, found } = toTheEnd(LabSearch.sample('v=1&p=benor&n=5&t=5&i=AAAAA'));
  assert.equal(kind, 'sampled');
  assert.equal(broken(found).length, 1);
  assert.throws(() => LabSearch.exhaust('v=1&p=benor&n=5&t=5'), { name: 'LabError', code: 'not-for-this' });
  // Whoever waits for fewer letters than it takes to decide never does: that is no open question.
  assert.deepEqual(Lab.splitBrain('v=1&p=benor&n=3').worlds.map(({ link }) => broken(link)), [['termination'], ['termination'], ['termination']]);
});

test('what comes after a letter that nobody heeds is shifted by it where the next is drawn by lot: it counts', () => {
  const total = (/** @type {string} */ link) => {
    const search = LabSearch.exhaust(link);
    const { total } = search.advance(1);
    search.free();
    return total;
  };
  assert.deepEqual([total('v=1&p=bracha&n=4&t=1&q=lifo'), total('v=1&p=bracha&n=4&t=1&q=random')], [48 ** 3, 64 ** 3]);
});
