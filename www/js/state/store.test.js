// The one door: what each action makes of the state, with the real engine behind it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { isDecided } from './decided.js';
import { createStore } from './store.js';
import { peek } from './run.js';

before(engine);

test('an empty address opens the start scenario', () => {
  const { state } = opened('');
  assert.equal(state.link, 'v=1&p=om&n=4&t=3');
  assert.equal(state.length, 10);
  assert.deepEqual(state.perRound, [3, 6]);
});

test('a link opens at its step, in its language and theme', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&at=5&lang=zh&theme=dark');
  assert.deepEqual([state.cursor, state.lang, state.theme], [5, 'zh', 'dark']);
});

test('a refused link is a fault with its key, and its language still holds', () => {
  const { state } = opened('v=1&p=om&n=99&lang=zh');
  assert.equal(state.fault?.code, 'out-of-range');
  assert.equal(state.fault?.key, 'n');
  assert.equal(state.fault?.read, '99');
  assert.deepEqual(state.fault?.allowed, { min: '2', max: '64' });
  assert.equal(state.lang, 'zh');
  assert.equal(opened(state.fault?.nearest ?? '').state.fault, null, 'the way on leads on');
});

test('of a program with a mistake its line and column are known', () => {
  const prog = Buffer.from('task broadcast\nsend oder to others if me == commander\ndecide A\n').toString('base64url');
  const { fault } = opened(`v=1&p=own&n=4&prog=1.${prog}`).state;
  assert.deepEqual([fault?.code, fault?.read, fault?.line, fault?.column], ['bad-program', 'oder', 2, 6]);
});

test('language and theme of a damaged link', () => {
  assert.deepEqual(peek('%%%&theme=dark&lang=en'), { lang: 'en', theme: 'dark' });
  assert.deepEqual(peek('v=1&lang=klingon&theme=<b>'), { lang: null, theme: null });
});

test('turning the commander makes him two-faced, unless the reader has chosen', () => {
  const store = opened('v=1&p=om&n=4');
  store.apply({ type: 'turn', general: 1 });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=1&s=split');
  store.apply({ type: 'turn', general: 1 });
  assert.equal(store.state.link, 'v=1&p=om&n=4', 'and back again');

  store.apply({ type: 'edit', changes: { strategy: 'silent' } });
  store.apply({ type: 'turn', general: 1 });
  assert.equal(store.state.scenario?.strategy, 'silent');

  const said = opened('v=1&p=om&n=4&s=flip');
  said.apply({ type: 'turn', general: 1 });
  assert.equal(said.state.scenario?.strategy, 'flip', 'a strategy written in the link is chosen');
});

test('an edit keeps the lies that still can be told, and the place', () => {
  const store = opened('v=1&p=om&n=4&t=3&s=honest&x=1.3-2R&at=6');
  store.apply({ type: 'edit', changes: { order: 'R' } });
  assert.equal(store.state.link, 'v=1&p=om&n=4&o=R&t=3&s=honest&x=1.3-2R');
  assert.equal(store.state.cursor, 6);
  store.apply({ type: 'turn', general: 3 });
  assert.deepEqual(store.state.scenario?.lies, [], 'a loyal general tells none');
});

test('one control moved back and forth loses nothing on the way', () => {
  const store = opened('v=1&p=om&n=7&m=2&t=2.6');
  for (const n of [6, 5, 3, 2, 3, 7]) store.apply({ type: 'edit', changes: { n }, control: 'n' });
  assert.equal(store.state.link, 'v=1&p=om&n=7&m=2&t=2.6');
  assert.equal(store.state.past.length, 1, 'and is one thing to undo');
  for (const n of [5, 3]) store.apply({ type: 'edit', changes: { n }, control: 'n' });
  store.apply({ type: 'turn', general: 3 });
  store.apply({ type: 'edit', changes: { n: 7 }, control: 'n' });
  assert.equal(store.state.link, 'v=1&p=om&n=7&t=2.3', 'after another change it starts from there');
});

