// Every exhibit opens, shows what its name says, and is published.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { address, edit } from '../state/engine.js';
import { engine, opened } from '../testing.js';
import { OFFERED } from './exhibit-list.js';

before(engine);

/** @type {{canonical: string}[]} */
const golden = JSON.parse(readFileSync(new URL('../../../tests/links/golden.json', import.meta.url), 'utf8'));

test('each exhibit is a canonical link that is published', () => {
  const published = new Set(golden.map(({ canonical }) => canonical));
  for (const link of OFFERED) {
    assert.equal(address(link, {}), link);
    assert.ok(published.has(opened(link).state.link), link);
  }
});

test('where the wrong vote fails, OM(m) on the same lies does not', () => {
  const wrong = OFFERED.filter((link) => link.includes('p=flat'));
  assert.equal(wrong.length, 5);
  for (const link of wrong) {
    const right = (/** @type {string} */ run) => {
      const { verdict } = opened(run).state;
      return verdict?.agreement.holds && verdict.validity.holds !== false;
    };
    assert.equal(right(link), false, link);
    assert.equal(right(edit(link, { protocol: 'om' })), true, link);
  }
});
