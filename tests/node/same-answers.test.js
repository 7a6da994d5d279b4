// A hundred thousand links made by lot have the same runs and answers in WebAssembly as natively.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf, NONE } from '../links/random.js';
import { Lab, links, Session } from './engine.js';

test('a hundred thousand links made by lot have the same answers as natively', () => {
  const lots = links('random.json');
  assert.deepEqual(digestOf({ Session, Lab }, lots, 0, lots.links, NONE), { opened: lots.opened, digest: lots.digest });
});
