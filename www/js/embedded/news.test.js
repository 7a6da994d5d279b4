// What the page around is told, and what it is not, with the real engine behind it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { newsOf, nowOf } from './news.js';

/** @typedef {import('../state/actions.js').Action} Action */
before(engine);

/** @param {object[]} messages */
const types = (messages) => messages.map((message) => /** @type {any} */ (message).type);

/** The types of what is told after each of these actions. @param {ReturnType<typeof opened>} store @param {Action[]} actions */
function told(store, actions) {
  let last = nowOf(store.state, store.state.playing);
  return actions.map((action) => {
    store.apply(action);
    const now = nowOf(store.state, store.state.playing);
    const messages = newsOf(last, now);
    last = now;
    return types(messages);
  });
}

test('the first word is that the run is shown, with its link and no verdict yet', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&at=2');
  assert.deepEqual(newsOf(null, nowOf(state, false)), [{ type: 'byz:ready', version: 1, link: 'v=1&p=om&n=4&t=3', step: 2, length: 10, verdict: null }]);
});

test('opened at its end the verdict is told with it', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&at=10');
  const messages = newsOf(null, nowOf(state, false));
  assert.deepEqual(types(messages), ['byz:ready', 'byz:verdict']);
  assert.deepEqual(/** @type {any} */ (messages[1]).verdict, state.session?.verdict());
});

test('a step is told when the cursor moves, never while only its messenger rides', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  store.apply({ type: 'mode', mode: 'message' });
  assert.deepEqual(told(store, [{ type: 'step' }, { type: 'advance', ms: 100 }, { type: 'advance', ms: 100 }, { type: 'seek', step: 5 }, { type: 'seek', step: 5 }]), [['byz:step'], [], [], ['byz:step'], []]);
});

test('that it plays is told once, and that it no longer does', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  assert.deepEqual(told(store, [{ type: 'play' }, { type: 'advance', ms: 10 }, { type: 'pause' }]), [['byz:playing'], [], ['byz:playing']]);
});

test('another run is told by its link; what was decided of the one before is not of this', () => {
  const store = opened('v=1&p=om&n=4&t=3&at=10');
  assert.deepEqual(told(store, [{ type: 'turn', general: 2 }, { type: 'open', link: 'v=1&p=om&n=5' }]), [['byz:link', 'byz:verdict'], ['byz:link', 'byz:step']]);
});

test('the verdict is told once, whatever else happens at the end', () => {
  const store = opened('v=1&p=om&n=4&t=3&at=9');
  assert.deepEqual(told(store, [{ type: 'seek', step: 10 }, { type: 'theme', theme: 'dark' }, { type: 'choose', general: 4 }, { type: 'seek', step: 9 }, { type: 'seek', step: 10 }]), [['byz:step', 'byz:verdict'], [], [], ['byz:step'], ['byz:step', 'byz:verdict']]);
});

test('through one general’s eyes the end is told, and not what came out', () => {
  const store = opened('v=1&p=om&n=4&t=3&pov=2&at=9');
  store.apply({ type: 'seek', step: 10 });
  const now = nowOf(store.state, false);
  assert.equal(now.isDecided, true);
  assert.equal(now.report.verdict, null);
  store.apply({ type: 'pov', general: null });
  assert.equal(nowOf(store.state, false).report.verdict?.lies, store.state.verdict?.lies);
});

test('before the question of a lesson is answered nothing is told of its end', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&at=10&lesson=ask&beat=1');
  assert.equal(nowOf(state, false).report.verdict, null);
});

test('what is told can be sent: plain data, its type first', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&at=10');
  for (const message of newsOf(null, nowOf(state, true))) {
    assert.deepEqual(Object.keys(message).slice(0, 2), ['type', 'version']);
    assert.deepEqual(structuredClone(message), message);
  }
});