test('undo and redo are a list of links', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  store.apply({ type: 'turn', general: 2 });
  store.apply({ type: 'edit', changes: { order: 'R' } });
  store.apply({ type: 'undo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=2.3');
  store.apply({ type: 'undo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=3');
  store.apply({ type: 'undo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=3', 'there is nothing before');
  store.apply({ type: 'redo' });
  store.apply({ type: 'redo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&o=R&t=2.3');
});

test('steps, rounds, ends', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  const at = (/** @type {'step' | 'back' | 'next-round' | 'previous-round' | 'start' | 'end'} */ type) => {
    store.apply({ type });
    assert.equal(store.state.session?.cursor, store.state.cursor);
    return store.state.cursor;
  };
  assert.deepEqual(
    /** @type {Parameters<typeof at>[0][]} */ ([
      'step',
      'step',
      'back',
      'next-round',
      'next-round',
      'next-round',
      'previous-round',
      'previous-round',
      'end',
      'step',
      'start',
      'back',
    ]).map((type) => at(type)),
    [1, 2, 1, 3, 9, 10, 9, 3, 10, 10, 0, 0],
  );
});

test('a step rides, a step back cuts, and with reduced motion nothing rides', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  store.apply({ type: 'step' });
  assert.equal(store.state.motion?.what, 'message');
  store.apply({ type: 'back' });
  assert.equal(store.state.motion, null);
  const calm = opened('v=1&p=om&n=4&t=3', { still: true });
  calm.apply({ type: 'step' });
  assert.equal(calm.state.motion, null);
  assert.equal(calm.state.cursor, 1);
});

test('playing to the end, and again from the start', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  store.apply({ type: 'play' });
  for (let i = 0; i < 400 && store.state.playing; i++) store.apply({ type: 'advance', ms: 20 });
  assert.equal(store.state.cursor, 10);
  assert.equal(store.state.session?.cursor, 10);
  assert.equal(isDecided(store.state), true);
  store.apply({ type: 'play' });
  assert.equal(store.state.cursor, 0);
  assert.equal(isDecided(store.state), false);
});

test('a pause holds the messengers where they are, and play lets them ride on', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  store.apply({ type: 'play' });
  for (let i = 0; i < 20; i++) store.apply({ type: 'advance', ms: 20 });
  store.apply({ type: 'pause' });
  const held = store.state.motion?.progress;
  store.apply({ type: 'play' });
  assert.equal(store.state.motion?.progress, held);
  store.apply({ type: 'advance', ms: 20 });
  assert.ok((store.state.motion?.progress ?? 0) > (held ?? 1));
});

test('a run too large to open keeps its counts and its verdict', () => {
  const { state } = opened('v=1&p=om&n=31&m=10&t=1.4.7.10.13.16.19.22.25.28');
  assert.equal(state.fault, null);
  assert.equal(state.session, null);
  assert.equal(state.total, 2295012833333700);
  assert.equal(state.verdict?.agreement.holds, true);
});

test('a run too large even for the verdict is still a state', () => {
  const { state } = opened('v=1&p=om&n=64&m=40&t=1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18.19.20');
  assert.equal(state.fault, null);
  assert.equal(state.verdict, null);
  assert.equal(state.scenario?.n, 64);
});

test('an edit may lead into a run too large, and out again', () => {
  const store = opened('v=1&p=om&n=16&m=5&t=3');
  store.apply({ type: 'edit', changes: { m: 9 }, control: 'm' });
  assert.equal(store.state.session, null);
  store.apply({ type: 'edit', changes: { m: 2 }, control: 'm' });
  assert.equal(/** @type {any} */ (store.state.session)?.link(), 'v=1&p=om&n=16&m=2&t=3');
});

