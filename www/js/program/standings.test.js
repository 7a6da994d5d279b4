// Where each stands in a program: the line and the values of the engine, as far as whoever looks can know, and the lies by the line of their round.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { program } from '../state/engine.js';
import { engine, opened } from '../testing.js';
import { learn, speech } from '../words/i18n.js';
import programs from './programs.json' with { type: 'json' };
import { heardSentence, liesSentence, valuesSentence } from './standing-words.js';
import { liesByLine, lineIn, lineOf, open, standingsOf } from './standings.js';

before(engine);
await Promise.all([learn('en', ['program']), learn('zh', ['program'])]);

/** @param {string} name */
const text = (name) => programs.find((one) => one.name === name)?.text ?? '';
/** A traitor tells general 2 another word than general 4, in the second round of one echo. @param {string} [more] */
const echo = (more = '') => opened(`${program().link(text('echo'), { traitors: [3], strategy: 'honest', lies: [{ path: [2, 3], to: 2, said: 'R' }] })}${more}`);

/** @param {ReturnType<typeof opened>} store @param {number} step */
function at(store, step) {
  store.apply({ type: 'seek', step });
  const s = store.state;
  const all = standingsOf(s);
  assert.ok(all);
  return { s, all };
}

test('all stand at the line of the round in hand, and at the last when they have decided', () => {
  const store = echo();
  const lines = text('echo').split('\n');
  const words = [0, 3, 4, 9, 10].map((step) => lines[lineOf(at(store, step).all) - 1].split(' ').slice(0, 2).join(' '));
  assert.deepEqual(words, ['send order', 'send order', 'send v', 'send v', 'decide A']);
  assert.equal(store.state.session?.cursor, 10, 'the run stays where it is');
  assert.equal(standingsOf(opened('v=1&p=om&n=4').state), null);
});

test('a lie is told of the line of its round once it has been told, and of no round before', () => {
  const store = echo();
  const told = (/** @type {number} */ step) => {
    const { s, all } = at(store, step);
    return [...liesByLine(s, all)];
  };
  const step = store.state.session?.stepOf([2, 3], 2) ?? 0;
  assert.deepEqual(told(step - 1), []);
  const line = text('echo').split('\n').findIndex((one) => one.startsWith('send v')) + 1;
  assert.deepEqual(told(step), [[line, [{ from: 3, to: 2 }]]]);
  assert.equal(liesSentence(speech('en'), line, told(step)[0][1]), `line ${line}: General 3 lied to General 2`);
});

test('through a general’s eyes he alone is open, and of lies nothing is told', () => {
  const { s, all } = at(echo('&pov=2'), 10);
  assert.deepEqual(open(s, all).map(({ general }) => general), [2]);
  assert.equal(liesByLine(s, all).size, 0);
});

test('what he knows, heard and decides is said in both languages', () => {
  const { all } = at(echo(), 10);
  const [first, second] = all.generals;
  const [en, zh] = [speech('en'), speech('zh')];
  assert.equal(valuesSentence(en, second, all.names), 'General 2: v = A, votes = 2');
  assert.equal(heardSentence(en, second), 'heard A from 4; R from 3');
  assert.equal(heardSentence(en, first), 'heard nothing');
  assert.equal(heardSentence(en, at(echo(), 0).all.generals[0]), '', 'before the first round nobody has waited for a word');
  for (const one of all.generals) assert.ok(valuesSentence(zh, one, all.names) && heardSentence(zh, one));
});

test('a line is found in the text as it was typed, where only empty lines were added', () => {
  assert.equal(lineIn('a\n\nb\nc\n', 'a\nb\n\n\nc', 4), 5);
  assert.equal(lineIn('a\nb\n', 'a\nb\nc', 2), null);
});
