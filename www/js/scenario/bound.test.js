// What is claimed of a scenario, and whether its run kept to it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { dotsPicture, outcome, sentence } from './bound.js';

before(engine);

/** Two lies are enough against OM(2) among four. */
const TOO_DEEP = 'v=1&p=om&n=4&m=2&t=4&s=honest&x=1.4-2R_1.3.4-2R';

/** @type {[string, import('#generals').Grounds['claim'], ReturnType<typeof outcome>][]} */
const cases = [
  ['v=1&p=om&n=4', 'nobody', null],
  ['v=1&p=om&n=4&t=3', 'theorem', 'kept'],
  ['v=1&p=om&n=3&t=3', 'too-few-generals', 'broken'],
  ['v=1&p=om&n=3&t=3&o=R', 'too-few-generals', 'held'],
  [TOO_DEEP, 'too-many-rounds', 'broken'],
  ['v=1&p=om&n=5&m=2&t=4', 'computed', 'kept'],
  ['v=1&p=om&n=6&m=2&t=5.6', 'too-few-generals', 'broken'],
  ['v=1&p=om&n=7&m=1&t=3.4', 'too-few-rounds', 'held'],
  ['v=1&p=om&n=7&m=1&t=1.7&s=split', 'too-few-rounds', 'held'],
  ['v=1&p=om&n=4&m=0&t=1&s=split', 'too-few-rounds', 'broken'],
  ['v=1&p=om&n=4&t=2.3.4', 'nobody-left', null],
  ['v=1&p=ic&n=4&t=3', 'theorem', 'kept'],
  ['v=1&p=ic&n=3&t=3&i=AAR', 'too-few-generals', 'broken'],
  ['v=1&p=ic&n=5&m=2&t=3', 'too-many-rounds', 'held'],
  ['v=1&p=ic&n=4&t=2.3', 'too-few-rounds', 'broken'],
  ['v=1&p=king&n=4&t=3', 'theorem', 'kept'],
  ['v=1&p=king&n=3&t=3&s=split', 'too-few-generals', 'broken'],
  ['v=1&p=king&n=4&by=short&t=1', 'known-wrong', null],
  ['v=1&p=queen&n=5&t=3', 'theorem', 'kept'],
  ['v=1&p=queen&n=4&t=3', 'too-few-generals', 'held'],
  ['v=1&p=bracha&n=4&t=3', 'theorem', 'kept'],
  ['v=1&p=bracha&n=3&t=3&s=silent', 'too-few-generals', 'broken'],
  ['v=1&p=bracha&n=4&t=2.3', 'more-than-asked', null],
  ['v=1&p=bracha&n=4', 'nobody', null],
  ['v=1&p=bracha&n=4&m=2', 'asked-too-much', 'broken'],
  ['v=1&p=bracha&n=4&m=2&t=3', 'too-many-rounds', 'broken'],
  ['v=1&p=benor&n=5&m=2', 'asked-too-much', 'broken'],
  ['v=1&p=benor&n=6&m=2&t=1', 'too-many-rounds', 'broken'],
  ['v=1&p=pbft&n=4&m=2', 'asked-too-much', 'held'],
  ['v=1&p=pbft&n=4&m=2&t=3', 'too-many-rounds', 'held'],
  ['v=1&p=king&n=4&m=2', 'nobody', null],
  ['v=1&p=sm&n=4&t=3', 'theorem', 'kept'],
  ['v=1&p=sm&n=4&t=3&k=1', 'stolen-keys', null],
  ['v=1&p=flat&n=4&t=3', 'as-oral', null],
  ['v=1&p=flat&n=7&m=2&t=6.7', 'known-wrong', null],
];
for (const [link, promised, came] of cases)
  test(`${link}: ${promised}, ${came}`, () => {
    const { state } = opened(link);
    assert.equal(state.grounds.claim, promised);
    assert.equal(outcome(state, state.verdict), came);
    assert.equal(outcome(state, null), null);
  });

