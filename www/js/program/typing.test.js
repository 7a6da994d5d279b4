// Typing a program: where a new line begins, and what Tab does.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, newLine } from './typing.js';

/** A text with | where the selection begins and ends, after a key. @param {string} shown @param {(text: string, start: number, end: number) => import('./typing.js').Typed} key */
function after(shown, key) {
  const start = shown.indexOf('|');
  const text = shown.replaceAll('|', '');
  const end = shown.lastIndexOf('|') === start ? start : shown.lastIndexOf('|') - 1;
  const typed = key(text, start, end);
  const now = text.slice(0, typed.from) + typed.text + text.slice(typed.to);
  const marked = `${now.slice(0, typed.start)}|${now.slice(typed.start)}`;
  return typed.start === typed.end ? marked : `${marked.slice(0, typed.end + 1)}|${marked.slice(typed.end + 1)}`;
}
const tab = (/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) => moved(text, start, end, false);
const back = (/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) => moved(text, start, end, true);

test('a new line stands below the last one, and further right behind a colon', () => {
  assert.equal(after('v = input|', newLine), 'v = input\n|');
  assert.equal(after('    v = A|\nx', newLine), '    v = A\n    |\nx');
  assert.equal(after('if n > 3:|', newLine), 'if n > 3:\n    |');
  assert.equal(after('    for p in 1 .. f:  # all|', newLine), '    for p in 1 .. f:  # all\n        |');
  assert.equal(after('if n > 3:| v = A', newLine), 'if n > 3:\n    | v = A');
});

test('Tab goes to the next place of a block, and moves what is selected line by line', () => {
  assert.equal(after('|v', tab), '    |v');
  assert.equal(after('ab|', tab), 'ab  |');
  assert.equal(after('a\n|b\nc|\nd', tab), 'a\n    |b\n    c|\nd');
  assert.equal(after('|a\n\nb|', tab), '    |a\n\n    b|');
});

test('Shift+Tab moves lines to the left, as far as they can', () => {
  assert.equal(after('    v = |A', back), 'v = |A');
  assert.equal(after('  v|', back), 'v|');
  assert.equal(after('|v', back), '|v');
  assert.equal(after('    |a\n        b|', back), '|a\n    b|');
});

test('a line that ends the selection without any of it selected stays', () => {
  assert.equal(after('|a\n|b', tab), '    |a\n|b');
});
