// The inspector's vote as a drawing: laid out by the engine as the large tree is, told no further than it is known.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { figureOf } from './chosen.js';
import { votePicture } from './inspector-vote.js';
import { heardSoFar } from './received.js';

before(engine);

const en = speech('en');
/** General 2's. @param {string} link */
function drawing(link) {
  const { state } = opened(link);
  const figure = figureOf(state, 2, heardSoFar(state, 2));
  assert.ok(figure);
  const markup = votePicture(figure, en);
  const count = (/** @type {RegExp} */ what) => markup.match(what)?.length ?? 0;
  return { markup, count, tokens: count(/class="token/g), lines: count(/class="branch/g) };
}

test('each word has its token and its line, and the result stands at the foot', () => {
  const { markup, count, tokens, lines } = drawing('v=1&p=om&n=4&t=3&at=99');
  assert.deepEqual([tokens, lines], [3 + 1, 3 + 1]);
  assert.deepEqual([count(/touched-mask/g), count(/branch heard touched lost/g)], [1, 1]);
  assert.match(markup, /majority 2 : 1<.*class="result-word"[^>]*>Attack</);
});

test('with two rounds of relay each branch comes to a majority of its own first', () => {
  assert.equal(drawing('v=1&p=om&n=7&m=2&t=3.6&s=split&at=9999').tokens, 2 * 6 + 1);
});

test('what is not heard yet is open and its line is dotted', () => {
  const { count, markup } = drawing('v=1&p=om&n=4&t=3&at=3');
  assert.deepEqual([count(/>·</g), count(/branch later/g)], [3, 3], 'two words, and the result');
  assert.match(markup, /majority of 3</);
  assert.doesNotMatch(markup, /lost/);
});

test('nobody was sent by one who is silent: nothing of him is heard', () => {
  const link = 'v=1&p=om&n=4&t=3&s=silent';
  const { markup, count } = drawing(`${link}&at=6`);
  assert.deepEqual([count(/>heard</g), count(/>silent</g), count(/>not yet</g)], [1, 1, 1]);
  assert.match(markup, /General 3: silent, a traitor touched it; /);
  assert.doesNotMatch(markup, /nothing/);
  assert.equal(drawing(`${link}&at=5`).count(/>silent</g), 0, 'before he should have spoken he is not silent');
});

test('in fog no branch is marked', () => {
  const { markup } = drawing('v=1&p=om&n=4&t=3&at=99&pov=2');
  assert.doesNotMatch(markup, /touched|traitor/);
});

test('all of it is inside, however many stand side by side', () => {
  for (const n of [3, 4, 5, 6, 12, 16, 31])
    for (const m of [1, 2]) {
      if (m > n - 2) continue;
      const { markup } = drawing(`v=1&p=om&n=${n}&m=${m}&t=3&at=999999`);
      const [, width] = /viewBox="0 0 (\d+) \d+"/.exec(markup) ?? [];
      assert.equal(width, '268');
      const places = [...markup.matchAll(/class="token[^"]*" transform="translate\((\S+) \S+\)"><rect x="-([\d.]+)"/g)];
      assert.ok(places.length > 2);
      for (const [, x, half] of places) assert.ok(Number(x) - Number(half) >= 0 && Number(x) + Number(half) <= 268, markup);
    }
});
