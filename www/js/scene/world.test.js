// What stands and rides on the map at a cursor and a moment.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { withSelectedRoundVisible, endingOf, REDUCED_MOTION_PROGRESS, world } from './world.js';

before(engine);

/** @param {string} link @param {import('../state/store.js').Action[]} [actions] @param {boolean} [still] */
function after(link, actions = [], still = false) {
  const store = opened(link, { still });
  for (const action of actions) store.apply(action);
  return world(store.state);
}

test('before the first step nobody rides and nobody has heard anything', () => {
  const { generals, rides, ending } = after('v=1&p=om&n=4&t=3');
  assert.deepEqual(
    generals.map((g) => g.leaning),
    ['A', null, null, null],
  );
  assert.deepEqual(
    generals.map((g) => g.loyal),
    [true, true, false, true],
  );
  assert.deepEqual(
    generals.map((g) => g.commander),
    [true, false, false, false],
  );
  assert.deepEqual(rides, []);
  assert.equal(ending, null);
});

test('a step shows its own messenger, arrived', () => {
  const { rides } = after('v=1&p=om&n=4&t=3&at=6');
  assert.deepEqual(rides, [{ from: 3, to: 2, said: 'R', lie: true, progress: 1, index: 6 }]);
});

test('a round shows all its messengers at once', () => {
  const { rides, generals } = after('v=1&p=om&n=4&t=3&at=3', [
    { type: 'play' },
    { type: 'advance', ms: 0 },
    { type: 'advance', ms: 800 },
  ]);
  assert.deepEqual(
    rides.map((r) => [r.from, r.to]),
    [
      [2, 3],
      [2, 4],
      [3, 2],
      [3, 4],
      [4, 2],
      [4, 3],
    ],
  );
  assert.deepEqual(
    rides.map((r) => r.index),
    [4, 5, 6, 7, 8, 9],
  );
  assert.ok(rides.every((r) => r.progress === 0.5));
  assert.deepEqual(
    generals.map((g) => g.leaning),
    ['A', 'A', 'A', 'A'],
  );
});

test('nobody has heard what is still on the road', () => {
  const riding = after('v=1&p=om&n=4&t=3', [{ type: 'step' }, { type: 'advance', ms: 100 }]);
  assert.equal(riding.generals[1].leaning, null);
  const there = after('v=1&p=om&n=4&t=3', [{ type: 'seek', step: 1 }]);
  assert.equal(there.generals[1].leaning, 'A');
  assert.equal(there.generals[2].leaning, null);
});

test('a silence is told as silence', () => {
  const { rides, generals } = after('v=1&p=om&n=4&t=1&s=silent&at=1');
  assert.equal(rides[0].said, null);
  assert.equal(generals[1].leaning, null);
});

test('at the end everyone loyal has decided, the commander by his order, and witnesses are named', () => {
  const { generals, rides, ending, witnesses } = after('v=1&p=om&n=3&t=3&at=99');
  assert.deepEqual(
    generals.map((g) => g.decision),
    ['A', 'R', null],
  );
  assert.ok(rides.every(({ kept }) => kept), 'nobody rides any more');
  assert.deepEqual(ending, { kind: 'split', progress: 1 });
  assert.deepEqual(witnesses, [2]);
});

test('reaching the end plays it out once', () => {
  assert.equal(after('v=1&p=om&n=4&t=3', [{ type: 'end' }]).ending?.progress, 0);
  assert.equal(after('v=1&p=om&n=4&t=3', [{ type: 'end' }], true).ending?.progress, 1, 'but not with reduced motion');
});

test('with reduced motion a messenger is shown on the road', () => {
  assert.equal(after('v=1&p=om&n=4&t=3', [{ type: 'step' }], true).rides[0].progress, REDUCED_MOTION_PROGRESS);
});

test('how it ends', () => {
  assert.equal(endingOf({ 2: 'A', 4: 'A' }, 'A'), 'attack');
  assert.equal(endingOf({ 2: 'R', 4: 'R' }, null), 'retreat');
  assert.equal(endingOf({ 2: 'R', 4: 'R' }, 'A'), 'split', 'a loyal commander rides to his own order');
  assert.equal(endingOf({}, null), null);
});

test('over the table a chosen message rides among those of its round, where there is room for them', () => {
  const store = opened('v=1&p=om&n=4&t=3&view=table');
  store.apply({ type: 'pick', step: 6 });
  const { rides, lit, pointed } = world(withSelectedRoundVisible(store.state));
  assert.deepEqual(rides.map(({ index }) => index), [4, 5, 6, 7, 8, 9]);
  assert.deepEqual([lit, pointed], [6, [3, 2]]);
  assert.ok(rides.every(({ progress }) => progress === REDUCED_MOTION_PROGRESS));
  const many = opened('v=1&p=om&n=7&m=2&t=3&view=table');
  many.apply({ type: 'pick', step: 40 });
  assert.deepEqual(world(withSelectedRoundVisible(many.state)).rides.map(({ index }) => index), [40]);
  store.apply({ type: 'view', view: 'map' });
  assert.equal(withSelectedRoundVisible(store.state), store.state);
});

test('a run too large to open still shows its camps', () => {
  const { generals, rides } = after('v=1&p=om&n=31&m=10&t=1.4');
  assert.equal(generals.length, 31);
  assert.deepEqual(rides, []);
});
