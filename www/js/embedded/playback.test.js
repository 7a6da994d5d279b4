// When a run plays by itself: in sight, as far as its link says, and again; with the real engine behind it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { isGoing, stilled, UNSEEN, whenChanged, whenRested, whenSeen } from './playback.js';

/** @typedef {import('../state/actions.js').Action} Action */
before(engine);

/** A run in a frame, as it is driven in the page: what follows from a change is done at once. @param {string} more @param {string} [link] */
function framed(more, link = 'v=1&p=om&n=4&t=3') {
  const store = opened(`${link}&embed=1${more}`);
  /** @type {import('./playback.js').Memory} */
  let memory = UNSEEN;
  /** @type {import('../state/types.js').State | null} */
  let before = null;
  /** @param {import('./playback.js').Move} move */
  function make(move) {
    memory = move.memory;
    for (const action of move.actions) store.apply(action);
    follow();
  }
  function follow(isByReader = false) {
    const [last, now] = [before, store.state];
    before = now;
    if (last !== now) make(whenChanged(memory, last, now, isByReader));
  }
  follow();
  return {
    state: () => store.state,
    isGoing: () => isGoing(memory, store.state),
    sight: (/** @type {boolean} */ isSeen) => make(whenSeen(memory, store.state, isSeen)),
    rested: () => make(whenRested(memory, store.state)),
    still: () => make({ memory: stilled(memory), actions: [{ type: 'pause' }] }),
    /** @param {Action} action @param {boolean} [isByReader] */
    apply(action, isByReader = false) {
      store.apply(action);
      follow(isByReader);
    },
    /** Lets time go by while it plays, in frames; at most two minutes. */
    ride() {
      for (let i = 0; i < 7200 && store.state.playing; i++) this.apply({ type: 'advance', ms: 1000 / 60 });
    },
  };
}

test('without a word in its link it stands still, in sight too', () => {
  const run = framed('');
  run.sight(true);
  assert.equal(run.state().playing, false);
});

test('autoplay begins when it is seen, once', () => {
  const run = framed('&autoplay=1');
  assert.equal(run.state().playing, false);
  run.sight(true);
  assert.equal(run.state().playing, true);
  run.apply({ type: 'pause' }, true);
  run.sight(false);
  run.sight(true);
  assert.equal(run.state().playing, false, 'who has stopped it finds it so');
});

test('out of sight it waits, and goes on where it was', () => {
  const run = framed('');
  run.sight(true);
  run.apply({ type: 'play' });
  run.apply({ type: 'advance', ms: 900 });
  run.sight(false);
  assert.equal(run.state().playing, false);
  const { progress } = run.state().motion ?? assert.fail('nobody is on the road');
  run.sight(true);
  assert.equal(run.state().playing, true);
  assert.equal(run.state().motion?.progress, progress);
});

test('what is played out of sight waits for sight; what is stopped or sent to a step there does not', () => {
  const run = framed('');
  run.apply({ type: 'play' });
  assert.equal(run.state().playing, false);
  run.sight(true);
  assert.equal(run.state().playing, true);

  run.sight(false);
  run.still();
  run.sight(true);
  assert.equal(run.state().playing, false, 'stopped');

  run.apply({ type: 'play' });
  run.sight(false);
  run.apply({ type: 'seek', step: 5 });
  run.sight(true);
  assert.deepEqual([run.state().playing, run.state().cursor], [false, 5]);
});

for (const mode of /** @type {const} */ (['round', 'message']))
  for (const until of [2, 3, 5, 9])
    test(`it stops at step ${until}, by ${mode}, and from there it can be played on`, () => {
      const run = framed(`&until=${until}`);
      run.sight(true);
      run.apply({ type: 'mode', mode });
      run.apply({ type: 'play' });
      run.ride();
      assert.deepEqual([run.state().playing, run.state().cursor], [false, until]);
      assert.ok((run.state().motion?.progress ?? 1) === 1, 'nobody is left on the road');
      run.apply({ type: 'play' });
      run.ride();
      assert.equal(run.state().cursor, 10);
    });

