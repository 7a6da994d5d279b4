// What stands beside an open run, and when it is the same moment there.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { beside, differences, isReordered, onlyIn, receivedBy, sameMessage, sameMoment, sameView, stateOf, usualF } from './beside.js';
import { stepReceived } from '../state/session-cache.js';
import { specOf } from '../state/engine.js';
import { speech } from '../words/i18n.js';
import { heardAs, truthOf } from './compare-words.js';
import { engine, opened } from '../testing.js';

before(engine);

const LECTURE = 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R';

/** @param {string} link */
function pairOf(link) {
  const s = opened(link).state;
  const other = beside(s);
  assert.ok(other && s.session);
  return { s, session: s.session, other };
}

test('with eyes it is another world, and those eyes know the same in both', () => {
  const { session, other } = pairOf(`${LECTURE}&pov=3&view=pair`);
  assert.equal(other.kind, 'world');
  assert.ok(other.session);
  assert.equal(other.session.link(), 'v=1&p=om&n=3&t=1&s=honest&x=1-2R_1-3A');
  assert.equal(sameView(session, other.session, 3), true);
  assert.equal(sameView(session, other.session, 2), false);
});

test('a world whose link is too long to be opened is shown as well', () => {
  const { session, other } = pairOf('v=1&p=om&n=11&m=4&t=3&pov=2&view=pair');
  assert.equal(other.kind, 'world');
  assert.ok(other.session && other.session.link().length > 8000);
  assert.equal(sameView(session, other.session, 2), true);
});

test('the link of the first run is enough: the second follows from it', () => {
  const link = `${LECTURE}&at=4&pov=3&view=pair`;
  assert.equal(pairOf(link).other.session?.link(), pairOf(link).other.session?.link());
  assert.equal(beside(opened(LECTURE).state), null, 'one stage, nothing beside it');
});

test('without eyes it is the same army under another protocol', () => {
  for (const [link, beside] of [
    ['v=1&p=om&n=3&t=2&view=pair', 'v=1&p=sm&n=3&t=2'],
    ['v=1&p=sm&n=3&t=2&view=pair', 'v=1&p=om&n=3&t=2'],
    ['v=1&p=flat&n=5&m=2&t=1&s=honest&x=1-2R_1-3R&view=pair', 'v=1&p=om&n=5&m=2&t=1&s=honest&x=1-2R_1-3R'],
  ])
    assert.equal(pairOf(link).other.session?.link(), beside);
});

test('a run told by rules that fire stands beside itself with one thing taken back, and only what that changes differs', () => {
  const attack = 'v=1&p=pbft&n=4&t=2&s=silent&x=1.3.2-1A_2.3.2-3R_2.3.2-4R_2.5.2-3R_2.5.2-4R&d=1.3.1-3~0_1.3.1-4~0';
  for (const [link, without, beside] of [
    [`${attack}&by=noproof`, 'form', attack],
    ['v=1&p=bracha&n=4&t=3&d=1.1-2', 'delays', 'v=1&p=bracha&n=4&t=3'],
    ['v=1&p=bracha&n=4&t=3', 'lies', 'v=1&p=bracha&n=4'],
    ['v=1&p=king&n=4&t=1&s=split', 'lies', 'v=1&p=king&n=4&s=split'],
    ['v=1&p=king&n=4', undefined, 'v=1&p=om&n=4&o=A'],
  ]) {
    const { other } = pairOf(`${link}&view=pair`);
    assert.deepEqual([other.without, other.session?.link()], [without, beside && opened(beside).state.link], link);
  }
  const sizes = (/** @type {string} */ link) => {
    const { session, other } = pairOf(`${link}&view=pair`);
    assert.ok(other.session);
    return differences(session, other.session)?.map((steps) => steps.size);
  };
  // A letter that is late is the same letter; three echoes and three READYs of a liar are not.
  assert.deepEqual(sizes('v=1&p=bracha&n=4&d=1.1-2'), [0, 0]);
  assert.deepEqual(sizes('v=1&p=bracha&n=4&t=3'), [6, 6]);
  const { session, other } = pairOf('v=1&p=bracha&n=4&d=1.1-2&view=pair');
  assert.ok(other.session && isReordered(session, other.session));
  assert.equal(isReordered(session, session), false);
});

