// What is kept of a quiz: where storage is shut, where it holds something strange, and across a reload.

import assert from 'node:assert/strict';
import { test } from 'node:test';

const NAME = 'byzantine-generals.quiz';
/** A browser that keeps. @type {Map<string, string>} */
const stored = new Map();
const storage = {
  getItem: (/** @type {string} */ name) => stored.get(name) ?? null,
  setItem: (/** @type {string} */ name, /** @type {string} */ text) => void stored.set(name, text),
  removeItem: (/** @type {string} */ name) => void stored.delete(name),
};
let loads = 0;
/** The page as it is loaded again. @param {unknown} localStorage @returns {Promise<typeof import('./quiz-kept.js')>} */
function reload(localStorage) {
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
  return import(`./quiz-kept.js?${(loads += 1)}`);
}

test('a quiz goes on where it was when the page is loaded again, what was only chosen too', async () => {
  const first = await reload(storage);
  first.begin('ann', 'before', 'B');
  first.say('default', 1, 12.5);
  first.choose(0, 3);
  const { running, saidTo, now } = await reload(storage);
  const take = running();
  assert.ok(take);
  assert.deepEqual(saidTo(take, 'default'), { choice: 1, seconds: 12.5 });
  assert.deepEqual([now()?.nickname, take.form, take.when, take.open], ['ann', 'B', 'before', { choice: 0, seconds: 3 }]);
});

test('what another tab has answered stays when this one, opened before, writes after', async () => {
  stored.clear();
  const [one, other] = [await reload(storage), await reload(storage)];
  one.begin('ann', 'before', 'A');
  other.say('default', 1, 2);
  one.spend(9);
  one.say('lies', 0, 3);
  assert.deepEqual(other.running()?.said, { default: { choice: 1, seconds: 2 }, lies: { choice: 0, seconds: 3 } });
  other.end();
  one.spend(99);
  one.choose(1, 99);
  one.begin('bo', 'before', 'B');
  const [take] = other.now()?.takes ?? [];
  assert.deepEqual([other.now()?.nickname, take.ended, take.open], ['ann', true, null]);
});

test('a quiz that another tab has cleared is not brought back', async () => {
  stored.clear();
  const [one, other] = [await reload(storage), await reload(storage)];
  one.begin('ann', 'before', 'A');
  other.clear();
  one.spend(9);
  one.say('default', 1, 2);
  assert.deepEqual([one.now(), stored.has(NAME)], [null, false]);
});

test('the second quiz stands beside the first, and nothing changes one that has ended', async () => {
  stored.clear();
  const kept = await reload(storage);
  kept.begin('ann', 'before', 'A');
  kept.say('default', 0, 1);
  kept.end();
  kept.say('default', 1, 9);
  kept.beginAfter('B');
  kept.say('default', kept.UNKNOWN, 2);
  const takes = (await reload(storage)).now()?.takes ?? [];
  assert.deepEqual(takes.map(({ form, when, said, ended }) => [form, when, said.default, ended]), [
    ['A', 'before', { choice: 0, seconds: 1 }, true],
    ['B', 'after', { choice: -1, seconds: 2 }, false],
  ]);
});

test('begun anew, nothing of it is left', async () => {
  const kept = await reload(storage);
  kept.clear();
  assert.deepEqual([kept.now(), kept.running(), stored.has(NAME)], [null, null, false]);
});

test('where storage is shut or full it lasts as long as the page', async () => {
  const fail = () => {
    throw new Error('SecurityError');
  };
  for (const shut of [undefined, { getItem: fail, setItem: fail, removeItem: fail }]) {
    const kept = await reload(shut);
    kept.begin('ann', 'after', 'A');
    kept.say('default', 0, 1);
    assert.equal(kept.running()?.said.default.choice, 0);
    kept.clear();
    assert.equal(kept.now(), null);
  }
});

test('whatever else stands there is as nothing', async () => {
  const take = { form: 'A', when: 'before', said: {}, open: null, ended: false };
  const { readKept } = await reload(storage);
  assert.ok(readKept({ nickname: 'ann', takes: [take] }));
  const said = (/** @type {unknown} */ one) => ({ nickname: 'ann', takes: [{ ...take, said: { default: one } }] });
  const strange = [
    ...[0, null, [], 'x', {}, { nickname: 'ann' }, { nickname: '', takes: [take] }, { nickname: 'x'.repeat(41), takes: [take] }, { nickname: 7, takes: [take] }],
    ...[[], [null], [{}], [take, take], [{ ...take, when: 'after' }, take], [take, { ...take, when: 'after' }], [{ ...take, form: 'C' }]].map((takes) => ({ nickname: 'ann', takes })),
    ...[null, 1, { choice: 0 }, { choice: 0.5, seconds: 1 }, { choice: -2, seconds: 1 }, { choice: 0, seconds: -1 }, { choice: 0, seconds: '1' }].map(said),
    ...[undefined, 0, {}, { choice: 'x', seconds: 1 }].map((open) => ({ nickname: 'ann', takes: [{ ...take, open }] })),
  ];
  for (const one of strange) {
    stored.set(NAME, JSON.stringify(one));
    assert.equal((await reload(storage)).now(), null, JSON.stringify(one));
  }
  for (const text of ['', '{', 'undefined']) {
    stored.set(NAME, text);
    assert.equal((await reload(storage)).now(), null, text);
  }
});

test('a question may be called as anything that objects have', async () => {
  const kept = await reload(undefined);
  kept.begin('ann', 'before', 'A');
  const take = kept.running();
  assert.ok(take);
  assert.deepEqual([kept.saidTo(take, 'constructor'), kept.saidTo(take, '__proto__')], [null, null]);
});
