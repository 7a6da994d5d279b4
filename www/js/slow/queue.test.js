// The queue as rows, and what delivering, holding and letting go make of the list of delays, with the real engine.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { visibleTime } from '../state/pov.js';
import { engine, opened } from '../testing.js';
import { deliverAs, hold, letGo, withPast } from './change.js';
import { deliverNext, holdBack, release } from './deeds.js';
import { rememberPlaces } from './return.js';
import { editsOf, queueOf, rowsOf, slotOf } from './queue.js';
import { tellEdit } from './words.js';
import { speech } from '../words/i18n.js';

before(engine);
const BRACHA = 'v=1&p=bracha&n=4&at=2';

/** What deeds need of a page. @param {string} link */
const pageOf = (link) => /** @type {import('../shell/page.js').Page} */ (/** @type {unknown} */ ({ store: opened(link) }));
/** @param {import('../shell/page.js').Page} page */
const rows = ({ store }) => rowsOf(queueOf(store.state));
/** What has been delivered, in order. @param {import('../shell/page.js').Page} page */
function delivered({ store: { state } }) {
  const { session, cursor } = state;
  return Array.from({ length: cursor }, (_, i) => {
    const event = session?.event(i + 1);
    return event?.kind === 'message' ? slotOf(event) : '';
  });
}
/** @param {import('../shell/page.js').Page} page */
const link = ({ store }) => store.state.link;

test('rows stand in order of delivery, numbered but for what is held, which comes last', () => {
  const page = pageOf(`${BRACHA}&d=1.1-4`);
  const all = rows(page);
  assert.deepEqual(all.map(({ place }) => place), [...all.slice(1).map((_, i) => i + 1), null]);
  assert.equal(slotOf(all[all.length - 1].queued.event), '1.1-4');
  assert.equal(all[0].queued.step, 3, 'the first is the next step');
});

test('while a letter rides, what is answered to it is not under way yet', () => {
  const page = pageOf('v=1&p=bracha&n=4');
  page.store.apply({ type: 'mode', mode: 'message' });
  const before = rows(page).length;
  page.store.apply({ type: 'step' });
  assert.equal(rows(page).length, before - 1);
  page.store.apply({ type: 'advance', ms: 5000 });
  assert.ok(rows(page).length > before, 'now that he has it, he answers');
});

test('where somebody says nothing nobody rides: it is not under way, and the others keep their places', () => {
  const page = pageOf('v=1&p=bracha&n=4&t=1&s=silent');
  const silences = page.store.state.session?.queue().filter(({ event }) => event.said === null) ?? [];
  assert.ok(silences.length > 0);
  assert.deepEqual(rows(page), []);
  const some = rows(pageOf('v=1&p=bracha&n=4&t=2&s=silent'));
  assert.ok(some.length > 0 && some.every(({ queued: { event } }) => event.from === 1));
  assert.deepEqual(some.map(({ place }) => place), some.map((_, i) => i + 1));
});

test('eyes see nothing of what is under way', () => assert.deepEqual(rows(pageOf(`${BRACHA}&pov=2`)), []));

test('through eyes time stands at what he sends or is told alone', () => {
  const { state } = opened('v=1&p=bracha&n=4&pov=2');
  const { session } = state;
  assert.ok(session);
  const own = Array.from({ length: session.length - 1 }, (_, i) => session.event(i + 1)).filter((event) => event.kind === 'message' && (event.from === 2 || event.to === 2));
  assert.equal(visibleTime(state).length, own.length + 1);
});

test('the letter that is next is delivered by a step: the run stays as it is', () => {
  const page = pageOf(BRACHA);
  const before = link(page);
  deliverNext(page, rows(page)[0].queued);
  assert.deepEqual([link(page), page.store.state.cursor], [before, 3]);
});

for (const rule of ['fifo', 'lifo', 'random'])
  test(`any letter can be delivered next, and what has been delivered stays (${rule})`, () => {
    for (const i of [1, 2, 3]) {
      const page = pageOf(`${BRACHA}&q=${rule}`);
      const past = delivered(page);
      const { event } = rows(page)[i].queued;
      deliverNext(page, rows(page)[i].queued);
      assert.deepEqual(delivered(page), [...past, slotOf(event)]);
    }
  });

for (const rule of ['fifo', 'lifo', 'random'])
  test(`a letter that is held comes when nothing else is under way, and what has been delivered stays (${rule})`, () => {
    const page = pageOf(`${BRACHA}&q=${rule}`);
    const past = delivered(page);
    const { event } = rows(page)[0].queued;
    holdBack(page, event);
    assert.deepEqual(delivered(page), past);
    const all = rows(page);
    assert.deepEqual([slotOf(all[all.length - 1].queued.event), all[all.length - 1].place], [slotOf(event), null]);
    release(page, event);
    assert.ok(rows(page).every(({ place }) => place !== null));
  });