test('how many may lie is a control, by default as many as rounds of relay or traitors', () => {
  assert.equal(usualF(opened('v=1&p=om&n=7&m=2&t=3').state.scenario), 2);
  assert.equal(usualF(opened('v=1&p=om&n=4&m=1&t=3.4').state.scenario), 2);
  const store = opened(`v=1&p=om&n=4&pov=2&view=pair`);
  assert.equal(beside(store.state)?.kind, 'world');
  store.apply({ type: 'pair-f', f: 0 });
  const none = beside(store.state);
  assert.equal(none?.kind, 'none-exists');
  assert.equal(none?.session, null);
});

test('under signatures the world with the same words needs a seal that is missing', () => {
  const { session, other } = pairOf('v=1&p=sm&n=3&t=2&pov=3&view=pair');
  assert.deepEqual([other.kind, other.tried], ['none-exists', 4]);
  assert.ok(other.session);
  assert.equal(other.session.scenario().protocol, 'sm');
  assert.equal(sameView(session, other.session, 3), false);
  const [here, there] = [session, other.session].map((run) => receivedBy(run, 3, run.length));
  assert.deepEqual(onlyIn(here, there), [{ round: 2, path: [1, 2], said: 'R', refused: 'bad-signature' }]);
  assert.deepEqual(onlyIn(there, here), [{ round: 2, path: [1, 2], said: 'R' }]);
  assert.equal(stepReceived(session, 3, here[1]), 3);
});

test('the same moment is the same message, else the end of as many rounds', () => {
  const { session, other } = pairOf('v=1&p=om&n=4&m=2&t=3&at=5&view=pair');
  assert.ok(other.session);
  assert.equal(sameMoment(session, other.session, 0), 0);
  assert.equal(sameMoment(session, other.session, 5), 5);
  assert.equal(sameMoment(session, other.session, session.length), other.session.length);
  const deep = session.roundEnds[1] + 1;
  assert.equal(sameMoment(session, other.session, deep), other.session.roundEnds[1], 'signed, nothing is said in round 3');
});

test('the second run is shown at the same moment, with its own truth', () => {
  const { s, other } = pairOf(`${LECTURE}&at=3&pov=3&view=pair`);
  assert.ok(other.session);
  const there = stateOf(s, other.session);
  assert.deepEqual([there.cursor, there.scenario?.traitors, there.perRound], [3, [1], [2, 2]]);
  assert.deepEqual(s.scenario?.traitors, [2], 'the page’s own run is untouched');
});

/** The slots of some steps. @param {import('../state/types.js').Session} session @param {Iterable<number> | undefined} steps */
const slots = (session, steps) =>
  [...(steps ?? [])].map((step) => {
    const event = session.event(step);
    return event.kind === 'message' && `${event.path.join('.')}-${event.to} ${event.said}`;
  });

test('what differs is what is not said in the same slot of the other run', () => {
  const worlds = pairOf(`${LECTURE}&pov=3&view=pair`);
  assert.ok(worlds.other.session);
  const [here, there] = differences(worlds.session, worlds.other.session) ?? [];

  assert.deepEqual(slots(worlds.other.session, there).length, here?.size, 'each slot is in both');
  assert.ok(slots(worlds.session, here).includes('1-2 A') && slots(worlds.other.session, there).includes('1-2 R'));
  assert.ok(![...(here ?? [])].some((step) => slots(worlds.session, [step])[0].toString().includes('-3 ')), 'general 3 hears the same');
});

test('a message with no counterpart differs, and so does a letter that is refused', () => {
  const { session, other } = pairOf('v=1&p=om&n=4&m=2&t=3&view=pair');
  assert.ok(other.session);
  const [oral, signed] = differences(session, other.session) ?? [];
  assert.equal([...(oral ?? [])].filter((step) => step > session.roundEnds[1]).length, 6, 'signed, nothing is said in round 3');
  assert.deepEqual(slots(other.session, signed), ['1.3-2 R', '1.3-4 R']);
  assert.deepEqual(differences(session, session), [new Set(), new Set()]);
  assert.equal(sameMessage(session, other.session, session.roundEnds[1] + 1), null);
});

