// The programs that are offered: each can be run, those to be mended are the wrong ones that are known, without what is wrong.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { program } from '../state/engine.js';
import { engine } from '../testing.js';
import { words } from '../words/testing.js';
import programs from './programs.json' with { type: 'json' };

before(engine);

/** A file of the core's tests. @param {string} path */
const known = (path) => readFileSync(new URL(`../../../crate/core/tests/data/programs/${path}.byz`, import.meta.url), 'utf8');

test('every program that is offered can be run by the army with which it comes, and is written as all write it', () => {
  for (const { name, text, n, m } of programs) {
    assert.deepEqual(program().check(text, n, m).errors, [], name);
    assert.equal(program().print(text), text, name);
  }
});

test('published protocols are the programs that are held to the built-in ones, exercises those that are known to be broken there', () => {
  for (const { name, group, text, n, m } of programs) {
    if (group === 'published') assert.equal(text, known(name), name);
    if (group !== 'wrong') continue;
    const [head, ...rest] = known(`wrong/${name}`).split('\n');
    assert.equal(text, rest.join('\n'), name);
    assert.ok(head.startsWith(`# Broken at n=${n}, f=${m}: `), name);
  }
});

test('each has a name in both languages', () => {
  const named = programs.filter(({ group }) => group !== 'wrong');
  for (const lang of /** @type {const} */ (['en', 'zh']))
    for (const { name, group } of named) assert.ok(words(lang)[`program.${group === 'frames' ? 'frame' : 'example'}.${name}`], name);
});
