// Each lesson has a picture in the list.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexOf } from './files.js';
import { VIGNETTES } from './vignettes.js';

test('each lesson has a picture, and no picture is of none', async () => {
  const { lessons } = await indexOf('en');
  assert.deepEqual(lessons.map(({ id }) => id), VIGNETTES);
});
