// The rows of a vote tree: which are in sight, what keys do in them.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech } from '../words/i18n.js';
import { deedOf, keyOf, rowsOf, rowWords } from './tree-rows.js';

before(engine);

/** The tree of general 2, open at a path. @param {string} link @param {number[]} open */
function rows(link, open) {
  const { state } = opened(link);
  const tree = state.session?.voteTree(2);
  assert.ok(tree);
  return { state, rows: rowsOf(tree, open) };
}
const SEVEN = 'v=1&p=om&n=7&m=2&t=3.6&s=random&at=999';

test('in sight is what continues each path on the way to the open one', () => {
  const paths = rows(SEVEN, [1, 3]).rows.map(({ branch, level, place, of, open }) => `${keyOf(branch.path)} ${level} ${place}/${of}${open ? ' open' : ''}`);
  assert.deepEqual(paths.slice(0, 4), ['1 1 1/1 open', '1.3 2 1/5 open', '1.3.4 3 1/4', '1.3.5 3 2/4']);
  assert.equal(paths.length, 1 + 5 + 4);
});

test('keys walk, open, close and choose as in any tree', () => {
  const { rows: all } = rows(SEVEN, [1, 3]);
  const does = (/** @type {string} */ key, /** @type {number} */ at) => deedOf(key, all, at);
  assert.deepEqual([does('ArrowDown', 1), does('ArrowUp', 1), does('Home', 5), does('End', 0)], [{ to: 2 }, { to: 0 }, { to: 0 }, { to: 9 }]);
  assert.deepEqual(does('ArrowRight', 1), { to: 2 }, 'what is open is gone into');
  assert.deepEqual(does('ArrowRight', 6), { open: [1, 4] });
  assert.equal(does('ArrowRight', 2), null, 'a leaf has nothing in it');
  assert.deepEqual(does('ArrowLeft', 1), { open: [1] }, 'what is open is closed');
  assert.deepEqual(does('ArrowLeft', 3), { to: 1 }, 'else it goes up');
  assert.equal(does('ArrowLeft', 0), null);
  assert.deepEqual([does('Enter', 4), does(' ', 4)], [{ pick: true }, { pick: true }]);
  assert.equal(does('x', 4), undefined);
});

test('a row says who said what, what came of it, and in fog no word of traitors', () => {
  const told = (/** @type {string} */ link) => {
    const { state, rows: all } = rows(link, [1]);
    return all.map(({ branch }) => rowWords({ state, say: speech('en'), folds: 2, rounds: 3 }, branch));
  };
  const [root, three] = told(SEVEN);
  assert.match(root, /^General 1, “the order”: Attack/);
  assert.match(three, /^General 3/);
  assert.ok(told(SEVEN).some((words) => /traitor/i.test(words)));
  assert.ok(!told(`${SEVEN}&pov=2`).some((words) => /traitor/i.test(words)));
});
