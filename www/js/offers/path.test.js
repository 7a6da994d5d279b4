// The path of the first minute: what is offered over each run is true of it, and leads to the next.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { piece } from '../words/testing.js';
import { PATH, TWO_WORLDS } from './path.js';

before(engine);

/** @param {string} link */
const run = (link) => {
  const { scenario, verdict, session } = opened(link).state;
  assert.ok(scenario && verdict && session, link);
  return { scenario, verdict, session };
};

test('each offer leads to the run over which the next is made, as the page writes its link', () => {
  for (const [at, { ways }] of PATH.slice(0, -1).entries()) assert.equal(opened(ways[0].link).state.link, PATH[at + 1].over);
  for (const { over } of PATH) assert.equal(opened(over).state.link, over);
});

test('“General 3 is a traitor”, and it does not matter: two lies, and both conditions hold', () => {
  const { scenario, verdict } = run(PATH[0].over);
  assert.deepEqual(scenario.traitors, [3]);
  assert.deepEqual([verdict.lies, verdict.agreement.holds, verdict.validity.holds], [2, true, true]);
});

test('“Now let the commander be the traitor”: he says two things, and the loyal still act as one', () => {
  const { scenario, verdict, session } = run(PATH[1].ways[0].link);
  assert.deepEqual([scenario.n, scenario.traitors], [4, [1]]);
  assert.equal(new Set([1, 2, 3].map((step) => /** @type {any} */ (session.event(step)).said)).size, 2);
  assert.deepEqual([verdict.agreement.holds, verdict.validity.holds], [true, null]);
});

test('“Take one general away”: one fewer than before, and validity is broken', () => {
  const { scenario, verdict } = run(PATH[2].ways[0].link);
  assert.equal(scenario.n, run(PATH[2].over).scenario.n - 1);
  assert.equal(verdict.validity.holds, false);
});

test('“What could General 3 have known?”: he sees what he sees in another world, with another traitor', () => {
  const { state } = opened(PATH[3].ways[0].link);
  assert.deepEqual([state.link, state.place.pov, state.place.view], [TWO_WORLDS, 3, 'pair']);
  const { session: before } = run(PATH[3].over);
  before.seek(before.length);
  assert.deepEqual(/** @type {any} */ (state.session).view(3).received, before.view(3).received, 'lie by lie it is the run before');
  const other = /** @type {any} */ (state.session).otherWorld(3, 1);
  assert.equal(other.kind, 'found');
});

test('after it the lessons begin, or the laboratory opens', () => {
  const [lessons, laboratory] = PATH[4].ways.map(({ link }) => opened(link).state);
  assert.equal(lessons.place.lesson, 'problem');
  assert.equal(laboratory.place.view, 'lab');
});

test('the seconds are those of the first minute', () => {
  const seconds = PATH.map(({ after }, at) => PATH.slice(0, at).reduce((sum, one) => sum + one.after, after) / 1000);
  assert.deepEqual(seconds, [0, 12, 25, 38, 50]);
});

test('every offer has words in both languages', () => {
  for (const lang of /** @type {const} */ (['en', 'zh']))
    for (const { words } of PATH.flatMap(({ ways }) => ways)) assert.ok(piece(lang, 'late')[words], `${lang} ${words}`);
});
