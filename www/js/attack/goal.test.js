// The goal of an examiner stands in links, is set and taken away, and belongs to programs alone.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sharedLink } from '../share/shared-link.js';
import { fragment } from '../state/address.js';
import { engine, opened } from '../testing.js';
import { asked, unasked } from './hold-cells.js';
import { goalOf } from './goal-panel.js';
import { laboratoryHere } from './laboratory-here.js';

before(engine);

test('a goal is read, stays in the address and is shared', () => {
  const store = opened('v=1&p=own&n=4&goal=7.2');
  assert.deepEqual(goalOf(store.state), { n: 7, f: 2 });
  store.apply({ type: 'edit', changes: { n: 5 } });
  assert.match(fragment(store.state) ?? '', /&goal=7\.2/);
  store.apply({ type: 'goal', goal: '5.1' });
  assert.match(sharedLink(store.state, { isHere: false, pov: null, number: 1 }), /&goal=5\.1/);
  store.apply({ type: 'goal', goal: null });
  assert.doesNotMatch(fragment(store.state) ?? '', /goal/);
});

test('under a published protocol no goal is written', () => {
  const store = opened('v=1&p=own&n=4&goal=7.2');
  store.apply({ type: 'edit', changes: { protocol: 'om' } });
  assert.doesNotMatch(fragment(store.state) ?? '', /goal/);
});

test('an army that the program cannot serve is refused by name, and asked nothing', async () => {
  const store = opened('v=1&p=own&n=4');
  store.apply({ type: 'edit', changes: { prog: 'task consensus\nfor p in 1 .. 2 ** 1:\n    send input to all\ndecide input\n'.replace('2 ** 1', 'n * n') } });
  const { link } = store.state;
  assert.match(store.state.scenario?.prog ?? '', /n \* n/);
  const cells = unasked();
  const large = await asked(link, { ...cells[0], n: 64, f: 1 }, laboratoryHere());
  assert.equal(large.state, 'refused');
  const small = await asked(link, { ...cells[0], n: 2, f: 0 }, laboratoryHere());
  assert.equal(small.state, 'broken');
  store.apply({ type: 'edit', changes: { n: 64 } });
  assert.deepEqual([store.state.unserved, store.state.link], [{ n: 64, m: 1 }, link]);
  store.apply({ type: 'edit', changes: { n: 5 } });
  assert.equal(store.state.unserved, null);
});
