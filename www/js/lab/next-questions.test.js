// The next question: armies that there are, and none that was asked about already.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { edit, read } from '../state/engine.js';
import { stronger, weaker } from './next-questions.js';

before(engine);

test('after “no attack” fewer generals, more traitors and more rounds are offered, where there are such armies', () => {
  const ids = (/** @type {Parameters<typeof weaker>[0]} */ army) => weaker(army).map(({ id }) => id);
  assert.deepEqual(ids({ n: 4, m: 1, traitors: [3] }), ['n', 'f', 'm']);
  assert.deepEqual(ids({ n: 4, m: 2, traitors: [3] }), ['n', 'f'], 'no more rounds than n − 2');
  assert.deepEqual(ids({ n: 3, m: 1, traitors: [] }), ['f'], 'two generals leave nothing to claim');
  assert.deepEqual(ids({ n: 4, m: 1, traitors: [4] }), ['f', 'm'], 'who goes is no traitor');
  assert.deepEqual(weaker({ n: 4, m: 1, traitors: [2] })[1].changes, { traitors: [2, 3] });
});

test('after an attack more generals and fewer traitors are offered', () => {
  assert.deepEqual(
    stronger({ n: 5, m: 1, traitors: [1, 5] }).map(({ changes }) => changes),
    [{ n: 6 }, { traitors: [1] }],
  );
  assert.deepEqual(
    stronger({ n: 64, m: 1, traitors: [1] }).map(({ id }) => id),
    [],
  );
});

test('every army that is offered opens, and is another', () => {
  for (const link of ['v=1&p=om&n=4&t=3', 'v=1&p=om&n=4&m=2&t=3', 'v=1&p=om&n=3&t=3', 'v=1&p=om&n=7&m=5&t=1.7', 'v=1&p=om&n=64&t=3']) {
    const { scenario } = read(link);
    for (const { changes, id } of [...weaker(scenario), ...stronger(scenario)]) {
      const next = edit(link, changes);
      assert.notEqual(next, edit(link, {}), `${link} ${id}`);
      assert.ok(read(next).scenario.n >= 2);
    }
  }
});
