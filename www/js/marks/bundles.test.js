// Bundles of seals: as many as the engine counts, shown by those who ask for a later view, and none for eyes that may not know.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { bundleHeld, bundleShown } from './bundles.js';
import { marksOf } from './fired.js';

before(engine);

/** General 4 hears nothing in time, and view 1 passes with 2 and 3 prepared. */
const PASSED = 'v=1&p=pbft&n=4&t=1&s=honest&d=1.3.1-2~0_1.3.1-3~0_1.3.1-4~0_1.3.2-3~0_1.3.3-2~0_1.3.3-4~0_1.3.2-4~0_1.3.4-2~0_1.3.4-3~0';

for (const link of ['v=1&p=pbft&n=4', 'v=1&p=pbft&n=4&t=1&s=split', 'v=1&p=pbft&n=7&m=2&t=1.2&s=half', 'v=1&p=pbft&n=4&q=random&seed=5', PASSED])
  test(`a bundle has as many seals as made the order prepared, from then on (${link})`, () => {
    const store = opened(link);
    const { session, scenario } = store.state;
    assert.ok(session && scenario);
    for (let id = 1; id <= scenario.n; id++) {
      /** @type {import('#generals').Mark[]} */
      const marks = scenario.traitors.includes(id) ? [] : marksOf(session, id).filter(({ mark }) => mark === 'prepared');
      for (const mark of marks) {
        store.apply({ type: 'seek', step: mark.step });
        const bundle = bundleHeld(store.state, id);
        assert.deepEqual([bundle?.seals.length, bundle?.word, bundle?.view], [mark.votes, mark.word, mark.phase], `general ${id}`);
        assert.equal(bundle?.seals.filter(({ kind }) => kind === 'pre-prepare').length, 1, 'its leader proposed');
        store.apply({ type: 'seek', step: mark.step - 1 });
        assert.notDeepEqual(bundleHeld(store.state, id), bundle);
      }
    }
  });

test('who asks for a later view shows the bundle that he holds; a letter without one shows none', () => {
  const { session, length } = opened(PASSED).state;
  assert.ok(session);
  let shown = 0;
  for (let step = 1; step < length; step++) {
    const event = session.event(step);
    if (event.kind !== 'message') continue;
    const bundle = bundleShown(session, event, step);
    if (!bundle) continue;
    shown += 1;
    assert.ok(event.part && ['view-change', 'new-view'].includes(event.part.kind));
    assert.ok(bundle.view < event.part.phase && bundle.word === event.said && bundle.seals.length >= 3);
  }
  assert.ok(shown > 0);
});

test('through eyes only his own is known', () => {
  const { state } = opened('v=1&p=pbft&n=4&at=16&pov=2');
  assert.ok(bundleHeld(state, 2));
  assert.equal(bundleHeld(state, 3), null);
});
