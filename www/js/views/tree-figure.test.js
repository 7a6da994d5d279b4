// The vote tree as shapes: every word in sight can be chosen, and nothing is told before its time or to whom it is hidden from.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { layTree } from '../state/engine.js';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { sizesOf, treeShapes } from './tree-figure.js';
import { foldsOf } from './vote-tree.js';

/** @typedef {import('../scene/types.js').Drawn} Drawn */

before(engine);

/** Everything in a drawing, what stands in groups too. @param {readonly Drawn[]} shapes @returns {Drawn[]} */
const flat = (shapes) => shapes.flatMap((shape) => [shape, ...(shape.kind === 'group' ? flat(shape.shapes) : [])]);

/** The figure of general 2. @param {string} link @param {{room?: number, from?: number | null}} [window] */
function figure(link, { room = 900, from = null } = {}) {
  const { state } = opened(link);
  const m = state.scenario?.m ?? 0;
  const tree = state.session?.voteTree(2);
  const root = tree?.branch([1]);
  assert.ok(tree && root);
  const leaves = (tree.children([1], 0, 1)[0]?.children ?? 0) + 1;
  const look = { state, say: speech('en'), folds: foldsOf(state, m), rounds: m + 1 };
  const laid = layTree(sizesOf(look, root, leaves, room, from));
  const passed = tree.children([1], laid.first, laid.groups.length).map((branch) => ({ branch, children: leaves > 1 ? tree.children(branch.path, 0, 99) : [] }));
  const all = flat(treeShapes(look, laid, root, passed));
  /** @param {string} kind */
  const of = (kind) => all.filter((shape) => 'class' in shape && shape.class?.split(' ').includes(kind));
  return {
    of,
    state,
    width: laid.width,
    steps: of('vote').map((shape) => ('data' in shape ? Number(shape.data?.step) : 0)),
    texts: all.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])),
  };
}

test('of one row each word is a token to be chosen by its step, and the majority is told', () => {
  const { steps, texts, of } = figure('v=1&p=om&n=4&t=3&at=99');
  assert.deepEqual(steps, [1, 6, 8]);
  assert.ok(texts.includes('majority 2 : 1') && texts.includes('Attack'));
  assert.deepEqual([of('lost').length, of('heard').length, of('touched-mask').length], [1, 3, 1], 'one is outvoted, and a traitor said it');
});

test('of two rows every word has its token, and every group its majority', () => {
  const { steps, texts, of } = figure('v=1&p=om&n=7&m=2&t=3.6&s=random&at=999', { room: 5000 });
  assert.equal(steps.length, 1 + 5 * (1 + 4) + 5);
  assert.equal(new Set(steps).size, 1 + 5 + 5 * 4, 'a majority is opened by the word of its group');
  assert.ok(texts.includes('majority 5 : 1') && texts.includes('4 : 1'));
  assert.equal(of('vote-bracket').length, 5);
});

test('what has not come is open, and nothing is counted', () => {
  const { of, texts } = figure('v=1&p=om&n=7&m=2&t=3.6&s=random&at=6');
  assert.equal(texts.filter((text) => text === '·').length, of('vote').length, 'but for his own word, and with the result');
  assert.ok(texts.includes('not all is heard yet') && !texts.some((text) => /\d : \d/.test(text)));
  assert.equal(of('later').length, of('branch').length);
});

test('in fog there is no mask, and nobody is known for a traitor', () => {
  const seen = figure('v=1&p=om&n=4&t=3&at=99');
  const fog = figure('v=1&p=om&n=4&t=3&at=99&pov=2');
  assert.deepEqual([seen.of('touched-mask').length, seen.of('traitor').length], [1, 1]);
  assert.deepEqual([fog.of('touched-mask').length, fog.of('traitor').length], [0, 0]);
});

test('of a wide tree only what the window shows is drawn', () => {
  const link = 'v=1&p=om&n=13&m=4&t=3.6&at=999999';
  const [begin, end] = [figure(link, { from: 0 }), figure(link, { from: 99_999 })];
  assert.ok(begin.width > 4000 && begin.of('vote').length < 60);
  assert.deepEqual([begin.texts.includes('General 3'), begin.texts.includes('General 13')], [true, false]);
  assert.deepEqual([end.texts.includes('General 3'), end.texts.includes('General 13')], [false, true]);
});

test('what decides is marked, and the message that is looked at', () => {
  const { of } = figure('v=1&p=om&n=4&t=3&at=99');
  assert.equal(of('decides').length, 1, 'with one word less for it there would be a tie');
  assert.equal(of('chosen').length, 0);
  const [looked] = figure('v=1&p=om&n=4&t=3&message=6').of('chosen');
  assert.equal('data' in looked && looked.data?.step, 6);
});
