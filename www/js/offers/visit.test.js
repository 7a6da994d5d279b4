// How offers follow each other: by the run on the screen and by the second, and when there are no more.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { PATH } from './path.js';
import { seen } from './seen.js';
import { BEGINNING, looked, offered, refused, timeUp, waited } from './visit.js';

before(engine);

/** A page opened without a link, and what is offered on it. */
function newcomer() {
  const store = opened('');
  let visit = BEGINNING;
  const look = () => void (visit = looked(visit, seen(store.state)));
  store.subscribe(look);
  look();
  const words = () => offered(visit, seen(store.state))?.ways.map((way) => way.words).join(' ') ?? null;
  return {
    store,
    words,
    ms: () => waited(visit).ms,
    wait: () => waited(visit).name,
    timeUp: () => void (visit = timeUp(visit, seen(store.state))),
    refuse: () => void (visit = refused(visit)),
    /** Opens what is offered, and shows its end. */
    take() {
      const way = offered(visit, seen(store.state))?.ways[0];
      assert.ok(way, 'something is offered');
      store.apply({ type: 'open', link: way.link, entry: true });
      if (way.rides) store.apply({ type: 'seek', step: store.state.length });
    },
  };
}

test('who does nothing is offered two things, for twelve seconds and for thirteen, and then nothing', () => {
  const it = newcomer();
  assert.deepEqual([it.words(), it.ms()], ['offer.see', 12_000]);
  it.timeUp();
  assert.deepEqual([it.words(), it.ms()], ['offer.commander', 13_000]);
  it.timeUp();
  assert.deepEqual([it.words(), it.ms()], [null, 0]);
  it.store.apply({ type: 'seek', step: it.store.state.length });
  assert.equal(it.words(), null);
});

test('who takes them is led through all, each as soon as its run has ended', () => {
  const it = newcomer();
  for (const words of ['offer.see', 'offer.commander', 'offer.fewer', 'offer.known']) {
    assert.equal(it.words(), words);
    it.take();
  }
  assert.deepEqual([it.words(), it.ms()], [null, 12_000], 'two worlds are looked at first');
  it.timeUp();
  assert.equal(it.words(), 'offer.lessons offer.break');
});

test('who presses play has taken the first; while messengers ride nothing is offered, also when the second has come', () => {
  const it = newcomer();
  const second = it.wait();
  it.store.apply({ type: 'play' });
  assert.equal(it.words(), null);
  assert.equal(it.wait(), second, 'second 12 is counted from the opening');
  it.store.apply({ type: 'advance', ms: 100 });
  it.timeUp();
  assert.equal(it.words(), null);
  for (let ms = 0; ms < 60_000; ms += 100) it.store.apply({ type: 'advance', ms: 100 });
  assert.equal(it.words(), 'offer.commander');
});

test('who halts on the road is offered the next when its second has come', () => {
  const it = newcomer();
  it.store.apply({ type: 'seek', step: 4 });
  assert.equal(it.words(), null);
  it.timeUp();
  assert.equal(it.words(), 'offer.commander');
});

test('one not taken on the way is followed by the last, which is true of any run; a second ends them', () => {
  const it = newcomer();
  it.take();
  it.take();
  assert.equal(it.words(), 'offer.fewer');
  it.timeUp();
  assert.deepEqual([it.words(), it.ms()], ['offer.lessons offer.break', 12_000]);
  it.timeUp();
  assert.equal(it.words(), null);
});

test('the last stays where it is the only one that was not taken', () => {
  const it = newcomer();
  for (let taken = 0; taken < 4; taken++) it.take();
  it.timeUp();
  it.timeUp();
  assert.equal(it.words(), 'offer.lessons offer.break');
});

test('Back leads to the offer of the run that is open again', () => {
  const it = newcomer();
  it.take();
  it.take();
  it.store.apply({ type: 'open', link: 'v=1&p=om&n=4&t=3&at=10', back: { past: [], future: [] } });
  assert.equal(it.words(), 'offer.commander');
});

test('× ends them, whatever is opened after', () => {
  const it = newcomer();
  it.take();
  it.refuse();
  assert.equal(it.words(), null);
  it.store.apply({ type: 'open', link: PATH[2].over });
  it.store.apply({ type: 'seek', step: it.store.state.length });
  assert.equal(it.words(), null);
});

/** The reader's own ways. @type {[string, import('../state/actions.js').Action][]} */
const OWN_WAYS = [
  ['turns a general', { type: 'turn', general: 2 }],
  ['opens another run', { type: 'open', link: 'v=1&p=om&n=7&m=2&t=3.6' }],
  ['opens a link that is refused', { type: 'open', link: 'v=1&n=99' }],
  ['opens the laboratory', { type: 'view', view: 'lab' }],
  ['compares two runs', { type: 'pair' }],
  ['opens the lessons', { type: 'lesson', lesson: 'all' }],
];

for (const [what, action] of OWN_WAYS)
  test(`who ${what} is offered nothing more, nor when he is back`, () => {
    const it = newcomer();
    it.store.apply(action);
    assert.equal(it.words(), null);
    it.store.apply({ type: 'undo' });
    it.store.apply({ type: 'view', view: 'map' });
    it.store.apply({ type: 'open', link: '' });
    it.store.apply({ type: 'seek', step: it.store.state.length });
    assert.equal(it.words(), null);
  });

test('in fog nobody is told who the traitor is; when it lifts the offer is there again', () => {
  const it = newcomer();
  it.store.apply({ type: 'pov', general: 2 });
  assert.equal(it.words(), null);
  it.store.apply({ type: 'pov', general: null });
  assert.equal(it.words(), 'offer.see');
});

test('in a hall nothing is offered; another look at the same run changes nothing', () => {
  const it = newcomer();
  it.store.apply({ type: 'projector', on: true });
  assert.equal(it.words(), null);
  it.store.apply({ type: 'projector', on: false });
  for (const view of /** @type {const} */ (['time', 'tree', 'table'])) {
    it.store.apply({ type: 'view', view });
    assert.equal(it.words(), 'offer.see');
  }
});
