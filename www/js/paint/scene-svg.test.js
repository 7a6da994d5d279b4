// A scene as an svg that stands alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layout } from '../scene/layout.js';
import { scene } from '../scene/scene.js';
import { apart, sceneMarkup } from './scene-svg.js';

/** @type {import('./scene-svg.js').Palette} */
const palette = { colour: (name) => (name === 'contour' ? 'rgba(185, 156, 101, 0.3)' : '#123456'), night: true, forced: false, serif: 'serif' };
const words = { general: (/** @type {number} */ id) => `General <${id}> & co`, city: 'the city', north: 'N', unseen: 'out of sight' };
const stage = layout({ width: 720, height: 480, n: 4, compact: false, touch: false, names: 1 });
/** @type {import('../scene/types.js').World} */
const world = {
  generals: [1, 2, 3, 4].map((id) => ({ id, loyal: id !== 3, commander: id === 1, leaning: null, decision: null })),
  chosen: null, witnesses: [], ending: null, unseen: [{ from: 3, to: 4 }],
  rides: [{ from: 1, to: 2, said: 'A', lie: false, progress: 0.5, index: 1 }],
};
const markup = sceneMarkup(scene(stage, world, words), palette, 'm');

test('the map of four generals stays below sixty thousand characters', () => {
  assert.ok(markup.length < 60_000, `${markup.length}`);
});

test('nothing in it needs the page: no token, no class, no colour that not every program reads', () => {
  assert.doesNotMatch(markup, /var\(|class=|rgba\(|NaN|undefined/);
});

test('what it refers to is in it', () => {
  const asked = [...markup.matchAll(/url\(#([\w-]+)\)/g)].map(([, id]) => id);
  const there = [...markup.matchAll(/ id="([\w-]+)"/g)].map(([, id]) => id);
  assert.ok(asked.length > 2, `${asked}`);
  assert.deepEqual([...new Set(asked)].sort(), [...there].sort());
});

test('text stays text, and is escaped', () => {
  assert.match(markup, /<text[^>]*>General &lt;3&gt; &amp; co<\/text>/);
});

test('a colour that lets through becomes a colour and an opacity', () => {
  assert.deepEqual(apart('rgba(1, 2, 3, 0.4)'), ['rgb(1,2,3)', 0.4]);
  assert.deepEqual(apart('#123456'), ['#123456', 1]);
  assert.match(markup, /opacity="0\.3" stroke="rgb\(185,156,101\)"/);
});
