// Screens that have nothing to show of a run: a link to one opens the map, and no key leads there.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { isInLab, screenOf } from './screens.js';

before(engine);

test('of an order, and of two generals, there is no vote tree and no laboratory, by link or by key', () => {
  for (const run of ['v=1&p=trust', 'v=1&p=two'])
    for (const view of /** @type {const} */ (['tree', 'lab', 'attack', 'tolerance'])) {
      const { state } = opened(`${run}&view=${view}`);
      assert.equal(screenOf(state), 'map', `${run} ${view}`);
      assert.equal(isInLab(state), false);
      const store = opened(run);
      store.apply({ type: 'view', view });
      assert.equal(store.state.place.view, 'map');
    }
});

test('rules that fire make no vote tree, and a link to one opens the map; the laboratory is there', () => {
  for (const protocol of ['king', 'queen', 'bracha', 'benor', 'pbft']) {
    assert.equal(screenOf(opened(`v=1&p=${protocol}&view=tree`).state), 'map', protocol);
    assert.equal(screenOf(opened(`v=1&p=${protocol}&view=lab`).state), 'lab', protocol);
  }
});

test('of an army there are both, and figures of an order open as ever', () => {
  assert.equal(screenOf(opened('v=1&p=om&n=4&view=tree').state), 'tree');
  assert.equal(screenOf(opened('v=1&p=om&n=4&view=attack').state), 'lab');
  for (const view of ['time', 'table']) assert.equal(screenOf(opened(`v=1&p=trust&view=${view}`).state), view);
});
