// What the laboratory asks and says: the question of an attack, and answers that never claim more than was tried.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learn, speech } from '../words/i18n.js';
import * as attack from './attack.js';
import * as exhaust from './exhaust-words.js';

await learn('en', ['first', 'late', 'lab']);
const say = speech('en');

/** @param {Partial<import('#generals').SearchProgress>} now @returns {import('#generals').SearchProgress} */
const progress = (now) => ({ kind: 'exhausted', tried: 500, total: 1000, done: false, breaks: false, found: null, ...now });

test('an attack is asked for as the reader chose', () => {
  const asked = { who: 'these', order: 'this', condition: 'any', free: false };
  assert.deepEqual(attack.optionsOf(asked, 2), { eitherOrder: false, freeAmongTraitors: false });
  assert.deepEqual(attack.optionsOf({ who: 'any', order: 'either', condition: 'validity', free: true }, 2), {
    k: 2,
    eitherOrder: true,
    condition: 'validity',
    freeAmongTraitors: true,
  });
});

test('no attack, none that can be counted, one without a lie and one with some are four answers', () => {
  const answer = (/** @type {number | null} */ lies, free = false) =>
    attack.answerOf(say, /** @type {import('#generals').Attack} */ ({ lies, condition: 'agreement' }), free, null, 'A');
  const all = [answer(null), answer(Infinity), answer(0), answer(3), answer(3, true)];
  assert.equal(new Set(all).size, all.length);
  assert.match(answer(3), /3/);
});

test('each state of a search has a sentence of its own', () => {
  const states = [
    progress({}),
    progress({ done: true }),
    progress({ breaks: true }),
    progress({ kind: 'part', done: true }),
    progress({ kind: 'states' }),
    progress({ kind: 'states', done: true }),
    progress({ kind: 'states', breaks: true }),
    progress({ kind: 'sampled' }),
    progress({ kind: 'sampled', breaks: true }),
    progress({ kind: 'sampled', breaks: true, done: true }),
  ];
  const answer = (/** @type {ReturnType<typeof progress>} */ now, isCancelled = false) => exhaust.answerOf(say, { progress: now, isCancelled });
  const sentences = [...states.map((now) => answer(now)), answer(progress({}), true)];
  assert.equal(new Set(sentences).size, sentences.length);
  assert.equal(answer(progress({ done: true }), true), answer(progress({ done: true })), 'who stops at the end stops nothing');
  assert.equal(exhaust.answerOf(say, { progress: null, isCancelled: false }), '');
});

test('what is visited are situations, not strategies', () => {
  const told = (/** @type {Partial<import('#generals').SearchProgress>} */ now) =>
    exhaust.answerOf(say, { progress: progress({ kind: 'states', ...now }), isCancelled: false }, 'everyone');
  for (const now of [{}, { done: true }, { breaks: true }]) assert.match(told(now), /situations/);
  assert.match(exhaust.leadOf(say, [2], 'situations'), /situation/);
  assert.equal(new Set([exhaust.leadOf(say, [2], 'words'), exhaust.leadOf(say, [2], 'seals'), exhaust.leadOf(say, [], 'words')]).size, 3);
});

test('opinions are not spoken of as an order', () => {
  const all = { progress: progress({ done: true }), isCancelled: false };
  assert.match(exhaust.answerOf(say, all, 'everyone'), /these opinions/);
  assert.match(exhaust.answerOf(say, all, 'commander'), /this order/);
});

test('of slow letters it is said that their order counts, and that they may be delayed', () => {
  const told = (/** @type {Partial<Parameters<typeof exhaust.answerOf>[1]['progress']>} */ now) => exhaust.answerOf(say, { progress: progress(now ?? {}), isCancelled: false }, 'slow');
  assert.match(told({ done: true }), /this sequence of deliveries; no other was tried/);
  for (const now of [{}, { breaks: true }, { breaks: true, done: true }]) assert.match(told({ kind: 'sampled', ...now }), /delay/);
  assert.match(exhaust.noteOf(say, { kind: 'sampled', found: 'v=1' }, 'slow'), /lies or delays/);
  const specs = [{ model: 'asynchronous', inputs: 'leader' }, { model: 'synchronous', inputs: 'everyone' }];
  assert.deepEqual(specs.map((spec) => exhaust.toldAs(/** @type {any} */ ({ spec }))), ['slow', 'everyone']);
});

test('a rate is told once it can be measured, and what is left while it goes on', () => {
  const search = { progress: progress({}), spent: 250, isBusy: true };
  assert.equal(exhaust.speedOf(say, search), '2000 a second. About one second to go.');
  assert.equal(exhaust.speedOf(say, { ...search, isBusy: false }), '2000 a second.');
  assert.equal(exhaust.speedOf(say, { ...search, progress: progress({ total: null }) }), '2000 a second.');
  assert.equal(exhaust.speedOf(say, { ...search, progress: null }), '');
  assert.deepEqual([199, 200].map((spent) => exhaust.isTimed({ spent })), [false, true]);
});

test('a run that was found is shrunk, or the first, or too long for a link', () => {
  const notes = [
    exhaust.noteOf(say, { kind: 'sampled', found: 'v=1' }),
    exhaust.noteOf(say, { kind: 'exhausted', found: 'v=1' }),
    exhaust.noteOf(say, { kind: 'exhausted', found: null }),
  ];
  assert.equal(new Set(notes).size, 3);
});
