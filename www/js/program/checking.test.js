// Going from mistake to mistake, and the size of a text.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { bytesOf, checked, mistakeAfter, tidied } from './checking.js';
import { spanOf } from './place.js';

before(engine);

/** Two names that stand for nothing. */
const two = () => checked('task consensus\nx = 甲 + 1\ny = 乙\ndecide A\n', 4, 1);

test('from each place the next mistake follows, and the first one after the last', () => {
  const { text } = two();
  const at = (/** @type {number} */ caret) => mistakeAfter(two(), caret)?.line;
  assert.deepEqual([at(0), at(text.indexOf('甲')), at(text.indexOf('乙')), at(text.length)], [2, 3, 2, 2]);
  assert.equal(mistakeAfter(checked('task consensus\ndecide A\n', 4, 1), 0), null);
});

test('a mistake is found in the text in whatever script it stands', () => {
  const text = 'task consensus\n𝒗 = 1\nz = 𝒗 + 甲\ndecide A\n';
  const { line, from, to } = spanOf(text, checked(text, 4, 1).errors[0]);
  assert.equal(line.slice(from, to), '甲');
});

test('a limit is of bytes, and only what can be read is written as all write it', () => {
  assert.equal(bytesOf('# 将军\n'), 9);
  assert.equal(tidied(checked('task  consensus\ndecide (A)', 4, 1)), 'task consensus\ndecide A\n');
  assert.equal(tidied(two()), null);
});
