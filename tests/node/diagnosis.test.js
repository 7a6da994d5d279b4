// A link is read once: what opening tells of it, and of one that does not open what happened to it and where to go on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { links, Session } from './engine.js';

/** @type {{link: string}[]} */
const golden = links('golden.json');
/** @type {{link: string, nearest: string}[]} */
const hostile = links('hostile.json');

test('an opened session holds all that reading its link tells', () => {
  for (const { link } of golden) {
    assert.deepEqual(Session.open(link).reading(), Session.read(link), link);
    assert.equal(Session.diagnose(link), null, link);
  }
});

test('what is written out is told from what is left out', () => {
  assert.deepEqual(Session.read('#v=1&amp;theme=auto&s%3Dflip&utm=x').given, ['v', 's', 'theme']);
  const session = Session.open('v=1&p=om&n=4&t=3&lang=zh');
  const fork = session.fork({ n: 5 }).reading();
  assert.deepEqual([fork.link, fork.given, fork.presentation.lang], ['v=1&p=om&n=5&t=3', ['v', 'p', 'n', 't', 'lang'], 'zh']);
});

test('every refused link is diagnosed, and its nearest opens', () => {
  for (const { link, nearest } of hostile) {
    const found = Session.diagnose(link);
    assert.ok(found, link);
    assert.equal(found.nearest, nearest);
    assert.deepEqual(found.presentation, Session.read(nearest).presentation);
    if (found.first !== null) Session.read(found.first);
  }
});

test('damage has a name, what shows it, and the link to offer first', () => {
  for (const [link, damage, token, first] of [
    ['v=1&p=om&n=\\7&t=3', 'strewn', '\\', 'v=1&p=om&n=7&t=3'],
    ['v=1&p=om&n=4|t=3', 'broken', '|t=3', 'v=1&p=om&n=4'],
    ['v=1&p=om&n=4&t=3&s=spl', 'cut', 's=spl', 'v=1&p=om&n=4&t=3'],
    ['v=2&p=om&n=4', 'newer', '2', null],
    ['v=1&p=paxos&n=4', 'protocol', 'paxos', null],
    ['v=1&p=om&n=99', 'other', '', null],
    ['v=1&p=om&n=4&t=5', 'other', '', 'v=1&p=om&n=4'],
  ]) {
    const found = Session.diagnose(link ?? '');
    assert.deepEqual([found?.damage, found?.token, found?.first], [damage, token, first], link ?? '');
  }
  assert.equal(Session.diagnose('v=1&utm=1&utm=2')?.known, false);
  assert.equal(Session.diagnose('v=1&n=99')?.known, true);
  assert.throws(() => Session.diagnose(/** @type {any} */ (5)), TypeError);
});

test('a value never becomes another key', () => {
  const inject = () => Session.address('v=1&p=om&n=4', { lesson: 'a&t=3' });
  assert.throws(inject, { name: 'LinkError', code: 'bad-value', key: 'lesson' });
  const long = () => Session.address('v=1&p=om&n=4', { lesson: 'a'.repeat(8000) });
  assert.throws(long, { name: 'LinkError', code: 'too-long' });
});
