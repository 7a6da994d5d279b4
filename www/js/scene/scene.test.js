// Facts about what is drawn: every meaning twice, nothing known that cannot be known, the same world the same picture.
import assert from 'node:assert/strict';
import test from 'node:test';
import { MASK, SCROLL_TORN, SHIELD_LOYAL, SHIELD_TRAITOR, SHIELD_UNKNOWN, SLIM_TORN } from './art.js';
import { GLYPHS, SCROLLS, levelOf, placeIn, stepIn } from './crowd.js';
import { hit, whereabouts } from './hit.js';
import { layout } from './layout.js';
import { road } from './roads.js';
import { scene } from './scene.js';

/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./types.js').Ride} Ride */

const plan = layout({ width: 732, height: 562, n: 4 });
const words = { general: (/** @type {number} */ id) => `General ${id}`, city: 'the city' };

/** @param {Partial<World> & {traitors?: number[], fog?: boolean, n?: number}} [given] @returns {World} */
function world({ traitors = [3], fog = false, n = 4, ...given } = {}) {
  const generals = Array.from({ length: n }, (_, i) => ({
    id: i + 1, loyal: fog ? null : !traitors.includes(i + 1), commander: i === 0, leaning: null, decision: null,
  }));
  return { generals, chosen: null, rides: [], witnesses: [], ending: null, ...given };
}

/** @param {Partial<Ride>} given @returns {Ride} */
const ride = (given) => ({ from: 3, to: 2, said: 'R', lie: false, progress: 0.5, index: 0, ...given });

/** All shapes, kept pictures opened. @param {readonly Shape[]} shapes @returns {Shape[]} */
const flat = (shapes) => shapes.flatMap((s) => (s.kind === 'still' ? flat(s.shapes) : [s]));
/** @param {World} of @param {import('./types.js').Layout} [on] */
const drawn = (of, on = plan) => flat(scene(on, of, words));
/** Shapes that one picture has and the other has not. @param {Shape[]} a @param {Shape[]} b */
const beyond = (a, b) => {
  const known = new Set(b.map((s) => JSON.stringify(s)));
  return a.filter((s) => !known.has(JSON.stringify(s)));
};
/** The silhouettes of shapes, without any colour. @param {Shape[]} shapes */
const silhouettes = (shapes) => shapes.map(({ ...s }) => {
  for (const name of ['fill', 'stroke', 'colour', 'halo']) delete (/** @type {Record<string, unknown>} */ (s))[name];
  return JSON.stringify(s);
});
/** @param {Shape[]} shapes */
const colours = (shapes) => new Set(shapes.flatMap((s) => ['fill', 'stroke', 'colour'].flatMap((name) => (/** @type {Record<string, string>} */ (/** @type {unknown} */ (s)))[name] ?? [])));
/** @param {Shape[]} shapes @param {string} d */
const has = (shapes, d) => shapes.some((s) => s.kind === 'path' && s.d === d);

test('the same world gives the same shapes, and drawing changes nothing in it', () => {
  const of = world({ rides: [ride({}), ride({ to: 4, lie: true, index: 1 })], chosen: 2 });
  const before = structuredClone(of);
  assert.deepEqual(scene(plan, of, words), scene(layout({ width: 732, height: 562, n: 4 }), of, words));
  assert.deepEqual(of, before);
});

test('loyal, traitor and unknown differ in shape, not only in colour', () => {
  const loyal = drawn(world({ traitors: [] }));
  const traitor = drawn(world({ traitors: [3] }));
  const unknown = drawn(world({ fog: true }));
  assert.ok(has(loyal, SHIELD_LOYAL.d) && !has(loyal, SHIELD_TRAITOR.d) && !has(loyal, MASK.d));
  assert.ok(has(traitor, SHIELD_TRAITOR.d) && has(traitor, MASK.d));
  assert.ok(has(unknown, SHIELD_UNKNOWN.d) && !has(unknown, SHIELD_LOYAL.d) && !has(unknown, SHIELD_TRAITOR.d));
});

test('in fog no shape bears the colour of loyalty or of a lie', () => {
  const of = world({ fog: true, rides: [ride({ lie: null }), ride({ said: null, lie: null, to: 4, index: 1 }), ride({ said: '?', lie: null, from: 1, index: 2 })] });
  for (const on of [plan, layout({ width: 390, height: 452, n: 4, compact: true })]) {
    const used = colours(drawn(of, on));
    for (const told of ['loyal', 'traitor', 'on-loyal', 'on-traitor']) assert.ok(!used.has(told), told);
  }
});

test('in fog a lie is drawn exactly as the truth', () => {
  const seen = (/** @type {boolean|null} */ lie) => drawn(world({ rides: [ride({ lie })] }));
  assert.deepEqual(seen(null), seen(false));
});

