// The text of a program is read from a link also where it has mistakes, as the engine reads it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { program } from '../state/engine.js';
import { engine } from '../testing.js';
import { textInLink } from './linked-text.js';

before(engine);

/** @param {string} text */
const encoded = (text) => Buffer.from(text).toString('base64url');

test('a text is had from a link, with its mistakes, however the link is escaped', () => {
  const text = 'task consensus\n# 王 ÿÿÿ~~~???\nsend inptu to all\ndecide input\n';
  const link = `v=1&p=own&n=4&prog=1.${encoded(text)}`;
  for (const one of [link, `#${link}`, `${link}&goal=4.1`, encodeURIComponent(link), link.replaceAll('&', ';')]) assert.equal(textInLink(one), text, one);
});

test('of a text that is right it is what the engine reads', () => {
  const link = program().link('task consensus\nsend input to all\ndecide input\n', { n: 5 });
  assert.equal(textInLink(link), program().text(link));
});

test('where there is none, or no text, there is nothing', () => {
  for (const link of ['v=1&p=own&n=4', 'v=1&p=own&prog=2.YQ', 'v=1&p=own&prog=1.YQYQY', 'v=1&p=own&prog=1._w', '']) assert.equal(textInLink(link), null, link);
});