test('undo returns to the message one was at, though the army was another', () => {
  const store = opened('v=1&p=om&n=4&t=3&at=6');
  store.apply({ type: 'edit', changes: { n: 5 } });
  assert.equal(store.state.cursor, 8, 'the same slot, 1.3-2');
  store.apply({ type: 'undo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=3');
  assert.equal(store.state.cursor, 6);
  store.apply({ type: 'redo' });
  assert.equal(store.state.cursor, 8);
});

test('language and theme of a refused link are kept, though it is escaped', () => {
  const store = opened('v%3D9%26n%3D4%26lang%3Dzh%26theme%3Ddark');
  assert.equal(store.state.fault?.code, 'bad-version');
  assert.deepEqual([store.state.lang, store.state.theme], ['zh', 'dark']);
});

test('looking at a message halts the ride; one that is not on the road is shown first', () => {
  const store = opened('v=1&p=om&n=4&t=3&at=3');
  store.apply({ type: 'play' });
  for (let i = 0; i < 20; i++) store.apply({ type: 'advance', ms: 20 });
  const { progress } = store.state.motion ?? {};
  store.apply({ type: 'message', step: 7 });
  assert.deepEqual([store.state.message, store.state.playing, store.state.motion?.progress], [7, false, progress]);
  store.apply({ type: 'message', step: 2 });
  assert.deepEqual([store.state.message, store.state.cursor, store.state.motion], [2, 2, null]);
  store.apply({ type: 'step' });
  assert.equal(store.state.message, null, 'who goes on leaves it');
  store.apply({ type: 'message', step: 10 });
  assert.equal(store.state.message, null, 'the decision is no message');
});

test('a choice is a fork in which the message stays open, the ride where it was, and what changed is marked', () => {
  const store = opened('v=1&p=om&n=4&t=3&s=honest&at=3');
  store.apply({ type: 'play' });
  for (let i = 0; i < 20; i++) store.apply({ type: 'advance', ms: 20 });
  store.apply({ type: 'message', step: 6 });
  const { motion } = store.state;
  store.apply({ type: 'lie', step: 6, choice: 'R' });
  assert.deepEqual([store.state.message, store.state.motion], [6, motion]);
  assert.deepEqual([...(store.state.flash?.steps ?? [])], [6]);
  for (let i = 0; i < 60; i++) store.apply({ type: 'advance', ms: 20 });
  assert.equal(store.state.flash, null, 'once');
  assert.deepEqual(store.state.motion, motion, 'a halted ride stays where it is');
  store.apply({ type: 'undo' });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=3&s=honest');
});

test('turning a general lets the ride go on and marks what changed in this round', () => {
  const store = opened('v=1&p=om&n=4&at=3');
  store.apply({ type: 'play' });
  for (let i = 0; i < 20; i++) store.apply({ type: 'advance', ms: 20 });
  const before = store.state.motion?.progress;
  store.apply({ type: 'turn', general: 3 });
  assert.equal(store.state.motion?.progress, before);
  assert.equal(store.state.playing, true);
  assert.deepEqual([...(store.state.flash?.steps ?? [])], [6, 7]);
  const calm = opened('v=1&p=om&n=4&at=5', { still: true });
  calm.apply({ type: 'turn', general: 3 });
  assert.equal(calm.state.flash, null, 'with reduced motion nothing flashes');
});

test('one click goes back to any fork, and on again', () => {
  const store = opened('v=1&p=om&n=4&t=3&s=honest&at=6');
  for (const choice of /** @type {const} */ (['R', 'N', 'A'])) store.apply({ type: 'lie', step: 6, choice });
  store.apply({ type: 'history', by: -3 });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=3&s=honest');
  store.apply({ type: 'history', by: 2 });
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=3&s=honest&x=1.3-2S');
  store.apply({ type: 'reset-lies' });
  assert.deepEqual(store.state.scenario?.lies, []);
});

test('the end can be skipped and never plays twice', () => {
  const store = opened('v=1&p=om&n=4&t=3&at=9');
  store.apply({ type: 'step' });
  store.apply({ type: 'advance', ms: 100 });
  store.apply({ type: 'play' });
  assert.deepEqual([store.state.motion?.progress, store.state.playing], [1, false]);
  assert.equal(isDecided(store.state), true);
  store.apply({ type: 'turn', general: 2 });
  assert.notEqual(store.state.motion?.progress, 0, 'a fork at the end shows its own end at once');
});

test('dragging the time line takes the messengers along', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  store.apply({ type: 'scrub', place: 4.5 });
  assert.deepEqual([store.state.cursor, store.state.motion?.what, store.state.motion?.progress], [4, 'round', 0.25]);
  store.apply({ type: 'mode', mode: 'message' });
  store.apply({ type: 'scrub', place: 4.5 });
  assert.deepEqual([store.state.cursor, store.state.motion?.what, store.state.motion?.progress], [5, 'message', 0.5]);
  store.apply({ type: 'scrub', place: 10 });
  assert.deepEqual([store.state.cursor, store.state.motion], [10, null], 'the end is cut to');
  store.apply({ type: 'scrub', place: 0 });
  assert.deepEqual([store.state.cursor, store.state.motion], [0, null]);
});

