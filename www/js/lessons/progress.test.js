// What is kept of the reader's answers, also where the browser keeps nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clear, doneOf, forget, hasAny, note, saidAt, SKIPPED } from './progress.js';

test('an answer is known until it is forgotten, where storage is shut too', () => {
  assert.equal(typeof globalThis.localStorage?.setItem, 'undefined');
  note('liars', 2, 1);
  note('liars', 3, SKIPPED);
  assert.deepEqual([saidAt('liars', 2), saidAt('liars', 3), saidAt('liars', 4), doneOf('liars')], [1, SKIPPED, null, 2]);
  forget('liars', 2);
  assert.deepEqual([saidAt('liars', 2), doneOf('liars'), hasAny()], [null, 1, true]);
  clear();
  assert.deepEqual([doneOf('liars'), hasAny()], [0, false]);
});

test('a lesson may be called as anything that objects have', () => {
  assert.deepEqual([saidAt('constructor', 1), doneOf('toString')], [null, 0]);
  note('constructor', 1, 0);
  assert.equal(saidAt('constructor', 1), 0);
  clear();
});

/** This page and another tab of it, over one storage. */
async function tabs() {
  /** @type {Map<string, string>} */
  const stored = new Map();
  const localStorage = {
    getItem: (/** @type {string} */ name) => stored.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ text) => void stored.set(name, text),
    removeItem: (/** @type {string} */ name) => void stored.delete(name),
  };
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
  const load = (/** @type {string} */ tab) => /** @type {Promise<typeof import('./progress.js')>} */ (import(`./progress.js?${tab}`));
  return { stored, localStorage, one: await load('one'), other: await load('other') };
}

test('two tabs keep what either was told, and what one clears the other does not bring back', async () => {
  const { stored, localStorage, one, other } = await tabs();
  one.note('liars', 1, 0);
  other.note('liars', 2, 1);
  other.note('ask', 1, 1);
  one.note('liars', 3, SKIPPED);
  assert.deepEqual([one.doneOf('liars'), other.doneOf('liars'), one.saidAt('ask', 1)], [3, 3, 1]);
  one.clear();
  assert.deepEqual([other.hasAny(), stored.size], [false, 0]);
  other.note('ask', 2, 0);
  assert.deepEqual([one.doneOf('liars'), one.doneOf('ask')], [0, 1]);
  // A storage that is full can still be read.
  localStorage.setItem = () => {
    throw new Error('QuotaExceededError');
  };
  one.note('ask', 3, 0);
  assert.deepEqual([one.doneOf('ask'), other.doneOf('ask')], [2, 1]);
  other.clear();
  assert.equal(one.hasAny(), false);
  Reflect.deleteProperty(globalThis, 'localStorage');
});
