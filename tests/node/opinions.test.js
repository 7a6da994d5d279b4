// Interactive consistency through the step API: opinions, vectors and the trees behind them, and what the laboratory answers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lab, Session } from './engine.js';

const LINK = 'v=1&p=ic&n=4&t=3&i=AARA';

test('the spec says that everybody has an input and what may be asked', () => {
  const { spec, rounds, scenario, messages, grounds } = Session.read(LINK);
  assert.deepEqual([spec.inputs, spec.evidence, spec.signed, spec.noticesSilence], ['everyone', 'vector', false, true]);
  assert.deepEqual(spec.tools, ['exhaust', 'sample', 'ring', 'chain']);
  assert.deepEqual([rounds, messages.total, scenario.order, scenario.i, grounds.reason], [2, 36, null, 'AARA', 'theorem']);
  assert.equal(Session.read('v=1&p=ic&n=3&t=3').grounds.reason, 'too-few-generals');
});

test('opinions are forked, and go with the protocol', () => {
  const session = Session.open(LINK);
  assert.equal(session.fork({ i: 'RRRA' }).link(), 'v=1&p=ic&n=4&t=3&i=RRRA');
  assert.equal(session.fork({ i: 'ARAR' }).link(), 'v=1&p=ic&n=4&t=3', 'the default is not written');
  const oral = session.fork({ protocol: 'om' }).scenario();
  assert.deepEqual([oral.order, oral.i], ['A', undefined]);
  assert.equal(Session.open('v=1&p=om&n=4&o=R').fork({ protocol: 'ic' }).scenario().order, null);
  assert.throws(() => session.fork({ i: 'AA' }), { name: 'LinkError', key: 'i' });
  assert.throws(() => Session.open('v=1&p=ic&n=4&o=R'), { name: 'LinkError', code: 'bad-value', key: 'o' });
});

test('every loyal general ends with a vector that holds his own opinion', () => {
  const session = Session.open(LINK);
  const { decisions, vectors } = session.verdict();
  assert.deepEqual(vectors, { 1: 'AAAA', 2: 'AAAA', 4: 'AAAA' });
  assert.deepEqual(Object.keys(decisions), ['1', '2', '4'], 'general 1 decides like the others');
  assert.equal(Session.open('v=1&p=om&n=4').verdict().vectors, undefined);
  const votes = session.votes(2);
  assert.ok(votes && 'vector' in votes);
  assert.deepEqual(votes.vector.map(({ path }) => path), [[1], [2], [3], [4]]);
  assert.deepEqual(votes.vector[1].children, [], 'his own word alone');
  assert.equal(session.votes(3), null);
  assert.equal(session.view(3).order, 'R', 'a general knows his own opinion');
});

test('the tree about anybody begins with him, and paths begin anywhere', () => {
  const session = Session.open(LINK);
  assert.equal(session.voteTree(2, 4)?.branch([4])?.result, 'A');
  assert.equal(session.voteTree(2, 2), undefined, 'of himself he is told nothing');
  assert.deepEqual(session.held([4]).map(({ general }) => general), [1, 2, 3]);
  const step = session.stepOf([4, 3], 2);
  assert.ok(step !== null);
  assert.deepEqual(session.event(step), { kind: 'message', round: 2, from: 3, to: 2, path: [4, 3], said: 'R', honest: 'A', lie: true });
});

test('every link that the laboratory gives opens: where nobody commands no order stands in it', () => {
  const { windows } = Lab.ring('v=1&p=ic&n=3&m=1');
  assert.ok(windows.some(({ holds }) => !holds));
  for (const { link, sameEyes } of windows) {
    assert.ok(link && sameEyes);
    assert.doesNotMatch(link, /&o=/);
    assert.equal(Session.open(link).link(), link);
  }
  const chain = Lab.chain('v=1&p=ic&n=4&m=1');
  for (const { link } of chain.tried) assert.ok(link && Session.open(link).link() === link);
  assert.equal(chain.tried.at(-1)?.broken, true);
  assert.throws(() => Lab.attack(LINK), { name: 'LabError', code: 'oral-only' });
});
