// What stands on which side of a comparison, what may be told of it, and that what is done on a side is done to both.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createPage } from '../shell/page.js';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { sidePage } from './compare-side-page.js';
import { lackingSeal, SIDES, twoSides } from './compare-sides.js';
import { answerOf, differingOf } from './compare-words.js';

before(engine);

/** A world and another that general 3 cannot tell from it. */
const WORLDS = 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R&pov=3&view=pair';

/** @param {string} link */
function pairOf(link) {
  const store = opened(link);
  return { store, two: twoSides(store) };
}

/** @param {import('./compare-sides.js').Two} two */
const protocols = (two) => SIDES.map((i) => two.side(i)?.scenario?.protocol);

test('word of mouth stands on the left, whichever of the two is open', () => {
  for (const open of ['om', 'sm']) assert.deepEqual(protocols(pairOf(`v=1&p=${open}&n=4&t=3&view=pair`).two), ['om', 'sm']);
  assert.deepEqual(protocols(pairOf('v=1&p=flat&n=4&t=3&view=pair').two), ['om', 'flat']);
});

test('of a run that is open alone nothing stands on the right', () => {
  const { two } = pairOf('v=1&p=om&n=4&t=3');
  assert.deepEqual([two.other(), two.side(1), two.isOfProtocols()], [null, null, false]);
});

test('in fog it is not told what differs nor how it ends; when the fog is lifted it is', () => {
  const { store, two } = pairOf(WORLDS);
  store.apply({ type: 'seek', step: store.state.length });
  assert.deepEqual([two.isFoggy(), two.isSame(), two.side(0)?.differing, two.ended(0)], [true, true, null, null]);
  store.apply({ type: 'pair-lift', lifted: true });
  assert.equal(two.isFoggy(), false);
  assert.equal(two.side(0)?.differing?.size, two.side(1)?.differing?.size);
  assert.equal(two.ended(1)?.link, two.side(1)?.link);
  assert.deepEqual(two.side(1)?.scenario?.traitors, [1]);
});

test('he has heard as much in the other world as in the open one', () => {
  const { store, two } = pairOf(WORLDS);
  for (const [step, count] of [[0, 0], [2, 1], [4, 2]]) {
    store.apply({ type: 'seek', step });
    assert.deepEqual(SIDES.map((i) => two.heard(i).length), [count, count], `at step ${step}`);
  }
});

test('he can tell two worlds apart, or cannot, or nobody looks for another', () => {
  const say = speech('en');
  const { store, two } = pairOf(WORLDS);
  store.apply({ type: 'seek', step: store.state.length });
  const foggy = answerOf(say, two);
  store.apply({ type: 'pair-lift', lifted: true });
  const lifted = answerOf(say, two);
  const none = answerOf(say, pairOf('v=1&p=om&n=4&t=3&pov=2&view=pair').two);
  const alone = answerOf(say, pairOf('v=1&p=ic&n=4&t=3&pov=2&view=pair').two);
  assert.equal(new Set([foggy, lifted, none, alone]).size, 4);
  assert.equal(foggy, say.t('pair.same', { who: 'General 3', count: 2, tried: 0, f: 1 }));
  assert.equal(alone, say.t('pair.not-for-this', { who: 'General 2' }));
  assert.equal(answerOf(say, pairOf('v=1&p=om&n=4&t=3&view=pair').two), '', 'two protocols ask nothing of anybody');
});

test('before he has heard anything that is said, and of more than is listed no number', () => {
  for (const [lang, nothing] of /** @type {const} */ ([['en', 'General 3 has heard nothing yet, in either world.'], ['zh', '将军 3 在两个世界都还没有听到任何消息。']])) {
    const say = speech(lang);
    const { store, two } = pairOf(WORLDS);
    store.apply({ type: 'seek', step: 0 });
    assert.equal(answerOf(say, two).replace(/\u2060/g, '').replace(/[\u00a0\u202f\u2009]/g, ' '), nothing);
    store.apply({ type: 'seek', step: 2 });
    assert.equal(answerOf(say, two), say.t('pair.same', { who: say.general(3), count: 1 }));
    assert.equal(answerOf(say, pairOf('v=1&p=om&n=11&m=4&t=3&pov=2&view=pair').two), say.t('pair.same.unlisted', { who: say.general(2) }));
  }
});

test('what differs is counted, or said not to be', () => {
  const say = speech('en');
  assert.equal(differingOf(say, 3), say.t('pair.differing', { count: 3 }));
  assert.notEqual(differingOf(say, undefined), differingOf(say, 0));
});

test('a seal is lacking only where signatures tell the worlds apart', () => {
  assert.equal(lackingSeal(pairOf(WORLDS).two), null);
  const { store, two } = pairOf('v=1&p=sm&n=3&t=2&pov=3&view=pair');
  const lack = lackingSeal(two);
  assert.ok(lack);
  assert.deepEqual([lack.forged, lack.refused.path], [1, [1, 2]]);
  const event = store.state.session?.event(lack.step);
  assert.ok(event?.kind === 'message' && event.refused);
});

test('what is done on a side is done to both, at the same message', () => {
  const { store, two } = pairOf('v=1&p=om&n=4&m=2&t=3&view=pair');
  const page = createPage(store, /** @type {any} */ (null));
  const [left, right] = SIDES.map((i) => sidePage(page, i, two.side));
  right.store.apply({ type: 'seek', step: 5 });
  assert.equal(right.store.state.cursor, 5);
  assert.equal(left.store.state.cursor, store.state.cursor);
  right.store.apply({ type: 'view', view: 'tree' });
  assert.deepEqual([store.state.place.view, store.state.place.both], ['pair', 'tree']);
  right.store.apply({ type: 'edit', changes: { n: 7 } });
  assert.equal(store.state.scenario?.n, 4, 'a side changes no scenario');
  assert.notEqual(left.id('table'), right.id('table'));
});
