// A panel is drawn again when something that it read has changed, and only then.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine, opened } from '../testing.js';
import { createPage } from '../shell/page.js';
import { watched } from './watching.js';

await engine();

/** @param {(page: import('../shell/page.js').Page) => void} read */
function counted(read) {
  const store = opened('v=1&p=om&n=4&t=3');
  const page = createPage(store, /** @type {any} */ (null));
  let draws = 0;
  const panel = watched(page, (own) => () => {
    draws += 1;
    read(own);
  });
  const after = (/** @type {import('../state/actions.js').Action} */ action) => {
    const before = draws;
    store.apply(action);
    panel.refresh();
    return draws - before;
  };
  panel.refresh();
  return { after, draws: () => draws };
}

test('what is pointed at is nothing to a panel that does not show it', () => {
  const { after, draws } = counted(({ store }) => store.state.verdict);
  assert.equal(draws(), 1);
  assert.equal(after({ type: 'light', step: 2 }), 0);
  assert.equal(after({ type: 'point', generals: [2] }), 0);
  assert.equal(after({ type: 'turn', general: 2 }), 1);
});

test('a panel with words is drawn again in another language', () => {
  const { after } = counted(({ t }) => t('title'));
  assert.equal(after({ type: 'step' }), 0);
  assert.equal(after({ type: 'lang', lang: 'zh' }), 1);
});

test('a run answers for its cursor: who asks it is told when time goes on', () => {
  const { after } = counted(({ store }) => store.state.session?.snapshot());
  assert.equal(after({ type: 'step' }), 1);
  assert.equal(after({ type: 'rail', open: true }), 0);
});

test('what is read only under a condition counts while the condition holds', () => {
  const { after } = counted(({ store: { state } }) => state.rail && state.lit);
  assert.equal(after({ type: 'light', step: 1 }), 0);
  assert.equal(after({ type: 'rail', open: true }), 1);
  assert.equal(after({ type: 'light', step: 2 }), 1);
});