test('where one tab has room, the end of a run shows its verdict', () => {
  const store = opened('v=1&p=om&n=4&t=3&at=9');
  assert.notEqual(store.state.sheet, 'verdict');
  store.apply({ type: 'seek', step: 10 });
  assert.equal(store.state.sheet, 'verdict');
  store.apply({ type: 'choose', general: 2 });
  assert.equal(store.state.sheet, 'general');
});

/** A store in which Chinese has yet to come. */
function waiting() {
  /** @type {() => void} */
  let arrive = () => {};
  let here = false;
  const coming = new Promise((done) => {
    arrive = () => {
      here = true;
      done(undefined);
    };
  });
  const store = createStore({ lang: 'en', still: true }, (s) => (s.lang === 'zh' && !here ? coming : null));
  store.apply({ type: 'open', link: 'v=1&p=om&n=4&t=3' });
  return { store, arrive: () => (arrive(), new Promise((later) => setTimeout(later))) };
}

test('what waits is done when what it needs has come, and what is done meanwhile stays done', async () => {
  const { store, arrive } = waiting();
  store.apply({ type: 'lang', lang: 'zh' });
  assert.deepEqual([store.state.lang, store.state.isWaiting], ['en', true]);
  store.apply({ type: 'turn', general: 2 });
  await arrive();
  assert.deepEqual([store.state.lang, store.state.isWaiting, store.state.link], ['zh', false, 'v=1&p=om&n=4&t=2.3']);
});

test('of two requests about the same the later one counts; what is cancelled is not done', async () => {
  for (const then of /** @type {const} */ ([{ type: 'lang', lang: 'en' }, { type: 'cancel' }])) {
    const { store, arrive } = waiting();
    store.apply({ type: 'lang', lang: 'zh' });
    store.apply(then);
    assert.equal(store.state.isWaiting, false);
    await arrive();
    assert.equal(store.state.lang, 'en');
  }
});

test('while what follows waits, the run that is open stays whole and at its place', async () => {
  const { store, arrive } = waiting();
  // Long runs are freed as soon as another takes their place.
  store.apply({ type: 'open', link: 'v=1&p=om&n=12&m=4&t=2.5.8&at=100' });
  const { session } = store.state;
  store.apply({ type: 'open', link: 'v=1&p=om&n=4&t=2&lang=zh' });
  assert.equal(session, store.state.session);
  assert.equal(session?.cursor, 100);
  assert.equal(session?.snapshot().step, 100);
  await arrive();
  assert.equal(store.state.link, 'v=1&p=om&n=4&t=2');
  assert.throws(() => session?.snapshot(), 'it was freed');
});

test('what a request tries out while it waits does not move the run', async () => {
  /** @type {() => void} */
  let arrive = () => {};
  const coming = new Promise((done) => (arrive = () => done(undefined)));
  let here = false;
  const store = createStore({ lang: 'en', still: true }, (s) => (s.place.view === 'pair' && !here ? coming : null));
  store.apply({ type: 'open', link: 'v=1&p=om&n=4&t=3' });
  store.apply({ type: 'pair' });
  assert.deepEqual([store.state.isWaiting, store.state.session?.cursor], [true, 0]);
  here = true;
  arrive();
  await new Promise((later) => setTimeout(later));
  assert.deepEqual([store.state.place.view, store.state.session?.cursor], ['pair', 9]);
});
