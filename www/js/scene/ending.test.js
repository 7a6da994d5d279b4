// Facts about the endings: they begin from the picture before, differ from each other, and leave traitors where they are.
import assert from 'node:assert/strict';
import test from 'node:test';
import { BREACH, CITY_FLAG } from './citydata.js';
import { CROSS, HORSE, SPEAR_LEVEL, SPEAR_UP, TENT, TENT_ROLL } from './art.js';
import { ending } from './ending.js';
import { layout } from './layout.js';
import { scene } from './scene.js';

/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./types.js').EndingKind} EndingKind */

const plan = layout({ width: 732, height: 562, n: 4 });
const words = { general: (/** @type {number} */ id) => `General ${id}`, city: 'the city' };
/** @type {Record<EndingKind, (import('./types.js').Order|null)[]>} */
const DECISIONS = { attack: ['A', 'A', null, 'A'], retreat: ['R', 'R', null, 'R'], split: ['A', 'R', null, 'A'] };
/** @type {EndingKind[]} */
const KINDS = ['attack', 'retreat', 'split'];

/** @param {EndingKind} kind @param {boolean} [decided] */
const army = (kind, decided = true) => DECISIONS[kind].map((decision, i) => ({
  id: i + 1, loyal: i !== 2, commander: i === 0, leaning: null, decision: decided ? decision : null,
}));
/** @param {readonly Shape[]} shapes @returns {Shape[]} */
const flat = (shapes) => shapes.flatMap((s) => (s.kind === 'still' ? flat(s.shapes) : [s]));
/** @param {EndingKind} kind @param {number|null} progress @param {boolean} [decided] @param {import('./types.js').Layout} [on] */
const drawn = (kind, progress, decided, on = plan) =>
  flat(scene(on, { generals: army(kind, decided), chosen: null, rides: [], witnesses: [], ending: progress === null ? null : { kind, progress } }, words));
/** @param {Shape[]} shapes @param {string} d */
const count = (shapes, d) => shapes.filter((s) => s.kind === 'path' && s.d === d && (s.opacity ?? 1) > 0).length;

test('at progress 0 the picture is the one before anybody had decided', () => {
  for (const kind of KINDS) assert.deepEqual(drawn(kind, 0), drawn(kind, null, false));
});

test('a joint attack: spears up, a breach, the attackers’ banner in the city, and its own flag is gone', () => {
  const end = drawn('attack', 1);
  assert.equal(count(end, BREACH), 1);
  assert.equal(count(end, CITY_FLAG), 0);
  assert.ok(count(end, SPEAR_UP) > 0 && count(end, SPEAR_LEVEL) === 0);
  assert.equal(count(end, TENT), 8);
});

test('a joint retreat: tents are rolled up, riders leave, the city keeps its flag', () => {
  const end = drawn('retreat', 1);
  assert.equal(count(end, TENT_ROLL), 6);
  assert.equal(count(end, TENT), 2);
  assert.equal(count(end, BREACH), 0);
  assert.equal(count(end, CITY_FLAG), 1);
  assert.ok(count(end, SPEAR_LEVEL) > 0 && count(end, SPEAR_UP) === 0);
});

test('a split attack: two bands turned back at two crosses, who retreated has struck his tents, the city stands', () => {
  const end = drawn('split', 1);
  assert.equal(count(end, CROSS), 2);
  assert.equal(count(end, TENT_ROLL), 2);
  assert.equal(count(end, BREACH), 0);
  assert.equal(count(end, CITY_FLAG), 1);
  assert.ok(count(end, SPEAR_LEVEL) > 0);
});

test('a traitor stays where he is', () => {
  for (const kind of KINDS) {
    for (const decision of /** @type {const} */ (['A', 'R'])) {
      const bold = army(kind).map((g) => (g.loyal ? g : { ...g, decision }));
      assert.ok(!ending(plan, bold, kind, 1).camps.has(3), `${kind}: ${decision}`);
    }
  }
});

test('a general about whom nothing is known bears no colour of loyalty, riding or not', () => {
  const unknown = army('attack').map((g) => ({ ...g, loyal: null }));
  const { under, over } = ending(plan, unknown, 'attack', 1);
  for (const s of [...under, ...over]) assert.ok(!('fill' in s) || (s.fill !== 'loyal' && s.fill !== 'traitor'));
});

test('riders come to rest on the stage, on any stage', () => {
  for (const [width = 0, height = 0] of [[732, 562], [390, 452], [1400, 800], [2000, 1100]]) {
    const on = layout({ width, height, n: 4, compact: width < 600 });
    for (const kind of KINDS) {
      for (const s of drawn(kind, 1, true, on)) {
        if (s.kind !== 'path' || s.d !== HORSE) continue;
        const { x = 0, y = 0, scale = 1 } = s;
        assert.ok(x > 12 * scale && x < width - 12 * scale && y > 12 * scale && y < height - 12 * scale, `${kind} on ${width}×${height}`);
      }
    }
  }
});

test('every beat moves something, and half way the end is not yet given away', () => {
  for (const kind of KINDS) {
    const beats = [0, 0.15, 0.45, 0.8, 1].map((p) => JSON.stringify(drawn(kind, p)));
    assert.equal(new Set(beats).size, beats.length, kind);
  }
  assert.equal(count(drawn('attack', 0.6), BREACH), 0);
});
