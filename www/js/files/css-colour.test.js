// Colours as browsers compute them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourOf } from './css-colour.js';

test('a computed colour becomes six digits and an opacity', () => {
  assert.deepEqual(colourOf('rgb(0, 114, 178)'), { colour: '#0072b2', opacity: 1 });
  assert.deepEqual(colourOf('rgba(43, 35, 25, 0.07)'), { colour: '#2b2319', opacity: 0.07 });
  assert.deepEqual(colourOf('color(srgb 1 0.5 0 / 0.25)'), { colour: '#ff8000', opacity: 0.25 });
});

test('what is no colour is none', () => {
  for (const other of ['none', 'url("#light")', 'context-fill']) assert.equal(colourOf(other), null, other);
});