test('where nothing is known of so many traitors, none is told to break it', () => {
  for (const link of ['v=1&p=queen&n=12&m=3&t=1.2.3', 'v=1&p=benor&n=15&m=3&t=1.2.3']) assert.equal(sentence(opened(link).state, speech('en')), 'bound.not-known', link);
  assert.equal(sentence(opened('v=1&p=queen&n=9&m=3&t=1.2.3').state, speech('en')), 'bound.too-few-generals');
});

test('each claim has a sentence of its own, also where a protocol says it in other words', () => {
  const key = (/** @type {string} */ link) => sentence(opened(link).state, speech('en'));
  const say = (/** @type {string} */ link) => {
    const { scenario, bound } = opened(link).state;
    return speech('en').t(key(link), { n: scenario?.n ?? 0, m: scenario?.m ?? 0, f: bound.traitors, count: bound.traitors, need: bound.enough?.n ?? 0 }).replaceAll(/[\u00a0\u2009\u202f]/g, ' ');
  };
  assert.equal(key('v=1&p=om&n=4&m=2&t=4'), 'bound.too-many-rounds');
  assert.equal(key('v=1&p=ic&n=5&m=2&t=3'), 'bound.too-many-rounds.ic');
  assert.equal(key('v=1&p=flat&n=4&t=3'), 'bound.as-oral');
  for (const protocol of ['bracha', 'benor', 'pbft']) {
    assert.equal(key(`v=1&p=${protocol}&n=4&m=2`), `bound.asked-too-much.${protocol}`);
    assert.match(say(`v=1&p=${protocol}&n=6&m=2&t=3`), /^Not promised: m = 2 asks for more generals\. With m = 1, [46] would be enough\.$/);
  }
});

test('each formula stands beside its own source, in numbers, and what is proved is not said to be only computed', () => {
  /** @param {string} link @param {'en' | 'zh'} lang */
  const told = (link, lang) => {
    const { state } = opened(link);
    assert.ok(state.scenario);
    const { scenario, bound, grounds } = state;
    const say = speech(lang);
    const values = { n: String(scenario.n), m: String(scenario.m), f: String(bound.traitors), sign: '>', needed: String(grounds.against) };
    const formula = say.parts(`bound.formula.${grounds.measure}`, values).map(({ text }) => text).join('');
    return { formula, why: say.t(sentence(state, say), { ...values, count: bound.traitors, need: bound.enough?.n ?? 0 }), grounds };
  };
  const sharp = told('v=1&p=om&n=64&m=25&t=3.4.5', 'en');
  assert.equal(sharp.formula, 'n = 64 > 2f + m = 31');
  assert.match(sharp.why, /^Proved: .*Lemma 1 \(LSP 1982\).*induction/);
  assert.equal(sharp.grounds.source, 'LSP82 Lemma 1');
  const theorem = told('v=1&p=om&n=10&m=3&t=3', 'en');
  assert.equal(theorem.formula, 'n = 10 > 3m = 9');
  assert.match(theorem.why, /Theorem 1/);
  assert.equal(theorem.grounds.source, 'LSP82 Theorem 1');
  assert.equal(told('v=1&p=om&n=4&t=3', 'en').formula, 'n = 4 > 3f = 3');
  assert.equal(told('v=1&p=ic&n=8&m=2&t=3', 'en').formula, 'n = 8 > 3m = 6');
  assert.match(told('v=1&p=sm&n=4&t=3', 'en').why, /Theorem 2/);
  assert.match(told('v=1&p=om&n=64&m=25&t=3.4.5', 'zh').why, /^已证明：.*引理/);
});

test('there is a dot for each general, and one for each that must be exceeded, all in the picture', () => {
  for (const [there, needed] of [[4, 3], [7, 6], [2, 12], [15, 1]]) {
    const dots = [...dotsPicture(there, needed).matchAll(/class="(there|asked)" cx="([\d.]+)"/g)];
    assert.deepEqual(['there', 'asked'].map((kind) => dots.filter((dot) => dot[1] === kind).length), [there, needed]);
    for (const [, , x] of dots) assert.ok(Number(x) > 0 && Number(x) < 206);
  }
});
