// In fog only what one general does is seen, and time moves by it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plain } from '../words/narrate.js';
import { speech } from '../words/i18n.js';
import { sentence } from '../transport/narration.js';
import { povOf, givenOrder, loyalty, nearestStop, visibleSteps } from './pov.js';
import { engine, opened } from '../testing.js';
import { world } from '../scene/world.js';

before(engine);

const THROUGH_3 = 'v=1&p=om&n=4&t=4&pov=3';

test('loyalty and the order are known only of oneself', () => {
  const { state } = opened(THROUGH_3);
  assert.equal(povOf(state), 3);
  assert.deepEqual(
    [1, 2, 3, 4].map((id) => loyalty(state, id)),
    [null, null, true, null],
  );
  assert.equal(givenOrder(state), null);
  assert.equal(givenOrder(opened('v=1&p=om&n=4&t=4&pov=1').state), 'A');
  assert.equal(loyalty(opened('v=1&p=om&n=4&t=4&pov=4').state, 4), false);
});

test('seen are the steps of his own messengers, and the decision', () => {
  const { state } = opened(THROUGH_3);
  const { session } = state;
  assert.ok(session);
  const own = Array.from({ length: session.length }, (_, i) => i + 1).filter((k) => {
    const event = session.event(k);
    return event.kind === 'decide' || event.from === 3 || event.to === 3;
  });
  assert.deepEqual([...(visibleSteps(state) ?? [])], own);
  assert.equal(visibleSteps(opened('v=1&p=om&n=4').state), null);
});

test('stepping there and back passes over what is out of sight', () => {
  const store = opened(THROUGH_3, { still: true });
  const stops = [...(visibleSteps(store.state) ?? [])];
  const there = [];
  while (store.state.cursor < store.state.length) {
    store.apply({ type: 'step' });
    there.push(store.state.cursor);
  }
  assert.deepEqual(there, stops);
  const back = [];
  while (store.state.cursor > 0) {
    store.apply({ type: 'back' });
    back.push(store.state.cursor);
  }
  assert.deepEqual(back, [...stops.slice(0, -1).reverse(), 0]);
});

test('with signatures time stands only where he sees something, and no round rides that he sees nothing of', () => {
  // In round 3 a traitor writes to a traitor; without them nobody writes then.
  const store = opened('v=1&p=sm&n=4&m=2&t=3.4&s=honest&x=1.2.3-4A&pov=2');
  const stops = [0, ...(visibleSteps(store.state) ?? [])];
  const { length } = store.state;
  const rounds = new Set();
  store.apply({ type: 'play' });
  while (store.state.playing) {
    store.apply({ type: 'advance', ms: 200 });
    assert.ok(stops.includes(store.state.cursor), `step ${store.state.cursor}`);
    if (store.state.motion?.what === 'round') rounds.add(store.state.motion.round);
  }
  assert.equal(store.state.cursor, length);
  assert.deepEqual([...rounds], [1, 2]);
  store.apply({ type: 'previous-round' });
  assert.equal(store.state.cursor, stops.at(-2));
  store.apply({ type: 'seek', step: length - 1 });
  assert.equal(store.state.cursor, stops.at(-2), 'the step before the decision is out of his sight');
  store.apply({ type: 'pov', general: null });
  store.apply({ type: 'seek', step: length - 1 });
  assert.equal(store.state.cursor, length - 1);
  store.apply({ type: 'pov', general: 2 });
  assert.equal(store.state.cursor, stops.at(-2), 'also when the eyes are opened there');
});

test('the scrubber stands at the start, at a round’s end or at a step that is seen', () => {
  const { state } = opened(THROUGH_3);
  const steps = visibleSteps(state);
  assert.equal(nearestStop(steps, state.perRound, 1), 0);
  assert.equal(nearestStop(steps, state.perRound, 2), 2);
  assert.equal(nearestStop(steps, state.perRound, 3), 3);
  assert.equal(nearestStop(null, state.perRound, 1), 1);
});

test('the map shows no shield, no order, no decision and no messenger but his own', () => {
  const store = opened(`${THROUGH_3}&at=99`);
  const end = world(store.state);
  assert.deepEqual(
    end.generals.map((g) => g.decision),
    [null, null, 'A', null],
  );
  assert.equal(end.ending, null);
  assert.deepEqual(end.witnesses, []);
  store.apply({ type: 'start' });
  assert.deepEqual(
    world(store.state).generals.map((g) => g.leaning),
    [null, null, null, null],
  );
  store.apply({ type: 'play' });
  store.apply({ type: 'advance', ms: 400 });
  const first = world(store.state);
  assert.deepEqual(
    first.rides.map((r) => [r.from, r.to, r.lie]),
    [[1, 3, null]],
  );
  assert.deepEqual(first.unseen, [
    { from: 1, to: 2 },
    { from: 1, to: 4 },
  ]);
});

test('the sentence tells what he sees and never that it is a lie', () => {
  const store = opened(THROUGH_3);
  const told = [];
  for (let k = 0; k <= store.state.length; k++) {
    store.apply({ type: 'seek', step: k });
    told.push(plain(sentence(store.state, speech('en'))));
  }
  assert.equal(told[0], 'General 1 holds an order. Press play, and his messengers ride.');
  assert.equal(told[1], 'Messengers ride out of General 3’s sight.');
  assert.ok(told.includes('General 4 tells General 3: “General 1 said Retreat.”'));
  assert.doesNotMatch(told.join(' '), /lie|loyal/);
  assert.equal(told.at(-1), 'General 3 decides: Attack. He took the majority of what he heard.');
});

test('eyes that no longer exist are closed, and nobody is turned in fog', () => {
  const store = opened(THROUGH_3);
  store.apply({ type: 'turn', general: 2 });
  assert.deepEqual(store.state.scenario?.traitors, [4]);
  store.apply({ type: 'edit', changes: { n: 2 } });
  assert.equal(store.state.place.pov, null);
});
