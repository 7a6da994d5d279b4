// What stays on the roads: at the end what the decision rests on, beside another run what was heard there and what differs.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { twoSides } from '../compare/compare-sides.js';
import { engine, opened } from '../testing.js';
import { labelBox } from './labels.js';
import { layout } from './layout.js';
import { ridden } from './messenger.js';
import { positions } from './crowd.js';
import { road } from './roads.js';
import { world } from './world.js';

before(engine);

/** Who told whom what, of a world. @param {import('./types.js').World} now */
const told = ({ rides }) => rides.map((r) => `${r.from}-${r.to}${r.said ?? '·'}${r.lie ? '!' : ''}${r.kept ? '' : ' rides'}`);

/** @param {string} link @param {import('../state/store.js').Action[]} [actions] */
function shown(link, actions = []) {
  const store = opened(link);
  for (const action of actions) store.apply(action);
  return told(world(store.state));
}

test('at the end what the chosen general weighs stays on the roads, and of nobody else', () => {
  assert.deepEqual(shown('v=1&p=om&n=4&t=3&at=99'), ['1-2A', '3-2R!', '4-2A']);
  assert.deepEqual(shown('v=1&p=om&n=4&t=3&at=99', [{ type: 'choose', general: 4 }]), ['1-4A', '2-4A', '3-4R!']);
  assert.deepEqual(shown('v=1&p=om&n=4&t=3&at=99', [{ type: 'choose', general: 3 }]), [], 'nobody judges a traitor');
  assert.deepEqual(shown('v=1&p=om&n=4&t=3&at=9'), ['4-3A rides']);
});

test('it is one word from each, whatever the protocol: the order and what is said of it, the letters held, the opinions', () => {
  assert.deepEqual(shown('v=1&p=om&n=5&m=2&t=3&at=999'), ['1-2A', '3-2R!', '4-2A', '5-2A']);
  assert.deepEqual(shown('v=1&p=om&n=4&m=0&at=9'), ['1-2A']);
  assert.deepEqual(shown('v=1&p=om&n=4&t=3&s=silent&at=99'), ['1-2A', '3-2·!', '4-2A']);
  assert.deepEqual(shown('v=1&p=ic&n=4&t=3&i=ARAR&at=999'), ['1-2A', '3-2R!', '4-2R']);
  assert.deepEqual(shown('v=1&p=sm&n=4&t=1&s=split&at=99').map((ride) => ride.slice(0, 4)), ['1-2R', '3-2A']);
});

test('of phases and slow letters it is the count that decided, or the word of the crown, in the phase in which it did', () => {
  assert.deepEqual(shown('v=1&p=king&n=4&t=1&s=split&at=999'), ['1-2R', '3-2N', '4-2R'], 'with his own three propose Retreat');
  assert.deepEqual(shown('v=1&p=king&n=4&t=1&s=split&at=999', [{ type: 'choose', general: 3 }]), ['2-3R']);
  assert.deepEqual(shown('v=1&p=king&n=7&m=2&t=1.2&s=split&at=999'), ['1-3A', '2-3A!', '4-3N', '5-3A', '6-3N', '7-3A']);
  assert.deepEqual(shown('v=1&p=bracha&n=4&at=99'), ['3-2A', '4-2A'], 'two READYs beside his own');
  assert.deepEqual(shown('v=1&p=benor&n=5&t=5&seed=38&i=AAAAA&at=999'), ['5-2R!', '3-2R', '4-2R'], 'the proposals of phase 2, not the opinions of phase 1');
  assert.deepEqual(shown('v=1&p=pbft&n=4&t=1&s=silent&at=99'), ['4-2R', '3-2R'], 'the commits of view 2');
  assert.deepEqual(shown('v=1&p=bracha&n=3&t=3&s=silent&at=99'), ['1-2A'], 'who never delivers shows what he came to last');
});

test('in fog it is what he himself heard, with no mark of a lie; among very many nothing stays', () => {
  assert.deepEqual(shown('v=1&p=om&n=4&t=3&at=99&pov=4', [{ type: 'choose', general: 2 }]), ['1-4A', '2-4A', '3-4R']);
  assert.deepEqual(shown('v=1&p=om&n=40&t=3&at=99999'), []);
});

test('what stays lies half way on its road, and the road has no head', () => {
  const plan = layout({ width: 700, height: 500, n: 4, compact: false, touch: false });
  const now = world(opened('v=1&p=om&n=4&t=3&at=99').state);
  const [first] = now.rides;
  const way = road(plan, first.from, first.to);
  assert.deepEqual(positions(plan, now)[0], way.at(0.5));
  assert.equal(ridden(way, first, 1, false).length + 1, ridden(way, { ...first, kept: false }, 1, false).length);
});

test('what stays lies on no name and no shield, and not on other messages, wherever its road has room', () => {
  for (const [link, stage] of /** @type {const} */ ([
    ['v=1&p=om&n=7&m=2&t=3.6&at=999', { width: 1280, height: 620, n: 7, names: 1.25 }],
    ['v=1&p=om&n=7&m=2&t=3.6&at=999', { width: 820, height: 640, n: 7, touch: true }],
    ['v=1&p=om&n=4&t=3&at=99', { width: 1280, height: 560, n: 4, names: 1.25 }],
    ['v=1&p=sm&n=4&t=1&s=split&at=99', { width: 732, height: 562, n: 4 }],
  ])) {
    const plan = layout(stage);
    const at = positions(plan, world(opened(link).state));
    assert.ok(at.length > 1 && plan.camps.every(({ label }) => label));
    at.forEach(({ x, y }, i) => {
      for (const { id, k, label, ...camp } of plan.camps) {
        const name = label && labelBox(label, k);
        assert.ok(name && (x + 24 < name.left || x - 24 > name.right || y + 14 < name.top || y - 14 > name.bottom), `${link}: on the name of ${id}`);
        assert.ok(Math.hypot(camp.x - x, camp.y - y) > 40 * k, `${link}: on the shield of ${id}`);
      }
      for (const other of at.slice(0, i)) assert.ok(Math.abs(other.x - x) > 40 || Math.abs(other.y - y) > 26, `${link}: on another`);
    });
  }
});

/** Of both sides of a comparison, the fog lifted or not. @param {string} link @param {boolean} lifted */
function sides(link, lifted) {
  const store = opened(link);
  store.apply({ type: 'pair-lift', lifted });
  const two = twoSides(store);
  return /** @type {const} */ ([0, 1]).map((i) => {
    const side = two.side(i);
    return side && told(world(side));
  });
}

test('beside another world all that he heard stays, and once the fog is lifted what is said otherwise there', () => {
  const lecture = 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R&pov=3&view=pair';
  assert.deepEqual(sides(`${lecture}&at=2`, false), [['1-3A'], ['1-3A']]);
  assert.deepEqual(sides(`${lecture}&at=3`, false), [['1-3A', '2-3R'], ['1-3A', '2-3R']]);
  const [left, right] = sides(`${lecture}&at=3`, true);
  assert.deepEqual(left, ['1-2A', '1-3A', '2-3R!']);
  assert.deepEqual(right, ['1-2R!', '1-3A', '2-3R']);
});

test('beside another protocol what differs stays, wherever the run stands', () => {
  const [oral, signed] = sides('v=1&p=om&n=4&t=3&at=9&view=pair', false);
  assert.deepEqual(oral?.filter((ride) => !ride.endsWith('rides')), ['3-2R!', '3-4R!']);
  assert.equal(signed?.filter((ride) => !ride.endsWith('rides')).length, 2);
});