test('a lie has its edge torn off and a dashed halo, and its road is dashed', () => {
  const truth = drawn(world({ rides: [ride({})] }));
  const lie = drawn(world({ rides: [ride({ lie: true })] }));
  assert.ok(has(lie, SCROLL_TORN) && !has(truth, SCROLL_TORN));
  const more = beyond(lie, truth);
  assert.ok(more.some((s) => s.kind === 'path' && s.dash && s.stroke === 'traitor'), 'no halo');
  assert.ok(more.some((s) => s.kind === 'curve' && s.dash && s.stroke === 'traitor'), 'no dashed road');
  assert.notDeepEqual(silhouettes(lie), silhouettes(truth));
});

test('attack and retreat differ in shape on scrolls, banners and small messengers', () => {
  const one = (/** @type {'A'|'R'} */ said) => drawn(world({ rides: [ride({ said })] }));
  assert.notDeepEqual(silhouettes(one('A')), silhouettes(one('R')));
  const decided = (/** @type {'A'|'R'} */ decision) => drawn({ ...world(), generals: world().generals.map((g) => ({ ...g, decision })) });
  assert.notDeepEqual(silhouettes(decided('A')), silhouettes(decided('R')));
  const many = (/** @type {'A'|'R'} */ said) => beyond(drawn(world({ rides: Array.from({ length: 100 }, (_, index) => ride({ said, index })) })), drawn(world()));
  const fills = (/** @type {Shape[]} */ shapes) => colours(shapes.filter((s) => s.kind === 'path'));
  assert.ok(fills(many('A')).has('scroll') && !fills(many('A')).has('scroll-bg'), 'attack is filled');
  assert.ok(fills(many('R')).has('scroll-bg'), 'retreat is open');
});

test('a traitor who tells the truth sends an ordinary scroll', () => {
  const from = (/** @type {number[]} */ traitors) => beyond(drawn(world({ traitors, rides: [ride({})] })), drawn(world({ traitors })));
  assert.deepEqual(from([3]), from([]));
});

test('silence: nobody rides, an empty crossed sheet stays with the sender', () => {
  const at = (/** @type {number} */ progress) => beyond(drawn(world({ rides: [ride({ said: null, lie: true, progress })] })), drawn(world()));
  assert.deepEqual(at(0.2), at(0.9));
  assert.ok(at(0.5).some((s) => s.kind === 'path' && s.stroke === 'traitor'), 'a traitor’s silence bears his colour');
  assert.ok(at(0.5).every((s) => s.kind !== 'text'), 'nothing is written on it');
});

test('a messenger is drawn where his road is at his progress', () => {
  const at = road(plan, 3, 2).at(0.3);
  const more = beyond(drawn(world({ rides: [ride({ progress: 0.3 })] })), drawn(world()));
  assert.ok(more.some((s) => s.kind === 'path' && s.x === at.x && s.y === at.y));
});

test('who has not left is not seen: only the road before him', () => {
  const more = beyond(drawn(world({ rides: [ride({ progress: 0 })] })), drawn(world()));
  assert.ok(more.length > 0 && more.every((s) => s.kind === 'curve' || (s.kind === 'path' && !s.fill)));
  assert.ok(more.every((s) => s.kind !== 'text'));
  const at = road(plan, 3, 2).at(0);
  assert.equal(hit(plan, world({ rides: [ride({ progress: 0 })] }), at.x, at.y), null);
});

test('up to 60 ride as scrolls, up to 600 as small messengers, more as dots', () => {
  assert.deepEqual([1, SCROLLS, SCROLLS + 1, GLYPHS, GLYPHS + 1].map(levelOf), ['scroll', 'scroll', 'glyph', 'glyph', 'dot']);
  assert.deepEqual([SCROLLS, GLYPHS], [60, 600]);
});

test('many scrolls keep their letters, and lies their torn edge', () => {
  const more = beyond(drawn(world({ rides: Array.from({ length: 40 }, (_, index) => ride({ lie: true, index, progress: (index + 1) / 41 })) })), drawn(world()));
  assert.equal(more.filter((s) => s.kind === 'text' && s.text === 'R').length, 40);
  assert.equal(more.filter((s) => s.kind === 'path' && s.d === SLIM_TORN).length, 40);
});

const count = 700;
const packed = Uint8Array.from(Array.from({ length: count }, (_, i) => [2 + (i % 3), 2 + ((i + 1) % 3), i % 2, i % 2]).flat());
const crowd = { rides: packed, time: 0.5, blind: false, before: 9, own: null };
/** @param {Partial<World>} of @returns {import('./types.js').CrowdShape} */
const crowdShape = (of) => {
  const found = drawn(world(of)).filter((s) => s.kind === 'crowd');
  assert.equal(found.length, 1);
  return /** @type {import('./types.js').CrowdShape} */ (found[0]);
};