test('too many messages are not compared', () => {
  const { session } = pairOf('v=1&p=om&n=13&m=4&view=pair');
  assert.equal(differences(session, session), null);
});

test('two runs stand as the figure that was open, and leave it open', () => {
  const store = opened('v=1&p=om&n=4&t=3&view=table&message=6');
  store.apply({ type: 'pair' });
  assert.deepEqual([store.state.place.view, store.state.place.both], ['pair', 'table']);
  const { s, other } = { s: store.state, other: beside(store.state) };
  assert.ok(other?.session);
  assert.equal(stateOf(s, other.session).message, 6);
  store.apply({ type: 'pair-close' });
  assert.equal(store.state.place.view, 'table');
  store.apply({ type: 'pair', general: 2 });
  store.apply({ type: 'view', view: 'map' });
  assert.deepEqual([store.state.place.view, store.state.place.pov], ['map', null], 'who leaves sees as before');
});

test('two stages open with something to compare, and close where they were opened', () => {
  const store = opened('v=1&p=om&n=4&t=3');
  store.apply({ type: 'pair', general: 2 });
  assert.deepEqual([store.state.place.view, store.state.place.pov, store.state.cursor], ['pair', 2, 9]);
  store.apply({ type: 'pair-lift', lifted: true });
  store.apply({ type: 'pair', general: 4 });
  assert.deepEqual([store.state.place.pov, store.state.pair.lifted], [4, true]);
  store.apply({ type: 'pair-close' });
  assert.deepEqual([store.state.place.view, store.state.place.pov, store.state.pair.lifted], ['map', null, false]);
});

test('two runs leave the one where it stood, unless the reader has moved it', () => {
  for (const leave of /** @type {import('../state/actions.js').Action[]} */ ([{ type: 'pair-close' }, { type: 'view', view: 'table' }])) {
    const store = opened('v=1&p=om&n=4&t=3');
    store.apply({ type: 'pair' });
    assert.equal(store.state.cursor, 9, 'all that is said is there to compare');
    store.apply(leave);
    assert.deepEqual([store.state.cursor, store.state.session?.cursor], [0, 0]);
    store.apply({ type: 'pair' });
    store.apply({ type: 'seek', step: 5 });
    store.apply(leave);
    assert.equal(store.state.cursor, 5);
  }
  const there = opened('v=1&p=om&n=4&t=3&at=3');
  there.apply({ type: 'pair' });
  assert.equal(there.state.cursor, 3);
  there.apply({ type: 'pair-close' });
  assert.equal(there.state.cursor, 3);
});

test('a world is told by who lies in it and what the order was', () => {
  const en = speech('en');
  assert.equal(truthOf(en, { traitors: [2], order: 'A' }), 'General 2 lies. The order was Attack.');
  assert.equal(truthOf(en, { traitors: [1], order: 'R' }), 'General 1, the commander, lies. His order was Retreat.');
  assert.equal(truthOf(en, { traitors: [1, 4], order: 'A' }), 'Generals 1 and 4 lie, the commander too. His order was Attack.');
  assert.equal(truthOf(en, { traitors: [], order: 'A' }), 'Nobody lies. The order was Attack.');
});

test('what he heard is told as under that protocol', () => {
  const en = speech('en');
  assert.equal(heardAs(en, specOf('om'), { round: 1, path: [1], said: null }), 'General 1 sent no order');
  assert.equal(heardAs(en, specOf('om'), { round: 2, path: [1, 2], said: 'R' }), 'General 2: “General 1 said Retreat”');
  assert.equal(heardAs(en, specOf('sm'), { round: 2, path: [1, 2], said: 'R' }), 'General 2: Retreat, sealed by Generals 1 and 2');
  const forged = heardAs(en, specOf('sm'), { round: 2, path: [1, 2], said: 'R', refused: 'bad-signature' });
  assert.equal(forged, 'General 2: Retreat, with a forged seal. Thrown away.');
});
