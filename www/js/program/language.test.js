// The reference of the language: every example is a program that can be run, and every entry has its words.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { program } from '../state/engine.js';
import { engine } from '../testing.js';
import { words } from '../words/testing.js';
import language from './language.json' with { type: 'json' };

before(engine);

test('every example stands in a program that can be run and is written as all write it', () => {
  for (const { name, text, program: whole } of language) {
    assert.deepEqual(program().check(whole).errors, [], name);
    assert.equal(program().print(whole), whole, name);
    assert.ok(whole.includes(text), name);
  }
});

test('every entry is explained in both languages, and nothing else is', () => {
  for (const lang of /** @type {const} */ (['en', 'zh'])) {
    const explained = Object.keys(words(lang)).filter((key) => key.startsWith('program.language.'));
    assert.deepEqual(explained.sort(), language.map(({ name }) => `program.language.${name}`).sort());
  }
});

test('each statement and function of the language is in it', () => {
  const all = language.map(({ text }) => text).join('\n');
  for (const name of ['task', 'signed', 'if', 'for', 'send', 'gather', 'resolve', 'collect', 'decide', 'count', 'said', 'heard', 'none', 'input', 'order', 'commander'])
    assert.match(all, RegExp(`\\b${name}\\b`), name);
});