test('each is one fork: undo takes it back', () => {
  const page = pageOf(BRACHA);
  const before = link(page);
  deliverNext(page, rows(page)[2].queued);
  assert.notEqual(link(page), before);
  page.store.apply({ type: 'undo' });
  assert.equal(link(page), before);
});

for (const rule of ['fifo', 'lifo', 'random'])
  test(`undo brings back the run and the place, redo too, and what was told is over (${rule})`, () => {
    const page = pageOf(`${BRACHA}&q=${rule}`);
    let told = 0;
    rememberPlaces(page.store, () => void told++);
    const before = link(page);
    deliverNext(page, rows(page)[2].queued);
    const after = link(page);
    for (let i = 0; i < 3; i++) page.store.apply({ type: 'step' });
    page.store.apply({ type: 'undo' });
    assert.deepEqual([link(page), page.store.state.cursor, told], [before, 2, 1]);
    page.store.apply({ type: 'redo' });
    assert.deepEqual([link(page), page.store.state.cursor, told], [after, 6, 2]);
    // Another rule of delivery is a change as well.
    page.store.apply({ type: 'edit', changes: { q: rule === 'lifo' ? 'fifo' : 'lifo' } });
    page.store.apply({ type: 'seek', step: 1 });
    page.store.apply({ type: 'undo' });
    assert.deepEqual([link(page), page.store.state.cursor], [after, 6]);
  });

const SLOT = { path: [2, 3], to: 1 };
const OTHER = { path: [1, 1], to: 2 };

test('an entry takes the place of the one for the same slot; the others stay in order', () => {
  assert.deepEqual(deliverAs([SLOT, OTHER], SLOT, 7), [{ ...SLOT, step: 7 }, OTHER]);
  assert.deepEqual(hold([{ ...SLOT, step: 7 }, OTHER], SLOT), [SLOT, OTHER]);
  assert.deepEqual(hold([OTHER], SLOT, true), [OTHER, { ...SLOT, step: 0 }]);
  assert.deepEqual(letGo([SLOT, OTHER], SLOT), [OTHER]);
});

test('what has been delivered keeps its step, but for what an entry names already', () =>
  assert.deepEqual(withPast([SLOT], [OTHER, SLOT]), [SLOT, { ...OTHER, step: 1 }]));

test('what was chosen by hand is listed until it is among the held ones; what is never sent is told', () => {
  const page = pageOf(`${BRACHA}&d=1.1-4_2.2-3~2_3.4-2`);
  const { session, scenario } = page.store.state;
  const queue = queueOf(page.store.state);
  assert.deepEqual(editsOf(scenario?.d ?? [], session?.unsent ?? [], queue).map(({ delay, isNever }) => [slotOf(delay), delay.step, isNever]), [['2.2-3', 2, false], ['3.4-2', undefined, false]]);
  const never = [{ path: [3, 4], to: 2 }];
  assert.equal(editsOf(scenario?.d ?? [], never, queue)[1].isNever, true);
});

test('a choice by hand is told with the step as which the letter comes, and a silence as such', () => {
  const told = (/** @type {string} */ link, /** @type {'en' | 'zh'} */ lang = 'en') => {
    const { session, scenario } = opened(link).state;
    assert.ok(session && scenario?.d);
    return scenario.d.map((delay) => tellEdit(speech(lang), session, 'bracha', { delay, isNever: false }).replace(/[\u2009\u202f]/g, ' '));
  };
  assert.deepEqual(told('v=1&p=bracha&n=4&d=2.2-3~500'), ['General 2 to General 3, echo: chosen for step 500, delivered as step 27']);
  assert.deepEqual(told('v=1&p=bracha&n=4&d=2.2-3~1'), ['General 2 to General 3, echo: chosen for step 1, delivered as step 2']);
  assert.deepEqual(told('v=1&p=bracha&n=4&d=2.2-3~12'), ['General 2 to General 3, echo: delivered as step 12']);
  const silent = 'v=1&p=bracha&n=4&d=2.1-3_3.4-2~40&t=4&s=silent';
  assert.deepEqual(told(silent), ['General 1 to General 3, echo: held', 'General 4 to General 2, ready: nothing is sent; that silence is step 27']);
  assert.match(told(silent, 'zh')[1], /没有送信；第 27 步即此沉默$/);
});