test('through one general’s eyes it stops at what he sees, and can be played on', () => {
  const run = framed('&pov=2&until=4');
  run.sight(true);
  run.apply({ type: 'mode', mode: 'message' });
  run.apply({ type: 'play' });
  run.ride();
  assert.ok(run.state().cursor >= 4 && run.state().cursor < 10, String(run.state().cursor));
  run.apply({ type: 'play' });
  run.ride();
  assert.equal(run.state().cursor, 10);
});

test('where a general sees nothing at that step, of letters, it stops when the round has come, and can be played on', () => {
  for (const until of [1, 2, 3, 4, 5]) {
    const run = framed(`&pov=2&until=${until}`, 'v=1&p=sm&n=5&m=2&t=3');
    run.sight(true);
    run.apply({ type: 'play' });
    run.ride();
    const { cursor, length, playing } = run.state();
    assert.ok(!playing && cursor >= until && cursor < length, `${cursor} for ${until}`);
    run.apply({ type: 'play' });
    run.ride();
    assert.equal(run.state().cursor, length);
  }
});

test('a step past the end is the end', () => {
  const run = framed('&until=99');
  run.sight(true);
  run.apply({ type: 'play' });
  run.ride();
  assert.equal(run.state().cursor, 10);
});

test('a loop rests at its end and begins where the link opened it', () => {
  const run = framed('&autoplay=1&loop=1&at=3&until=9');
  run.sight(true);
  run.ride();
  assert.deepEqual([run.state().cursor, run.state().playing, run.isGoing()], [9, false, true]);
  run.rested();
  assert.deepEqual([run.state().cursor, run.state().playing], [3, true]);
  run.ride();
  assert.deepEqual([run.state().cursor, run.isGoing()], [9, true], 'and again');
});

test('a loop out of sight while it rests begins anew in sight', () => {
  const run = framed('&autoplay=1&loop=1');
  run.sight(true);
  run.ride();
  run.sight(false);
  assert.equal(run.isGoing(), false);
  run.rested();
  assert.deepEqual([run.state().cursor, run.state().playing], [10, false]);
  run.sight(true);
  assert.deepEqual([run.state().cursor, run.state().playing], [0, true]);
});

test('who stops a loop, or steps in it, has stopped it', () => {
  const run = framed('&autoplay=1&loop=1');
  run.sight(true);
  run.apply({ type: 'advance', ms: 500 });
  run.apply({ type: 'pause' }, true);
  assert.equal(run.isGoing(), false);
  run.apply({ type: 'play' });
  run.ride();
  run.apply({ type: 'seek', step: 4 });
  assert.equal(run.isGoing(), false);
  run.rested();
  assert.deepEqual([run.state().cursor, run.state().playing], [4, false]);

  run.apply({ type: 'play' });
  run.ride();
  run.still();
  run.rested();
  assert.deepEqual([run.state().cursor, run.state().playing], [10, false], 'and who stops it while it rests');
});

test('who presses pause while the end is played has stopped the loop', () => {
  const run = framed('&autoplay=1&loop=1');
  run.sight(true);
  for (let i = 0; i < 7200 && run.state().motion?.what !== 'ending'; i++) run.apply({ type: 'advance', ms: 1000 / 60 });
  run.apply({ type: 'pause' }, true);
  assert.deepEqual([run.state().cursor, run.isGoing()], [10, false]);
});

test('it plays as fast as the link says, until the reader wants otherwise', () => {
  const run = framed('&speed=2.5');
  assert.equal(run.state().speed, 2.5);
  run.apply({ type: 'speed', speed: 1 });
  run.apply({ type: 'seek', step: 2 });
  assert.equal(run.state().speed, 1);
});

test('another run that is opened begins by itself as well', () => {
  const run = framed('&autoplay=1');
  run.sight(true);
  run.ride();
  run.apply({ type: 'open', link: 'v=1&p=om&n=5&embed=1&autoplay=1' });
  assert.deepEqual([run.state().scenario?.n, run.state().playing], [5, true]);
});

test('with reduced motion it plays by rounds, each shown at once', () => {
  const run = framed('&autoplay=1&until=3');
  run.apply({ type: 'still', still: true });
  run.sight(true);
  run.ride();
  assert.deepEqual([run.state().playing, run.state().cursor], [false, 3]);
});
