// The signs of the legend: each is drawn, in colours that the map has, and told in every language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../testing.js';
import { speech } from '../words/i18n.js';
import { GROUPS, signDrawing } from './legend-marks.js';

const entries = GROUPS.flatMap(([, signs]) => signs);

test('every sign is a drawing of its own, in colours by their names', () => {
  /** @type {Set<string>} */
  const colours = new Set();
  const drawings = entries.map(([, height, marks]) =>
    signDrawing(marks(), height, (name) => {
      colours.add(name);
      return '#123456';
    }),
  );
  assert.equal(new Set(drawings).size, entries.length);
  for (const drawing of drawings) assert.match(drawing, /^<svg class="drawing" .*#123456.*<\/svg>$/);
  assert.ok(colours.has('traitor') && colours.has('loyal') && colours.has('scroll'));
  for (const name of colours) assert.match(name, /^[a-z][a-z0-9-]*$/);
});

test('every sign has its words', () => {
  for (const lang of /** @type {const} */ (['en', 'zh'])) {
    const { t } = speech(lang);
    for (const [name] of entries) assert.ok(t(`legend.${name}`).length > 0 && t(`legend.${name}`) !== `legend.${name}`);
  }
});
