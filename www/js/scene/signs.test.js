// The signs of the page as shapes: who is what is seen without colours too.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskAt, sealAt, shieldAt, tokenAt } from './signs.js';

/** @param {import('./types.js').GroupShape} group */
const kinds = ({ shapes }) => shapes.map((shape) => ('class' in shape && shape.class) || shape.kind);
/** @param {import('./types.js').GroupShape} group */
const texts = ({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

test('a shield is round, notched with a mask, or of nobody knows whom', () => {
  const [loyal, traitor, unknown] = [true, false, null].map((is) => shieldAt(3, is, 0, 0, 56));
  assert.deepEqual([loyal.class, traitor.class, unknown.class], ['shield loyal', 'shield traitor', 'shield unknown']);
  assert.ok(kinds(traitor).includes('shield-mask') && !kinds(loyal).includes('shield-mask'));
  assert.deepEqual([texts(loyal), texts(traitor), texts(unknown)], [['3'], ['3'], ['?', '3']]);
  const fields = [loyal, traitor, unknown].map(({ shapes: [field] }) => field.kind === 'path' && field.d);
  assert.equal(new Set(fields).size, 3);
});

test('a shield is as large as is asked, its middle at the point', () => {
  const { x, y, scale } = shieldAt(1, true, 100, 50, 28);
  assert.deepEqual([x, y, scale], [100, 49.5, 0.5]);
});

test('a token says its word, that it is not known yet, or that nothing was said', () => {
  assert.deepEqual([tokenAt('A', 0, 0, 9), tokenAt('N', 0, 0, 9), tokenAt(null, 0, 0, 9)].map(texts), [['A'], ['N'], ['–']]);
  assert.deepEqual(texts(tokenAt(null, 0, 0, 9, { open: true })), ['·']);
  assert.deepEqual(texts(tokenAt('A', 0, 0, 9, { blank: true })), ['']);
  assert.deepEqual([tokenAt('R', 0, 0, 9, { road: true }).class, tokenAt(null, 0, 0, 9).class], ['token R road', 'token none']);
});

test('a forged seal is cracked and crossed out', () => {
  assert.deepEqual(kinds(sealAt(2, 'good')), ['seal-wax', 'seal-ring', 'seal-number']);
  assert.deepEqual(kinds(sealAt(2, 'forged')).slice(3), ['seal-crack', 'seal-disc', 'seal-cross']);
});

test('a mask has the colour of the words around it', () => {
  const mask = maskAt(4, 5, 36);
  assert.deepEqual(mask.kind === 'path' && [mask.fill, mask.x, mask.y, mask.scale], ['currentColor', 4, 5, 2]);
});
