// The vote tree of the step API: a few branches at a time, the words that decide, what everyone holds.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session, VoteTree } from './engine.js';

test('a branch says what was told, what came of it and which words decide', () => {
  const session = Session.open('v=1&p=om&n=4&t=3');
  const tree = session.voteTree(2);
  assert.ok(tree);
  assert.deepEqual([tree.reports, tree.touched], [3, 1]);
  const root = tree.branch([1]);
  assert.deepEqual([root?.direct, root?.result, root?.attacks, root?.votes, root?.tie, root?.needed], ['A', 'A', 2, 3, false, 1]);
  const [three, four] = tree.children([1], 0, 9);
  assert.deepEqual([three?.path, three?.direct, three?.touched], [[1, 3], 'R', true]);
  assert.deepEqual([four?.path, four?.direct, four?.touched], [[1, 4], 'A', false]);
  const event = session.event(three?.step ?? 0);
  assert.deepEqual(event.kind === 'message' && [event.path, event.to, event.said], [[1, 3], 2, 'R']);
  tree.free();
});

test('branches come a few at a time, and every one of them once', () => {
  const tree = Session.open('v=1&p=om&n=13&m=4&t=3').voteTree(2);
  assert.ok(tree);
  assert.equal(tree.reports, 1 + 11 + 11 * 10 + 11 * 10 * 9 + 11 * 10 * 9 * 8);
  const all = tree.children([1, 5], 0, 99).map(({ path }) => path.join('.'));
  const paged = [0, 4, 8].flatMap((from) => tree.children([1, 5], from, 4)).map(({ path }) => path.join('.'));
  assert.equal(all.length, 10);
  assert.deepEqual(paged, all);
});

test('there is a tree for loyal lieutenants of oral messages alone, and no branch off it', () => {
  const session = Session.open('v=1&p=om&n=4&t=3');
  assert.equal(session.voteTree(1), undefined);
  assert.equal(session.voteTree(3), undefined);
  assert.equal(Session.open('v=1&p=sm&n=4&t=3').voteTree(2), undefined);
  assert.throws(() => session.voteTree(5), RangeError);
  const tree = session.voteTree(2);
  for (const path of [[1, 2], [1, 9], [2], [1, 3, 4], []]) assert.equal(tree?.branch(path), null, `${path}`);
  assert.deepEqual(tree?.children([1, 9], 0, 5), []);
  assert.throws(() => tree?.branch([0]), RangeError);
  assert.throws(() => tree?.branch(/** @type {any} */ ('1.3')), TypeError);
});

test('what everyone holds at a path; traitors are not judged', () => {
  const session = Session.open('v=1&p=om&n=4&t=1&s=split');
  assert.deepEqual(session.held([1]), [
    { general: 2, direct: 'R', result: 'R' },
    { general: 3, direct: 'A', result: 'R' },
    { general: 4, direct: 'R', result: 'R' },
  ]);
  const lied = Session.open('v=1&p=om&n=4&t=3').held([1]);
  assert.deepEqual(lied[1], { general: 3, direct: 'A', result: null });
  assert.deepEqual(session.held([1, 2, 3]), []);
});

test('the step of a slot', () => {
  const session = Session.open('v=1&p=om&n=4&t=3');
  assert.equal(session.stepOf([1], 2), 1);
  assert.equal(session.stepOf([1, 3], 2), 6);
  assert.equal(session.stepOf([1, 3], 3), null);
  assert.equal(session.stepOf([1, 3, 2], 4), null);
  assert.equal(session.stepOf([1, 1], 2), null, 'nobody is on a path twice');
});

test('the step of a slot that is named by a round and a sender, which may have the same number', () => {
  for (const link of ['v=1&p=bracha&n=4', 'v=1&p=king&n=4&t=2', 'v=1&p=benor&n=4&m=0']) {
    const run = Session.open(link);
    for (let step = 1; step < run.length; step++) {
      const event = run.event(step);
      assert.ok(event.kind === 'message');
      assert.equal(run.stepOf(event.path, event.to), step, `${link} ${event.path}`);
    }
  }
  const long = Session.open('v=1&p=king&n=64&m=21&t=1');
  const step = long.stepOf([65, 1], 2);
  const event = long.event(step ?? 0);
  assert.ok(event.kind === 'message');
  assert.deepEqual([event.path, event.to], [[65, 1], 2], 'there are more rounds than any army has generals');
  assert.throws(() => long.stepOf([67, 1], 2), RangeError);
});

/** @type {import('#generals').TreeWanted} */
const SIZES = {
  groups: 62,
  leaves: 62,
  width: 900,
  from: null,
  own: 112,
  group: 148,
  gap: 13,
  leaf: [31, 37],
  head: 48,
  label: 31,
  token: 26,
  mark: 25,
  fold: 34,
  drops: [75, 55, 17],
  pill: [180, 32],
  result: 42,
  word: 80,
};

test('a tree of any width is laid out in whole pixels, a window of it as the whole', () => {
  const whole = VoteTree.figure(SIZES);
  assert.deepEqual([whole.groups.length, whole.groups[0]?.leaves.length, whole.first], [62, 62, 0]);
  const part = VoteTree.figure({ ...SIZES, from: 60_000 });
  assert.ok(part.groups.length <= 3 && part.own === null);
  assert.deepEqual(part.groups.map(({ place }) => place), whole.groups.slice(part.first, part.first + part.groups.length).map(({ place }) => place));
  const { pill, word } = part.foot;
  assert.deepEqual([pill[0] + pill[2] / 2, pill[3], word[2]], [60_000 + 450, 32, 80], 'the foot stands in the middle of the window');
  const numbers = JSON.stringify(whole).match(/[\d.-]+/g) ?? [];
  assert.ok(numbers.length > 10_000 && numbers.every((number) => /^-?\d+$/.test(number)));
});

test('a figure of one row has no majorities of its own', () => {
  const { own, groups } = VoteTree.figure({ ...SIZES, groups: 2, leaves: 1, fold: 0 });
  assert.deepEqual(groups.map(({ leaves, fold, bracket }) => [leaves.length, leaves[0]?.bow, fold, bracket]), Array(2).fill([1, null, null, null]));
  assert.deepEqual(own?.leaves.map(({ token }) => token.slice(2)), [[26, 26]]);
});
