// Texts that do not run stay in this tab beside the program that runs, also where the tab keeps nothing or something strange.

import assert from 'node:assert/strict';
import { test } from 'node:test';

/** @type {Map<string, string>} */
const stored = new Map();
const storage = {
  getItem: (/** @type {string} */ name) => stored.get(name) ?? null,
  setItem: (/** @type {string} */ name, /** @type {string} */ text) => void stored.set(name, text),
  removeItem: (/** @type {string} */ name) => void stored.delete(name),
};
let loads = 0;
/** The page as it is loaded again. @param {PropertyDescriptor} sessionStorage @returns {Promise<typeof import('./drafts.js')>} */
function reload(sessionStorage) {
  Object.defineProperty(globalThis, 'sessionStorage', { ...sessionStorage, configurable: true });
  return import(`./drafts.js?${(loads += 1)}`);
}
const open = { value: storage };

test('a text stands again after a reload, beside its own program alone, until it has become right', async () => {
  const first = await reload(open);
  first.stand('one', 'oen');
  first.layAside('one', 'eon');
  const again = await reload(open);
  assert.deepEqual([again.standing('one'), again.laidAside('one'), again.standing('two')], ['oen', 'eon', null]);
  again.stand('one', null);
  assert.deepEqual([again.standing('one'), again.laidAside('one')], [null, 'eon']);
});

test('of many programs the last ones are kept', async () => {
  const { stand, standing } = await reload(open);
  for (let i = 0; i < 20; i++) stand(`program ${i}`, `text ${i}`);
  assert.deepEqual([standing('program 0'), standing('program 19')], [null, 'text 19']);
});

test('where storage is shut it stays as long as the page; something strange there is nothing', async () => {
  const shut = {
    get() {
      throw new DOMException('shut', 'SecurityError');
    },
  };
  const { stand, standing } = await reload(shut);
  stand('one', 'oen');
  assert.equal(standing('one'), 'oen');
  for (const strange of ['{', '{"one":"oen"}', '[null, 7, {"beside":"one","text":7,"aside":null}]']) {
    stored.set('byzantine-generals.program', strange);
    assert.equal((await reload(open)).standing('one'), null, strange);
  }
});