test('a crowd is one shape under the city, with every road that may be ridden', () => {
  const { roads, rides, time, n, dense } = crowdShape({ crowd });
  assert.deepEqual([rides, time, n, dense], [packed, 0.5, 4, false]);
  const each = roads.length / 16;
  for (const [from, to] of [[1, 2], [3, 2], [2, 4]]) {
    const way = road(plan, from ?? 0, to ?? 0);
    const own = roads.subarray(((from ?? 0) - 1) * 4 * each + ((to ?? 0) - 1) * each).subarray(0, each);
    assert.deepEqual([...own], [...Float32Array.of(way.length, way.normal.x, way.normal.y), ...way.table]);
  }
  const shapes = drawn(world({ crowd }));
  const shown = shapes.findIndex((s) => s.kind === 'crowd');
  assert.ok(beyond(shapes.slice(shown + 1), drawn(world()).slice(-40)).some((s) => 'fill' in s && s.fill === 'city-wall'), 'the city is above');
});

test('beyond twenty thousand dots add up to density', () => {
  const of = (/** @type {number} */ many) => crowdShape({ crowd: { ...crowd, rides: new Uint8Array(4 * many).fill(2) } });
  assert.deepEqual([of(20_000).dense, of(20_001).dense], [false, true]);
  assert.ok(of(20_001).r < of(20_000).r);
});

test('a lit message of a crowd is drawn larger, and the others at a third', () => {
  const { marked, opacity } = crowdShape({ crowd, lit: 9 + 5 });
  assert.equal(opacity, 0.35);
  assert.deepEqual(marked.map(({ index }) => index), [4]);
  assert.ok(colours(marked.flatMap(({ marks }) => marks)).has('ink'));
  assert.deepEqual([crowdShape({ crowd }).opacity, crowdShape({ crowd, lit: 3 }).opacity], [1, 1]);
});

test('in fog a crowd shows no lie, not even of the one who is lit', () => {
  const { blind, marked } = crowdShape({ crowd: { ...crowd, blind: true, own: Array.from({ length: count }, (_, i) => 2 * i) }, picked: 9 + 3 });
  assert.equal(blind, true);
  assert.deepEqual(marked.map(({ index }) => index), [1]);
  assert.ok(!colours(marked.flatMap(({ marks }) => marks)).has('traitor'));
});

test('the place of a message in a crowd and its step are each other’s inverse', () => {
  for (const own of [null, [3, 5, 8]]) {
    const of = { ...crowd, own };
    for (const index of [0, 2]) assert.equal(placeIn(of, stepIn(of, index)), index);
    assert.equal(placeIn(of, 9), -1);
  }
});

/** @param {Partial<import('./types.js').Flow>} [given] @returns {import('./types.js').Flow} */
const flow = (given) => {
  const numbers = new Uint32Array(3 * 16);
  numbers.set([1000, 1000, 0], 3 * (2 * 4 + 1));
  numbers.set([10, 0, 5], 3 * (1 * 4 + 3));
  return { key: 'a', numbers, blind: false, seen: () => true, ...given };
};
/** @param {Partial<World>} of */
const strands = (of) => drawn(world(of)).filter((s) => s.kind === 'curve');

test('too many messengers are a flow: wider roads for more messages, lies dashed in their colour', () => {
  const [few, many, ...others] = strands({ flow: flow() }).sort((a, b) => (a.width ?? 0) - (b.width ?? 0));
  assert.equal(others.length, 0);
  assert.ok((many?.width ?? 0) > 1.5 * (few?.width ?? 0));
  assert.deepEqual([few?.stroke, many?.stroke, Boolean(few?.dash), Boolean(many?.dash)], ['ink-2', 'traitor', false, true]);
});

test('half of the messages lies: two strands of one road, equally wide', () => {
  const numbers = new Uint32Array(3 * 16);
  numbers.set([1000, 500, 0], 3 * (2 * 4 + 1));
  const [a, b] = strands({ flow: flow({ numbers }) });
  assert.ok(a && b && Math.abs((a.width ?? 0) - (b.width ?? 0)) < 1e-9);
  assert.deepEqual([a?.stroke, b?.stroke], ['ink-2', 'traitor']);
});

test('in fog a flow shows the viewer’s roads alone, and no lie', () => {
  const seen = strands({ flow: flow({ blind: true, seen: (from, to) => from === 3 || to === 3 }) });
  assert.deepEqual(seen.map(({ stroke }) => stroke), ['ink-2']);
});

