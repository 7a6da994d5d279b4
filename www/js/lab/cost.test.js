// What safety costs: the figure's marks stand where the engine's counts are, and a run is counted before it is compared.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { cost } from '../state/engine.js';
import { speech } from '../words/i18n.js';
import { engine, opened } from '../testing.js';
import { costPicture } from './cost-figure.js';
import { amount, nextOf, pricesUpTo, spent } from './cost-run.js';
import { plot } from './plot.js';
import { boxOf, meet } from './plot-room.js';

before(engine);

const words = {
  number: String,
  power: (/** @type {number} */ power) => `^${power}`,
  name: (/** @type {string} */ kind) => kind,
  both: (/** @type {number} */ value) => `${value} both`,
  limit: 'limit',
  axes: ['up', 'along'],
  tag: ['this run', 'army'],
};

/** @param {{what?: import('./plot.js').What, width?: number, run?: Partial<import('./plot.js').Run>}} [asked] */
const drawn = ({ run, ...asked } = {}) =>
  plot({ what: 'messages', width: 800, shown: 120_000, cost, words, ...asked, run: { n: 7, m: 2, signed: false, value: 156, ...run } });

test('each line upwards is ten times as many', () => {
  const { dots } = drawn();
  const at = (/** @type {number} */ n, square = false) => dots.find((dot) => dot.square === square && 'n' in dot && dot.n === n);
  const [seven, thirteen, signed] = [at(7), at(13), at(7, true)];
  assert.ok(seven && thirteen && signed);
  const power = (seven.y - thirteen.y) / Math.log10(108_384 / 156);
  assert.ok(Math.abs((signed.y - seven.y) / power - Math.log10(156 / 36)) < 1e-9);
  assert.equal(at(4, true), undefined, 'where both cost as much there is one dot');
});

test('the run is marked where it was counted, also off the curves, and its tag covers no dot', () => {
  for (const n of [4, 5, 7, 10, 16, 40])
    for (const width of [320, 600, 800]) {
      const value = Number(cost(n, 1).oral.total);
      const { dots, mark } = drawn({ width, run: { n, m: 1, value } });
      assert.ok(mark);
      assert.deepEqual(dots.filter(({ x, y }) => x === mark.x && Math.abs(y - mark.y) < 1e-9).length > 0, true);
      const { x, y, width: wide, height } = mark.tag;
      assert.ok(x >= 0 && y >= 0 && x + wide <= width);
      const covered = dots.filter((dot) => !('n' in dot && dot.n === 16) && dot.x > x && dot.x < x + wide && dot.y > y && dot.y < y + height);
      assert.deepEqual(covered, [], `n=${n} on ${width} px`);
    }
});

test('with little room the name of the signed curve lies below it, on no part of it', () => {
  const named = { ...words, name: (/** @type {string} */ kind) => (kind === 'signed' ? 'signed, (n − 1)²' : 'oral, n = 3m + 1') };
  for (const width of [288, 328, 358, 500]) {
    const { lines, texts } = plot({ what: 'messages', width, shown: 120_000, cost, words: named, run: { n: 7, m: 2, signed: false, value: 156 } });
    const name = texts.find(({ words }) => words === 'signed, (n − 1)²');
    const curve = lines.find(({ kind }) => kind === 'signed');
    assert.ok(name && curve);
    const box = boxOf(name);
    const points = curve.d.slice(1).split('L').map((at) => at.split(' ').map(Number));
    for (const [x = 0, y = 0] of points) assert.ok(x < box.left || x > box.right || y < box.top, `${width}: ${x} ${y}`);
  }
});

