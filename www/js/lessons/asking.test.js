// Asking a link: what is right is computed from it, and nothing that is opened for an answer stays.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { LabSearch, Session } from '#generals';
import { engine } from '../testing.js';
import { ask, isRight } from './asking.js';

before(engine);

test('with another link another choice of the same prediction is right', () => {
  const choices = [
    { text: 'together', is: true },
    { text: 'apart', is: false },
  ];
  const prediction = { question: 'Do they stay together?', ask: 'agreement', choices };
  const right = (/** @type {string} */ link) => choices.filter((choice) => isRight(choice, prediction, link)).map(({ text }) => text);
  assert.deepEqual(right('v=1&p=om&n=4&m=0&t=1&s=split'), ['apart']);
  assert.deepEqual(right('v=1&p=om&n=4&t=1&s=split'), ['together']);
});

test('a prediction may ask another link than the stage, and one without a question has no right answer', () => {
  const yes = { text: 'yes', is: true };
  const elsewhere = { question: '', ask: 'agreement', link: 'v=1&p=om&n=4', choices: [yes] };
  assert.equal(isRight(yes, elsewhere, 'v=1&p=om&n=4&m=0&t=1&s=split'), true);
  assert.equal(isRight(yes, { question: '', choices: [yes] }, 'v=1&p=om&n=4'), false);
  assert.equal(isRight({ text: 'whatever' }, elsewhere, 'v=1&p=om&n=4'), false);
});

test('"nothing required" is an answer like others, kept as such', () => {
  const link = 'v=1&p=om&n=4&t=1';
  for (const time of ['first', 'again']) assert.equal(ask('validity', link), null, time);
});

/** How many runs are opened while something is done. @param {() => void} doing */
function opened(doing) {
  const { open } = Session;
  let count = 0;
  Session.open = (link) => {
    count++;
    return open.call(Session, link);
  };
  doing();
  Session.open = open;
  return count;
}

test('a refusal is computed once, as an answer is', () => {
  const refused = () => assert.throws(() => ask('decision(3)', 'v=1&p=om&n=4&t=3&seed=5'), { name: 'QuestionError' });
  assert.deepEqual([opened(refused), opened(refused)], [1, 0]);
});

test('many tries do not push out what is asked whenever the beat is drawn', () => {
  const own = () => void ask('agreement', 'v=1&p=om&n=4&t=3&seed=6');
  assert.equal(opened(own), 1);
  const again = opened(() => {
    for (let seed = 100; seed < 200; seed++) {
      ask('agreement', `v=1&p=om&n=4&t=3&seed=${seed}`);
      own();
    }
  });
  assert.equal(again, 100);
});

test('where the reader stands plays no part but for what is heard so far', () => {
  const run = 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R';
  assert.deepEqual([2, 3].map((at) => ask('heardAt(3)', `${run}&at=${at}`)), ['1A', '1A 1.2R']);
  assert.equal(ask('hears(3)', `${run}&at=2&lesson=liars&beat=1`), '1A 1.2R');
});

test('every run and every search that is opened for an answer is freed, also when there is none', () => {
  let open = 0;
  for (const made of [Session, LabSearch]) {
    const free = made.prototype.free;
    made.prototype.free = function () {
      open--;
      free.call(this);
    };
  }
  for (const [owner, name] of /** @type {const} */ ([[Session, 'open'], [LabSearch, 'exhaust'], [Session.prototype, 'fork'], [Session.prototype, 'openWorld']])) {
    const makes = /** @type {any} */ (owner)[name];
    /** @type {any} */ (owner)[name] = function (/** @type {unknown[]} */ ...args) {
      const made = makes.apply(this, args);
      if (made) open++;
      return made;
    };
  }
  const link = 'v=1&p=om&n=3&t=2&s=honest&seed=77';
  for (const question of ['opens', 'broken', 'besides(sm)', 'differences(3,1)', 'tried']) ask(question, link);
  assert.throws(() => ask('decision(2)', link));
  assert.equal(open, 0);
});