test('the roads of the chosen general stand out of a flow', () => {
  const of = strands({ flow: flow(), chosen: 4 });
  assert.deepEqual(of.map(({ stroke }) => stroke), ['traitor', 'ink-2'], 'his are on top');
  assert.ok((of[1]?.opacity ?? 0) > 3 * (of[0]?.opacity ?? 1));
});

test('while messengers ride the ground and the camps are pictures that can be kept', () => {
  const keys = (/** @type {World} */ of) => scene(plan, of, words).flatMap((s) => (s.kind === 'still' ? s.key : []));
  const riding = (/** @type {number} */ progress) => keys(world({ rides: [ride({ progress })] }));
  assert.deepEqual(riding(0.1), riding(0.9));
  assert.notDeepEqual(keys(world({ chosen: 2 })), keys(world({ chosen: 3 })));
  assert.notDeepEqual(keys(world({ traitors: [2] })), keys(world({ traitors: [3] })));
  assert.notDeepEqual(keys(world({ witnesses: [2] })), keys(world()));
});

test('the chosen general has a ring, a witness his mark', () => {
  const camp = plan.camps[1];
  const ring = beyond(drawn(world({ chosen: 2 })), drawn(world()));
  assert.ok(ring.length === 1 && ring[0]?.kind === 'disc' && ring[0].x === camp?.x && ring[0].stroke === 'ink');
  assert.ok(colours(beyond(drawn(world({ witnesses: [2] })), drawn(world()))).has('broken'));
});

test('one lit message leaves the others at a third', () => {
  const rides = [ride({}), ride({ from: 2, to: 4, index: 1 })];
  const dim = beyond(drawn(world({ rides, lit: 1 })), drawn(world({ rides })));
  assert.ok(dim.length > 0 && dim.every((s) => 'opacity' in s && (s.opacity ?? 1) <= 0.35));
});

test('a camp without room for its name still shows its number and its order', () => {
  const small = layout({ width: 390, height: 452, n: 4, compact: true });
  const of = world();
  const texts = drawn({ ...of, generals: of.generals.map((g) => ({ ...g, leaning: 'A' })) }, small).flatMap((s) => (s.kind === 'text' ? s.text : []));
  for (const expected of ['1', '2', '3', '4']) assert.ok(texts.includes(expected));
  assert.equal(texts.filter((t) => t === 'A').length, 4);
  assert.ok(!texts.includes('General 2'));
});

test('colours are names of tokens, never values', () => {
  const of = world({ rides: [ride({ lie: true }), ride({ said: null, to: 4, index: 1 })], chosen: 1, witnesses: [2] });
  for (const colour of colours(drawn(of))) assert.match(colour, /^[a-z][a-z0-9-]*$/);
});

test('letters on the stage are never smaller than 11 px where they are the only name', () => {
  for (const n of [4, 16, 31]) {
    const on = layout({ width: 732, height: 562, n });
    for (const s of drawn(world({ n }), on)) if (s.kind === 'text' && /^\d+$/.test(s.text)) assert.ok(s.size >= 11, `n=${n}: ${s.text} at ${s.size}`);
  }
});

test('a messenger is found under the pointer, the topmost first, and nothing beside him', () => {
  const rides = [ride({}), ride({ to: 4, index: 1 })];
  const at = road(plan, 3, 2).at(0.5);
  assert.equal(hit(plan, world({ rides }), at.x + 10, at.y - 5), rides[0]);
  assert.equal(hit(plan, world({ rides }), at.x + 60, at.y), null);
  const stacked = [ride({}), ride({ index: 1 })];
  assert.equal(hit(plan, world({ rides: stacked }), at.x, at.y), stacked[1]);
});

test('the place for a note is where the messenger is', () => {
  const at = road(plan, 3, 2).at(0.5);
  const place = whereabouts(plan, world({ rides: [ride({ index: 7 })] }), 7);
  assert.deepEqual([place?.x, place?.y], [at.x, at.y]);
  assert.equal(whereabouts(plan, world(), 7), null);
});

test('a messenger who differs from the other run bears a sign, whatever his order and size', () => {
  for (const count of [2, 100]) {
    const rides = Array.from({ length: count }, (_, i) => ({ from: 1, to: 2 + (i % 3), said: /** @type {const} */ ('A'), lie: false, progress: 0.5, index: i + 1 }));
    const plan = layout({ width: 800, height: 600, n: 4, compact: false, touch: false });
    const bare = { generals: [], chosen: null, rides, witnesses: [], ending: null };
    const words = { general: String, city: 'city' };
    const shapes = (/** @type {Set<number>} */ differing) => scene(plan, { ...bare, differing }, words).length;
    assert.ok(shapes(new Set([1])) > shapes(new Set()), `${count} messengers`);
  }
});
