// Space and time as shapes: every message is drawn once, lies are marked, and in fog nothing tells of them.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { povOf } from '../state/pov.js';
import { spokenIn } from '../state/spec.js';
import { engine, opened } from '../testing.js';
import { sentence } from '../transport/narration.js';
import { speech } from '../words/i18n.js';
import { plain } from '../words/narrate.js';
import { sizesOf, signPicture, timePicture, timeShapes } from './time-figure.js';
import { captionOf, lastStep, signsIn, wordsOf } from './time-words.js';

/** @typedef {import('../scene/types.js').Drawn} Drawn */

before(engine);

const en = speech('en');

/** @param {string} link @param {{width: number, height: number}} [room] */
function laid(link, room = { width: 1200, height: 520 }) {
  const { state } = opened(link);
  const { session, scenario, perRound } = state;
  assert.ok(session && scenario);
  const eyes = povOf(state);
  const figure = session.spaceTime({ ...sizesOf(room, scenario.n, perRound.length), eyes, open: state.message, until: lastStep(state) });
  const words = wordsOf(state, en, figure);
  const shapes = timeShapes(figure, words);
  /** @param {string} kind @param {readonly Drawn[]} [among] @returns {Drawn[]} */
  const of = (kind, among = shapes) =>
    among.flatMap((shape) => [
      ...('class' in shape && shape.class?.split(' ').includes(kind) ? [shape] : []),
      ...(shape.kind === 'group' ? of(kind, shape.shapes) : []),
    ]);
  return { state, figure, words, of, markup: timePicture(figure, words, 'a run') };
}

test('every message has its line and its label, and a lie is marked on both', () => {
  const { of } = laid('v=1&p=om&n=4&t=3');
  assert.deepEqual([of('arrow').length, of('label').length, of('lie').length, of('halo').length], [18, 9, 4, 2]);
  const steps = of('label').map((shape) => ('data' in shape ? shape.data?.step : null));
  assert.deepEqual(steps, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('what the arrow of time means stands below its head, also in letters as high as their line, and inside the drawing', () => {
  const { figure, of, markup } = laid('v=1&p=om&n=4&t=3');
  const [word] = of('later');
  assert.ok(word?.kind === 'text');
  const head = figure.height + 8 + 4;
  assert.ok(word.y - 0.92 * (word.size ?? 0) > head, `${word.y} under ${head}`);
  const [, , , tall] = String(JSON.stringify(markup)).match(/(\d+(?:\.\d+)?) (\d+(?:\.\d+)?) (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)/)?.slice(1).map(Number) ?? [];
  assert.ok(tall !== undefined && word.y < tall, `${word.y} of ${tall}`);
});

test('through eyes no band tells how deep slow letters rest on each other, nor how many are still to come', () => {
  assert.equal(laid('v=1&p=bracha&n=4&at=6&pov=2').of('band').length, 0);
  assert.equal(laid('v=1&p=bracha&n=4&at=6').of('band').length, 3);
  assert.equal(laid('v=1&p=king&n=4&at=14&pov=2').of('band').length, 6, 'of rounds all know');
});

test('a bundle counts what it holds, word by word', () => {
  const { figure, of } = laid('v=1&p=om&n=10&m=2&t=3');
  const bundles = of('label').filter((shape) => 'class' in shape && shape.class?.includes('bundle'));
  assert.equal(bundles.length, figure.arrows.filter(({ count }) => count > 1).length);
  const counts = of('count').map((shape) => (shape.kind === 'text' ? Number(shape.text) : 0));
  assert.equal(counts.reduce((sum, count) => sum + count, 0), figure.arrows.reduce((sum, { count }) => sum + (count > 1 ? count : 0), 0));
});

test('in fog there is no word of lies, nor what others decide', () => {
  const { of, markup, words, figure, state } = laid('v=1&p=om&n=4&t=3&pov=2&at=99');
  assert.equal(of('label').length, 5);
  assert.doesNotMatch(markup, /lie\b|traitor|halo/i);
  assert.deepEqual(words.ends.map(({ order }) => order), [null, 'A', null, null]);
  assert.ok(!signsIn(state, figure).includes('lie'));
  assert.equal(laid('v=1&p=om&n=4&t=3&pov=2&at=1').of('label').length, 1, 'and nothing that is still to come');
});

test('banners stand where there is room for them, else tokens; a traitor counts for nobody', () => {
  const roomy = laid('v=1&p=om&n=4&t=3');
  assert.deepEqual([roomy.of('banner').length, roomy.of('uncounted').length], [3, 1]);
  const tight = laid('v=1&p=om&n=12&t=3', { width: 1200, height: 400 });
  assert.equal(tight.of('banner').length, 0);
  assert.equal(tight.of('why').length, 11);
});

test('what is not sent is crossed out, what is refused is marked', () => {
  const silent = laid('v=1&p=om&n=4&t=3&s=silent');
  assert.deepEqual([silent.of('silent').length, silent.of('cross').length], [4, 2]);
  const forged = laid('v=1&p=sm&n=4&t=3');
  assert.equal(forged.of('refusal').length, 2);
  for (const name of signsIn(forged.state, forged.figure)) assert.match(signPicture(name), new RegExp(`^<svg class="arrow ${name}"`));
});

test('that neither order is said is told in the legend, where it is said', () => {
  for (const [link, isThere] of /** @type {const} */ ([['v=1&p=king&n=4&t=4', true], ['v=1&p=benor&n=6&i=ARARAR', true], ['v=1&p=om&n=4&t=3', false], ['v=1&p=king&n=4&i=AAAA', false]])) {
    const { state, figure } = laid(link);
    assert.equal(signsIn(state, figure).includes('N'), isThere, link);
  }
  assert.match(signPicture('N'), />N</);
});

test('the name of a round says what is meant by it where there is room', () => {
  const names = (/** @type {number} */ width) => laid('v=1&p=om&n=4&t=3', { width, height: 520 }).of('round').map((shape) => shape.kind === 'text' && Boolean(shape.aside));
  assert.deepEqual([names(2000), names(300)], [[true, true, true], [false, false, true]], 'for decisions there always is');
});

test('below stands what is run, how many lies there are and what is drawn, and nothing that the narration says', () => {
  const told = (/** @type {string} */ link) => {
    const { state, figure } = laid(link);
    return captionOf(state, speech('en', spokenIn(state)), figure);
  };
  assert.equal(told('v=1&p=om&n=4&t=3&x=1.3-4A'), '4 generals, 1 traitor, 2 rounds: OM(1). 1 message is a lie.');
  assert.match(told('v=1&p=om&n=4&t=3'), /2 messages are lies/);
  assert.match(told('v=1&p=bracha&n=4&t=1&s=silent'), /A traitor lies or keeps silent 9 times\./, 'his silence is no message');
  assert.match(told('v=1&p=om&n=31&t=3'), /one fan stands for all that a general says/);
  for (const link of ['v=1&p=om&n=4&t=3&x=1.3-4A', 'v=1&p=sm&n=4&t=1&s=split', 'v=1&p=ic&n=4&t=3', 'v=1&p=om&n=4&t=3&pov=2']) {
    const { state } = laid(link);
    const below = told(link).split('. ');
    for (let cursor = 0; cursor <= state.length; cursor++) {
      const words = plain(sentence({ ...state, cursor }, en));
      for (const said of below) assert.ok(!words.includes(said), `${said} in ${words}`);
    }
  }
});
