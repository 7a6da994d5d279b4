// Which form a nickname begins with, and that both forms ask the same kinds of things.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine } from '../testing.js';
import { ask } from './asking.js';
import { fileOf } from './files.js';
import { asIn, formOf, nicknameOf, otherForm } from './quiz-forms.js';

before(engine);

test('the last character of a nickname decides: even is A, odd is B', () => {
  assert.deepEqual(['ann0', 'ann1', 'b', 'a', '12', '13'].map(formOf), ['A', 'B', 'A', 'B', 'A', 'B']);
  assert.deepEqual(['x🦊', 'x🦉'].map(formOf), ['A', 'B']);
  assert.equal(formOf(''), 'A');
  assert.deepEqual([otherForm('A'), otherForm('B')], ['B', 'A']);
});

test('a nickname is the same however it is typed, and no spreadsheet takes it for a formula', () => {
  assert.equal(nicknameOf('  ann \t b  '), 'ann b');
  assert.equal(nicknameOf('ame\u0301'), nicknameOf('am\u00e9'));
  assert.deepEqual(['=1+1', '@x', '-- +x', '+'].map(nicknameOf), ['1+1', 'x', 'x', '']);
  assert.equal([...nicknameOf('🦊'.repeat(50))].length, 40);
  assert.equal(nicknameOf(`${'x'.repeat(39)} y`), 'x'.repeat(39));
});

test('each of the twelve has in both forms exactly one right choice, the same in both languages', async () => {
  const [en, zh] = await Promise.all([fileOf('en', 'quiz'), fileOf('zh', 'quiz')]);
  assert.equal(en.questions.length, 12);
  for (const form of /** @type {const} */ (['A', 'B'])) {
    for (const [i, question] of en.questions.entries()) {
      const [one, other] = [asIn(question, form), asIn(zh.questions[i], form)];
      assert.equal(one.choices.filter(({ is }) => is === ask(one.ask, one.link)).length, 1, `${one.id} ${form}`);
      assert.deepEqual([other.id, other.link, other.ask, other.choices.map(({ is }) => is)], [one.id, one.link, one.ask, one.choices.map(({ is }) => is)]);
    }
  }
});

test('the forms are of equal kind: as many choices, the same place of the right one, and controls where the protocol holds', async () => {
  const { questions } = await fileOf('en', 'quiz');
  for (const question of questions) {
    const [a, b] = [asIn(question, 'A'), asIn(question, 'B')];
    const right = [a, b].map(({ choices, ask: asked, link }) => choices.findIndex(({ is }) => is === ask(asked, link)));
    assert.deepEqual([a.choices.length, right[0]], [b.choices.length, right[1]], a.id);
    if (a.controls) assert.deepEqual([ask(a.ask, a.link), ask(b.ask, b.link)], [false, false], a.id);
  }
  assert.equal(questions.filter((/** @type {{controls?: true}} */ { controls }) => controls).length, 2);
});
