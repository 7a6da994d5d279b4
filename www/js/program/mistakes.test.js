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
