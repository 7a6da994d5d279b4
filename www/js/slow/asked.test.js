// What a step asks of the engine: as much as is shown, however many letters have been delivered; and no signature is made for a glance.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { bundleShown } from '../marks/bundles.js';
import { layout } from '../scene/layout.js';
import { engine, opened } from '../testing.js';
import { waitingNow } from './letters.js';
import { phasesNow } from './phases-now.js';
import { queueOf, rowsNow } from './queue.js';

before(engine);

/** How often each method of a run is called from now on. @param {any} session */
function asked(session) {
  /** @type {Record<string, number>} */
  const calls = {};
  for (const name of ['event', 'votes', 'queue', 'certificate', 'bundle', 'rides']) {
    const own = session[name].bind(session);
    session[name] = (/** @type {any[]} */ ...given) => {
      calls[name] = (calls[name] ?? 0) + 1;
      return own(...given);
    };
  }
  return calls;
}

/** @param {import('../state/store.js').Store} store @param {number} n */
function look(store, n) {
  const plan = /** @type {any} */ ({ layout: layout({ width: 800, height: 560, n, compact: false, touch: false, names: 1 }) });
  const page = /** @type {any} */ ({ store });
  // Each letter and each pill that is drawn asks again.
  for (let i = 0; i < 50; i++) {
    waitingNow(page, plan);
    phasesNow(store.state);
  }
  return waitingNow(page, plan);
}

test('where camps are dots, nobody’s seals are gathered', () => {
  const store = opened('v=1&p=pbft&n=64&m=21&t=1.2.3&s=silent');
  store.apply({ type: 'seek', step: store.state.length - 2 });
  look(store, 64);
  const calls = asked(store.state.session);
  store.apply({ type: 'seek', step: store.state.length });
  look(store, 64);
  assert.ok((calls.event ?? 0) <= 3 && (calls.queue ?? 0) <= 1 && !calls.votes && !calls.certificate, JSON.stringify(calls));
});

test('of the letters of a run only those are opened whose seals somebody holds, and once', () => {
  const n = 22;
  const store = opened(`v=1&p=pbft&n=${n}&m=7&t=1.2&s=silent`);
  const { length, session } = store.state;
  store.apply({ type: 'seek', step: 0 });
  look(store, n);
  const calls = asked(session);
  store.apply({ type: 'seek', step: length });
  const { pills } = look(store, n);
  assert.equal(pills.length, n - 2);
  assert.ok(calls.event < length, `${calls.event} of ${length}, for ${pills.length} generals`);
  const before = calls.event;
  store.apply({ type: 'seek', step: length - 1 });
  look(store, n);
  assert.ok(calls.event - before <= 3 * n, 'a step back does not open all that are held again');
});

test('a letter under way shows its seals, and none of them is made', () => {
  const store = opened('v=1&p=pbft&n=4&t=1&s=honest&d=1.3.1-2~0_1.3.1-3~0_1.3.1-4~0_1.3.2-3~0_1.3.3-2~0_1.3.3-4~0_1.3.2-4~0_1.3.4-2~0_1.3.4-3~0');
  const { session, length } = store.state;
  assert.ok(session);
  const calls = asked(session);
  let shown = 0;
  for (let step = 0; step < length; step++) {
    store.apply({ type: 'seek', step });
    const queue = queueOf(store.state);
    assert.equal(rowsNow(store.state), rowsNow(store.state), 'rows are made once');
    for (const { event, step: at } of queue) shown += Number(bundleShown(session, event, at) !== null);
  }
  assert.ok(shown > 0);
  assert.equal(calls.certificate, undefined);
  assert.ok(calls.bundle < length && calls.queue <= length);
});

test('what is shown by name is what the letter holds once it is opened', () => {
  for (const link of ['v=1&p=pbft&n=4&t=1&s=split', 'v=1&p=pbft&n=7&m=2&t=1.2&s=half', 'v=1&p=pbft&n=4&t=2&s=honest&d=1.3.1-2~0_1.3.1-3~0_1.3.1-4~0_1.3.2-3~0_1.3.3-2~0_1.3.3-4~0_1.3.2-4~0_1.3.4-2~0_1.3.4-3~0']) {
    const { session, length } = opened(link).state;
    assert.ok(session);
    for (let step = 1; step < length; step++) {
      const bundle = session.bundle(step);
      const all = session.certificate(step)?.seals ?? [];
      for (const { signer, kind, holds } of bundle?.seals ?? [])
        assert.ok(all.some((seal) => seal.signer === signer && seal.kind === kind && seal.view === bundle?.view && seal.word === bundle.word && seal.holds === holds), `${link}: ${step}`);
    }
  }
});
