// The chain of runs as drawings: a row for each run that was tried, and an army whose roads are cut.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Lab } from '#generals';
import { engine } from '../testing.js';
import { halvingPicture, opinionsPicture, ordersPicture } from './chain-figures.js';

before(engine);

/** @typedef {import('../state/types.js').Order} Order */
const WORDS = { label: 'the halving', tells: (/** @type {{place: number}} */ { place }) => `run <${place}>` };
const count = (/** @type {string} */ markup, /** @type {RegExp} */ what) => markup.match(what)?.length ?? 0;

test('the halving has a row for each run that was tried, in their order; the one that breaks and the one shown are marked', () => {
  const chain = Lab.chain('v=1&p=om&n=7&m=1');
  const last = chain.tried.at(-1);
  assert.ok(last?.broken);
  const markup = halvingPicture(chain, last.place, WORDS);
  assert.equal(count(markup, /class="verdict-word"/g), chain.tried.length);
  assert.deepEqual([count(markup, /<g class="broken on">/g), count(markup, /<g class="[^"]*broken/g)], [1, chain.tried.filter(({ broken }) => broken).length]);
  assert.ok(markup.includes(`run &lt;${last.place}&gt;`));
  for (const [, x] of markup.matchAll(/<circle cx="([\d.]+)"/g)) assert.ok(Number(x) >= 20 && Number(x) <= 620);
});

test('where nothing was tried nothing is seen', () => {
  assert.match(halvingPicture(null, -1, WORDS), /^<svg class="halving".* hidden="hidden"><\/svg>$/);
});

test('a road is cut where the order does not come, and a traitor decides nothing', () => {
  /** @type {Record<string, Order>} */
  const obeyed = { 2: 'A', 4: 'R' };
  const markup = ordersPicture({ n: 4, order: 'A', obeyed, isCut: (id) => id === 3 });
  assert.deepEqual([count(markup, /class="token A"/g), count(markup, /class="token R"/g), count(markup, /<circle/g)], [2, 1, 1]);
  assert.equal(count(markup, /class="cut"/g), 1);
});

test('of opinions each stands over what he obeys', () => {
  /** @type {Record<string, Order>} */
  const obeyed = { 1: 'A', 2: 'A', 3: 'A' };
  const markup = opinionsPicture({ opinions: 'ARR', obeyed, isCut: (id) => id === 1 });
  assert.deepEqual([count(markup, /class="token A"/g), count(markup, /class="token R"/g), count(markup, /class="cut"/g)], [4, 2, 1]);
});
