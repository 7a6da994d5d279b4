// What is shared: the run that is shown, and in fog nobody's name.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { povOf } from '../state/pov.js';
import { speech } from '../words/i18n.js';
import { countsGenerals, eyesOffered, sharedLink, tooLongFor } from './shared-link.js';
import { titleOfFrame, whatIsShared } from './what.js';

before(engine);

const say = speech('en');

/** As the page is, opened at the step that is shown. @param {string} link */
const shared = (link) => sharedLink(opened(link).state, { isHere: true, pov: povOf(opened(link).state), number: 1 });

test('the link is the open run, at its step if that is wanted', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&at=4');
  assert.equal(sharedLink(state, { isHere: true, pov: null, number: 1 }), 'v=1&p=om&n=4&t=3&at=4');
  assert.equal(sharedLink(state, { isHere: false, pov: null, number: 1 }), 'v=1&p=om&n=4&t=3');
  assert.equal(shared('v=1&p=om&n=4&t=3'), 'v=1&p=om&n=4&t=3');
});

test('a view is shared, and the lesson on whose stage it stands, but no page about lessons', () => {
  assert.equal(shared('v=1&p=om&n=4&t=3&view=table&lesson=first&beat=2'), 'v=1&p=om&n=4&t=3&view=table&lesson=first&beat=2');
  assert.equal(shared('v=1&p=om&n=4&t=3&lesson=all'), 'v=1&p=om&n=4&t=3');
});

test('it can be shared as the general sees it who is looked at, and in fog also as all is seen', () => {
  const { state } = opened('v=1&p=om&n=4&t=3&general=4');
  assert.equal(eyesOffered(state), 4);
  assert.equal(sharedLink(state, { isHere: true, pov: 4, number: 1 }), 'v=1&p=om&n=4&t=3&pov=4');
  const fog = opened('v=1&p=om&n=4&t=3&pov=2').state;
  assert.equal(eyesOffered(fog), 2);
  assert.equal(sharedLink(fog, { isHere: true, pov: null, number: 1 }), 'v=1&p=om&n=4&t=3');
});

test('generals can be numbered from 0, as in the paper', () => {
  assert.equal(sharedLink(opened('v=1&p=om&n=4&t=3').state, { isHere: true, pov: null, number: 0 }), 'v=1&p=om&n=4&t=3&number=0');
});

test('where no number would change, none is offered: lessons count from 1, and a customer is no general', () => {
  const counts = (/** @type {string} */ link) => countsGenerals(opened(link).state);
  assert.deepEqual(['v=1&p=om&n=4', 'v=1&p=two&n=2&m=3', 'v=1&p=om&n=4&lesson=lies&beat=2', 'v=1&p=trust&n=3&t=2'].map(counts), [true, true, false, false]);
});

test('the laboratory knows more than any general: it is shared as it is', () => {
  assert.equal(eyesOffered(opened('v=1&p=om&n=4&t=3&view=chain').state), null);
});

/** A link so full of lies that hardly a key more has room: all generals but the commander lie to all others. */
function fullLink() {
  const numbers = Array.from({ length: 39 }, (_, i) => i + 2);
  const lies = numbers.flatMap((from) => numbers.filter((to) => to !== from).map((to) => `1.${from}-${to}R`));
  const start = `v=1&p=om&n=40&t=${numbers.join('.')}&x=`;
  let count = lies.length;
  while (start.length + lies.slice(0, count).join('_').length > 8000) count--;
  return start + lies.slice(0, count).join('_');
}

test('where its place would make a link too long, the run alone is shared', () => {
  const store = opened(fullLink());
  const { link } = store.state;
  assert.ok(link.length > 7980);
  store.apply({ type: 'view', view: 'table' });
  store.apply({ type: 'seek', step: 1200 });
  assert.equal(sharedLink(store.state, { isHere: true, pov: null, number: 1 }), link);
});

test('what a link is too long for is known, the least way first', () => {
  const of = (/** @type {number} */ length) => tooLongFor('#'.padEnd(length, '1'));
  assert.deepEqual([300, 301, 2000, 2001, 2953, 2954].map(of), [null, 'far', 'far', 'chat', 'chat', 'code']);
});

test('it is said who the traitors are, but not in fog, nor to who hears a frame', () => {
  const told = (/** @type {string} */ link) => whatIsShared(opened(link).state, say);
  const heard = (/** @type {string} */ link) => titleOfFrame(opened(link).state, say);
  assert.equal(told('v=1&p=om&n=7&t=3.5'), '7 generals, 2 traitors.');
  assert.notEqual(told('v=1&p=om&n=7'), told('v=1&p=om&n=7&t=3'));
  assert.equal(told('v=1&p=om&n=7&t=3.5&pov=2'), told('v=1&p=om&n=7&t=4&pov=2'));
  assert.equal(heard('v=1&p=om&n=7&t=3'), heard('v=1&p=om&n=7'));
});
