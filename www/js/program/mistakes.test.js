// What is said of a mistake in a program: every code in both languages, with what stands there and what could.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { program } from '../state/engine.js';
import { engine } from '../testing.js';
import { makeSpeech } from '../words/i18n.js';
import { words } from '../words/testing.js';
import { mistakeNote, mistakeSentence, nearest } from './mistakes.js';

before(engine);

const en = makeSpeech('en', words('en'));
const zh = makeSpeech('zh', words('zh'));

/** A text for each code that can be wrong with one. */
const WRONG = {
  unexpected: 'task consensus\nv = (1 + \ndecide v',
  'unknown-name': 'task consensus\nvote = input\nsend vote to all\ndecide vots',
  'wrong-type': 'task consensus\nsend input to all\ndecide count(A) > 1',
  'rounds-differ': 'task consensus\nif input == A:\n    send A to all\ndecide A',
  'not-known-before': 'task consensus\nfor p in 1 .. me:\n    send A to all\ndecide A',
  'never-decides': 'task consensus\nsend input to all',
  'after-decide': 'task consensus\ndecide A\nsend A to all',
  'too-many-rounds': 'task consensus\nfor p in 1 .. 65:\n    send A to all\ndecide A',
  'too-long': `task consensus\n${'#'.repeat(5000)}\ndecide A`,
  'line-too-long': `task consensus\nv = ${'('.repeat(80)}1${')'.repeat(80)}\ndecide A`,
  'divides-by-zero': 'task consensus\nv = 1 // (n - 4)\ndecide A',
  'too-much-work': 'task consensus\nx = 0\nfor p in 1 .. 1000000000:\n    x = x + 1\ndecide A',
  'not-signed': 'task broadcast\ncollect 2 rounds\ndecide A',
  'no-gather': 'task broadcast\ndecide A if heard(A) > 1 else R',
};

/** The first mistake of a text. @param {string} text */
const first = (text) => program().check(text).errors[0];

test('every mistake that there can be is said in both languages', () => {
  for (const [code, text] of Object.entries(WRONG)) {
    const fault = first(text);
    assert.equal(fault.code, code, text);
    for (const say of [en, zh]) assert.match(mistakeNote(say, fault, text), /\d.*[.。]$/u, code);
  }
});

test('it is said what stands there and what could stand there', () => {
  const said = (/** @type {string} */ text, say = en) => mistakeSentence(say, first(text), text);
  assert.equal(said(WRONG.unexpected), 'Something is missing here. Possible here: a value.');
  assert.equal(said('task peace\ndecide A'), '“peace” cannot stand here. Possible here: “broadcast” and “consensus”.');
  assert.equal(said(WRONG['unknown-name']), 'Nothing is called “vots” here. Known here: “vote”, “n”, “f”, “me”, and “input”.');
  assert.equal(said(WRONG['wrong-type']), 'Here should be a word (A, R, none, silent), and this is a truth (true, false).');
  assert.equal(said(WRONG['wrong-type'], zh), '这里应当是词（“A”“R”“none”“silent”），写的却是真假（“true”“false”）。');
  assert.equal(said('task consensus\nif n > 1:\n\tx = 1\n    y = 2\ndecide A'), 'Here is a space where the other lines have tabs.');
  assert.equal(said('task consensus\n  x = 1\ndecide A'), 'This line stands further right or left than the lines it belongs to.');
});

test('a name of the reader that is also the name of a kind is said as he wrote it', () => {
  const text = 'task consensus\nspace = 1 space\ndecide A';
  assert.equal(mistakeSentence(en, first(text), text), '“space” cannot stand here. Possible here: the end of the line.');
});

test('what is most like an unknown name is named first', () => {
  assert.deepEqual(nearest('inptu', ['n', 'f', 'me', 'input']), ['input', 'n', 'f', 'me']);
});

test('what is too much is said with its limit', () => {
  const said = (/** @type {string} */ text, say = en) => mistakeSentence(say, first(text), text).replace(/\s/g, ' ');
  assert.equal(said(WRONG['too-many-rounds']), 'These are more than the 64 rounds that a program may have.');
  assert.equal(said(WRONG['too-long']), 'The text is longer than the 4096 bytes that a program may have.');
  assert.equal(said(WRONG['line-too-long']), 'This line has more than the 128 names, numbers and signs that a line may have.');
  assert.match(said(WRONG['too-much-work'], zh), /262 144/);
});

test('a character that is not seen, or looks like another, is named', () => {
  const said = (/** @type {string} */ text, say = en) => mistakeSentence(say, first(text), text);
  assert.equal(said('task consensus\ndecide\u200b input'), 'Here is a character that is not seen, U+200B (zero-width space): delete it.');
  assert.equal(said('\ufefftask consensus\ndecide input'), 'Here is a character that is not seen, U+FEFF (byte order mark): delete it.');
  assert.equal(said('task consensus\ndecide\u00a0input'), 'Here is U+00A0 (no-break space), which looks like a space: write a space.');
  assert.equal(said('task consensus\ndecide A if count（A) > 1 else R'), '“（” (U+FF08) only looks like “(”: write “(”.');
  assert.equal(said('task consensus\ndecide Ａ'), '“Ａ” (U+FF21) only looks like “A”: write “A”.');
  assert.equal(said('task consensus\ndecide\rA'), 'Here is a character that is not seen, U+000D (carriage return): delete it.');
  assert.equal(said('task consensus\ndecide\u3000A', zh), '这里的“U+3000”（全角空格）看起来像空格：请写空格。');
});

test('who writes “=” where he compares is told how to', () => {
  const said = (/** @type {string} */ text) => mistakeSentence(en, first(text), text);
  const equals = '“=” gives a name its value. To compare, write “==”.';
  for (const line of ['if me = 1: v = A', 'v = A if me = 1 else R', 'send A to all if me = 1']) assert.equal(said(`task consensus\n${line}\ndecide A`), equals, line);
  assert.equal(said('task consensus\n= 1\ndecide A'), '“=” cannot stand here. Possible here: a statement.');
});

test('a name that was known within a block alone is told so, with the line of the block', () => {
  const said = (/** @type {string[]} */ ...lines) => {
    const text = ['task consensus', 'send input to all', ...lines].join('\n');
    return mistakeSentence(en, first(text), text);
  };
  const ended = (/** @type {string} */ name, /** @type {number} */ line) => `“${name}” is known only within the block of line ${line}. Give it a value before that block too.`;
  assert.equal(said('if count(A) > 1:', '    # w = R', '', '    w = A', 'decide w'), ended('w', 3));
  assert.equal(said('if count(A) > 1: w = A', 'decide w'), ended('w', 3));
  assert.equal(said('for p in 1 .. 2:', '    if p == 1:', '        x = A', '    else:', '        v = A', 'decide A if p > 1 else R'), ended('p', 3));
  assert.equal(said('for p in 1 .. 2:', '    if p == 1:', '        x = A', '    y = x', 'decide A'), ended('x', 4));
  assert.equal(said('vx = A', 'decide x'), 'Nothing is called “x” here. Known here: “vx”, “n”, “f”, “me”, and “input”.');
});
