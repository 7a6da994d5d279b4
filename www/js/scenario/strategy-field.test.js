// Of traitors whom a die decides it is said how many of their messages are lies.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { liesDrawn } from './strategy-field.js';

before(engine);

/** @param {string} link @param {'en' | 'zh'} [lang] */
const told = (link, lang = 'en') => liesDrawn(opened(link).state, speech(lang)).replaceAll('\u2060', '').replace(/[\u2009\u202f]/g, ' ');

test('a die can fall so that a traitor looks honest, and that is said', () => {
  const counts = new Set();
  for (let seed = 1; seed <= 12; seed++) {
    const link = `v=1&p=om&n=4&t=3&s=random&seed=${seed}`;
    const { state } = opened(link);
    assert.equal(told(link), `${state.verdict?.lies} of his 2 messages are lies.`);
    counts.add(state.verdict?.lies);
  }
  assert.deepEqual([...counts].sort(), [0, 1, 2]);
});

test('of several traitors, of signed letters and of a commander the same is said, as the verdict counts it', () => {
  for (const link of ['v=1&p=om&n=7&m=2&t=1.4&s=random', 'v=1&p=sm&n=4&m=2&t=1.3&s=random&seed=4', 'v=1&p=ic&n=4&t=2&s=random', 'v=1&p=flat&n=4&t=1&s=random']) {
    const { verdict } = opened(link).state;
    assert.match(told(link), new RegExp(`^${verdict?.lies} of (his|their) \\d+ messages are lies\\.$`), link);
  }
  assert.match(told('v=1&p=om&n=7&m=2&t=1.4&s=random', 'zh'), /^叛徒的 \d+ 条消息中有 \d+ 条谎言。$/);
});

test('nothing is said where no die is thrown, where nobody lies, in fog, and of what is too large to open', () => {
  for (const link of ['v=1&p=om&n=4&t=3', 'v=1&p=om&n=4&s=random', 'v=1&p=om&n=4&t=3&s=random&pov=2', 'v=1&p=om&n=40&m=9&t=3&s=random']) assert.equal(told(link), '', link);
});
