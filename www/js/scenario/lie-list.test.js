// Which lie the last fork brought, and which forks are listed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { around } from './fork-list.js';
import { freshLie } from './lie-row.js';

/** @param {number[]} path @param {number} to @param {'A' | 'R' | null} said */
const lie = (path, to, said) => ({ path, to, said });

test('a lie that is new or says something else is the fresh one', () => {
  const one = lie([1, 3], 2, 'R');
  const two = lie([1, 3], 4, 'R');
  assert.equal(freshLie([one], [one, two]), freshLie([], [two]));
  assert.notEqual(freshLie([one], [one, two]), '');
  assert.equal(freshLie([one], [lie([1, 3], 2, null)]), freshLie([], [one]), 'by its slot, whatever is said');
});

test('of several at once, or of none, no row is fresh', () => {
  const [one, two] = [lie([1, 3], 2, 'R'), lie([1, 3], 4, 'R')];
  assert.equal(freshLie([], [one, two]), '');
  assert.equal(freshLie([one, two], [two]), '');
});

test('of a long history six forks are listed, the one that is now among them', () => {
  assert.deepEqual(around(0, 0), { from: 0, to: 0 });
  assert.deepEqual(around(2, 1), { from: 0, to: 3 });
  assert.deepEqual(around(20, 0), { from: 15, to: 20 });
  assert.deepEqual(around(20, 9), { from: 16, to: 21 });
  assert.deepEqual(around(0, 9), { from: 0, to: 5 });
});