test('no text of the figure lies on another, and the tag on none', () => {
  const english = { ...words, number: (/** @type {number} */ value) => value.toLocaleString('en'), limit: 'above 120 000: not drawn singly', both: (/** @type {number} */ v) => `${v}, both` };
  for (const n of [4, 5, 7, 10, 13, 16])
    for (const width of [560, 596, 700, 800, 1100])
      for (const signed of [false, true]) {
        const m = Math.floor((n - 1) / 3);
        const value = Number(cost(n, m)[signed ? 'signed' : 'oral'].total);
        const { texts, mark } = plot({ what: 'messages', width, shown: 120_000, cost, words: english, run: { n, m, signed, value } });
        const boxes = texts.map((text) => ({ words: text.words, ...boxOf(text) }));
        assert.ok(mark);
        boxes.push({ words: 'the tag', left: mark.tag.x, right: mark.tag.x + mark.tag.width, top: mark.tag.y, bottom: mark.tag.y + mark.tag.height });
        const lying = boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.words} on ${b.words}`] : [])));
        assert.deepEqual(lying, [], `n=${n} on ${width} px${signed ? ', signed' : ''}`);
        assert.ok(texts.some((text) => text.words === english.limit), 'the line is named');
      }
});

test('an army too large to be counted has no mark, and every other stays in the frame', () => {
  assert.equal(drawn({ run: { n: 64, m: 62, value: cost(64, 62).oral.total } }).mark, null);
  for (const [n, m] of [[64, 5], [31, 10], [8, 6], [2, 0]])
    for (const what of /** @type {const} */ (['messages', 'rounds'])) {
      const value = what === 'rounds' ? m + 1 : Number(cost(n, m).oral.total);
      const { dots, height, texts } = drawn({ what, run: { n, m, value } });
      for (const { x, y } of [...dots, ...texts]) assert.ok(x >= 0 && x <= 800 && y >= 0 && y <= height, `${n} ${m} ${what}: ${x} ${y}`);
    }
});

test('another protocol has a curve of its own, through what the engine prices for just enough generals, named on nothing else', () => {
  for (const [protocol, expected] of /** @type {const} */ ([
    ['king', [[4, 54], [7, 270], [10, 756], [13, 1620], [16, 2970]]],
    ['queen', [[5, 48], [9, 240], [13, 672]]],
    ['bracha', [[4, 27], [7, 90], [10, 189], [13, 324], [16, 495]]],
    ['benor', [[6, 60], [11, 220], [16, 480]]],
    ['pbft', [[4, 24], [7, 84], [10, 180], [13, 312], [16, 480]]],
  ])) {
    const at = pricesUpTo(protocol, 16).map(({ n, messages }) => ({ n, value: messages.total }));
    assert.deepEqual(at.map(({ n, value }) => [n, value]), expected);
    for (const width of [358, 560, 800]) {
      const run = { n: at[0].n, m: 1, signed: false, value: at[0].value };
      const { lines, texts, mark } = plot({ what: 'messages', width, shown: 120_000, cost, words, run, own: { name: 'its name', at } });
      const curve = lines.find(({ kind }) => kind === 'own');
      assert.equal(curve?.d.match(/[ML]/g)?.length, at.length);
      assert.ok(mark);
      const name = texts.find((text) => text.words === 'its name');
      const others = texts.filter((text) => text !== name).map(boxOf);
      assert.ok(name && !others.some((box) => meet(box, boxOf(name))), `${protocol} on ${width} px`);
    }
  }
});

test('the drawing has every curve, dot and text, and the run in its ring', () => {
  const laid = drawn();
  const markup = costPicture(laid, { width: 800, scale: 1.5 }, 'what it costs');
  const count = (/** @type {RegExp} */ what) => markup.match(what)?.length ?? 0;
  assert.deepEqual([count(/<rect/g), count(/<path/g)], [laid.dots.length + 1, laid.lines.length + 1], 'with the tag and the line to it');
  assert.equal(count(/<text/g), laid.texts.length + 2);
  assert.equal(count(/class="cost-ring"/g), 1);
  assert.match(markup, /^<svg class="cost-figure" role="img" data-testid="cost-figure" aria-label="what it costs" width="1200" height="609" viewBox="0 0 800 406">/);
  assert.equal(count(/class="cost-fixed"/g), 5);
});

/** @param {string} link */
const of = (link) => {
  const known = spent(opened(link).state);
  assert.ok(known);
  return known;
};

test('a run is counted message by message and compared with the formula', () => {
  const { own, other, army } = of('v=1&p=om&n=7&m=2&t=3');
  assert.deepEqual([own.how, own.counts.perRound, own.counts.total], ['equal', [6, 30, 120], 156]);
  assert.deepEqual([other.how, other.counts.perRound, other.counts.total], ['equal', [6, 30, 0], 36]);
  assert.equal(army, 36);
});

test('a signed run costs what it sent, whatever the formula says of the loyal', () => {
  const silent = of('v=1&p=sm&n=4&m=1&t=3&s=silent');
  assert.deepEqual([silent.own.how, silent.own.counts.perRound], ['unequal', [3, 4]]);
  assert.deepEqual([silent.other.how, silent.other.counts.total], ['equal', 9]);
  assert.equal(of('v=1&p=sm&n=4&m=1').own.how, 'equal');
});

test('every protocol is compared with what it says of itself, not with another', () => {
  const king = of('v=1&p=king&n=4&t=3');
  assert.deepEqual([king.own.how, king.own.counts.total, king.loyal, king.rounds], ['equal', 54, 54, 6]);
  const queen = of('v=1&p=queen&n=5');
  assert.deepEqual([queen.own.how, queen.own.counts.total, queen.rounds], ['equal', 48, 4]);
  const bracha = of('v=1&p=bracha&n=4');
  assert.deepEqual([bracha.own.how, bracha.own.counts.total, bracha.rounds], ['equal', 27, 3]);
  const silent = of('v=1&p=bracha&n=4&t=3&s=silent');
  assert.deepEqual([silent.own.how, silent.own.counts.total, silent.loyal], ['unequal', 21, 27], 'who says nothing sends nothing');
});

test('nothing is said to be counted where it was not', () => {
  const { own, other } = of('v=1&p=om&n=16&m=5');
  assert.deepEqual([own.how, own.counts.total, other.how], ['formula', 3_999_675, 'equal']);
  assert.equal(of('v=1&p=om&n=64&m=62').own.counts.total, null);
});

test('large counts are told by their size', () => {
  const say = speech('en');
  assert.equal(amount(say, 3_999_675), '3\u202f999\u202f675');
  assert.equal(amount(say, 1.26e21), '≈ 1.3 × 10²¹');
  assert.equal(amount(say, null), '> 10³⁸');
});

test('what one traitor more takes is what the engine prices, for the protocol of the run and no other', () => {
  const next = (/** @type {string} */ link) => {
    const found = nextOf(opened(link).state);
    return found && [found.n, found.m, found.rounds, found.messages.total];
  };
  // King: (m+1)(n-1)(2n+1) messages in 3(m+1) rounds.
  assert.deepEqual(next('v=1&p=king&n=4'), [7, 2, 9, 3 * 6 * 15]);
  assert.equal(next('v=1&p=king&n=4&by=short'), null);
  for (const protocol of ['queen', 'bracha', 'benor', 'pbft']) {
    const link = `v=1&p=${protocol}&n=9`;
    assert.equal(next(link)?.[1], Number(opened(link).state.scenario?.m) + 1, protocol);
  }
});
