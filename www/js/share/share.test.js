// What is shared: the run that is shown, and in fog nobody's name.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { sharedLink, whatIsShared } from './share.js';

before(engine);

/** Where the page would stand. */
before(() => Object.assign(globalThis, { location: { href: 'https://host.example/notes/#v=1&p=om&n=9' } }));

const say = speech('en');

test('the link is the address of the page with the open run behind it, at its step if that is wanted', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&at=4');
  assert.equal(sharedLink(state, true), 'https://host.example/notes/#v=1&p=om&n=4&t=3&at=4');
  assert.equal(sharedLink(state, false), 'https://host.example/notes/#v=1&p=om&n=4&t=3');
  assert.equal(sharedLink(opened('v=1&p=om&n=4&t=3').state, true), 'https://host.example/notes/#v=1&p=om&n=4&t=3');
});

test('a view is shared, and the lesson on whose stage it stands, but no page about lessons', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&view=table&lesson=first&beat=2');
  assert.equal(sharedLink(state, true), 'https://host.example/notes/#v=1&p=om&n=4&t=3&view=table&lesson=first&beat=2');
  assert.equal(sharedLink(opened('v=1&p=om&n=4&t=3&lesson=all').state, true), 'https://host.example/notes/#v=1&p=om&n=4&t=3');
});

test('it is said who the traitors are, but not in fog', () => {
  const told = (/** @type {string} */ link) => whatIsShared(opened(link).state, say);
  assert.equal(told('v=1&p=om&n=7&t=3.5'), '7 generals, 2 traitors.');
  assert.notEqual(told('v=1&p=om&n=7'), told('v=1&p=om&n=7&t=3'));
  assert.equal(told('v=1&p=om&n=7&t=3.5&pov=2'), told('v=1&p=om&n=7&t=4&pov=2'));
});
