import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { arrival, arrowOf, counted, followed, front } from './time-front.js';

before(engine);

/** @param {string} link @param {{eyes?: number | null, open?: number | null}} [how] */
function laid(link, { eyes = null, open = null } = {}) {
  const store = opened(link);
  const { session, perRound } = store.state;
  if (!session) throw new Error(link);
  const figure = session.spaceTime({
    width: 1200,
    height: 460,
    margin: 56,
    head: 36,
    names: perRound.map(() => 60),
    decision: 160,
    token: [32, 32],
    digit: 8,
    eyes,
    open,
    until: null,
  });
  return { store, session, figure, now: () => front(figure, store.state) };
}

test('message by message, the front stands where the last one arrived, and parts what has come from what has not', () => {
  const { store, figure, now } = laid('v=1&p=om&n=4&t=3');
  let last = -1;
  for (let step = 0; step < store.state.length; step++) {
    store.apply({ type: 'seek', step });
    const { x, stage } = now();
    assert.ok(x > last, `at step ${step} time went on`);
    last = x;
    assert.deepEqual(
      figure.arrows.map((arrow) => stage(arrow) === 'done'),
      figure.arrows.map((arrow) => arrow.first <= step),
    );
    if (step > 0) assert.equal(x, arrival(figure.arrows[step - 1]));
  }
  store.apply({ type: 'end' });
  assert.ok(now().x > last);
});

test('while a round rides, the front moves over its band; messages before it have arrived', () => {
  const { store, figure, now } = laid('v=1&p=om&n=7&m=2&t=3&at=6');
  store.apply({ type: 'play' });
  store.apply({ type: 'advance', ms: 16 });
  store.apply({ type: 'advance', ms: 700 });
  const [left, , width] = figure.bands[1].place;
  const { x, stage } = now();
  assert.ok(left < x && x < left + width);
  const stages = figure.arrows.map(stage);
  assert.ok(figure.arrows.every((arrow, i) => arrow.round !== 1 || stages[i] === 'done'));
  assert.ok(figure.arrows.every((arrow, i) => arrow.round !== 3 || stages[i] === 'due'));
  assert.ok(figure.arrows.every((arrow, i) => arrow.round !== 2 || (stages[i] === 'done') === arrival(arrow) <= x));
});

test('a bundle of which a part has come is on the road', () => {
  const { store, figure, now } = laid('v=1&p=om&n=10&m=2&t=3');
  const bundle = figure.arrows.find((arrow) => arrow.count === 7);
  assert.ok(bundle);
  const at = (/** @type {number} */ step) => {
    store.apply({ type: 'seek', step });
    return now().stage(bundle);
  };
  assert.deepEqual([at(bundle.first - 1), at(bundle.first), at(bundle.last)], ['due', 'road', 'done']);
});

test('a message is followed back to the order it passes on', () => {
  const { session, figure } = laid('v=1&p=om&n=4&m=2&t=3');
  const step = session.length - 1;
  const arrows = [...followed(figure, session, step)].map((i) => figure.arrows[i]);
  assert.deepEqual(
    arrows.map(({ round, from, to }) => [round, from, ...to]),
    [
      [1, 1, 4],
      [2, 4, 3],
      [3, 3, 2],
    ],
  );
});

test('every message has its arrow, in a bundle that is opened too', () => {
  const { session, figure } = laid('v=1&p=om&n=10&m=2&t=3', { open: 300 });
  for (let step = 1; step < session.length; step++) {
    const event = session.event(step);
    assert.ok(event.kind === 'message');
    const arrow = figure.arrows[arrowOf(figure, event, step)];
    if (step === 300) assert.equal(arrow.count, 1);
    assert.ok(arrow.first <= step && step <= arrow.last);
  }
});

test('what he counted is listed, and counted where it is much', () => {
  const words = (/** @type {string} */ link, lang = /** @type {'en' | 'zh'} */ ('en')) => counted(speech(lang), laid(link).session.votes(2, 2));
  assert.equal(words('v=1&p=om&n=4&t=3'), 'A, R, A');
  assert.equal(words('v=1&p=om&n=7&t=3'), '5\u00a0A,\u00a01\u00a0R', 'no line breaks it');
  assert.equal(words('v=1&p=om&n=7&t=3', 'zh'), 'A\u20095\u202f票，R\u20091\u202f票');
  assert.equal(words('v=1&p=om&n=4&t=3&s=silent'), 'A, R, A');
  assert.equal(words('v=1&p=sm&n=4&t=1&s=split'), '{R, A}');
  assert.equal(words('v=1&p=sm&n=4&t=1&s=silent'), '{}');
});
