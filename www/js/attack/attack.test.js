// The attack on programs: what it finds is least where it says so, and what it says of it is what was tried.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import programs from '../program/programs.json' with { type: 'json' };
import { judge, program, read } from '../state/engine.js';
import { engine } from '../testing.js';
import { learn, speech } from '../words/i18n.js';
import { aboutOf, questionOf } from './about.js';
import { attack } from './attack.js';
import { laboratoryHere } from './laboratory-here.js';
import { claimsOf, isLeast, leadOf, levelOf, outcomeOf, titleOf } from './told.js';

/** @type {import('./work.js').Lab} */
let lab;
before(async () => {
  await engine();
  await Promise.all([learn('en', ['attack']), learn('zh', ['attack'])]);
  lab = laboratoryHere();
});

/** @param {string} name */
const textOf = (name) => /** @type {typeof programs[number]} */ (programs.find((one) => one.name === name)).text;
/** @param {string} text @param {import('../state/engine.js').Changes} army @param {Partial<import('./work.js').Limits>} [limits] */
async function attacked(text, army, limits) {
  const about = aboutOf(program().link(text, army));
  const found = await attack(about, lab, () => {}, limits);
  return { about, ...found, title: titleOf(speech('en'), found, { isOver: true, isCancelled: false }), claims: found.found ? claimsOf(speech('en'), found.found, about) : [] };
}

test('the homework: one echo with a threshold off by one is broken by one corrupted lieutenant and one lie', async () => {
  const text = textOf('threshold-one-too-high');
  const { found, title, claims } = await attacked(text, { n: 4, m: 1, traitors: [1, 3], strategy: 'flip' });
  assert.ok(found);
  assert.equal(title, '1 traitor, 1 lie');
  const { traitors, lies } = read(found.link).scenario;
  assert.deepEqual([traitors.length, traitors[0] > 1, lies.length], [1, true, 1]);
  assert.equal(judge(found.link).validity.holds, false);
  assert.deepEqual(claims, ['Without a lie nothing breaks, with either order.']);
  assert.ok(isLeast(found, aboutOf(program().link(text, { n: 4, m: 1 }))));
});

test('every exercise is broken, in the army with which it comes, and no published program is', async () => {
  for (const { name, group, text, n, m } of programs) {
    if (group === 'frames' || name === 'ic') continue;
    const answer = await attacked(text, { n, m }, { lies: 100 });
    assert.equal(outcomeOf(answer, true), group === 'wrong' ? 'broken' : 'holds', name);
    if (answer.found) assert.ok([judge(answer.found.link).agreement, judge(answer.found.link).validity].some(({ holds }) => holds === false), name);
  }
});

test('where nobody is a traitor, none are counted up to', () => {
  const about = aboutOf(program().link(textOf('echo'), { n: 4, m: 0 }));
  assert.deepEqual(leadOf(speech('en'), about, []), ['Among 4 generals nobody is a traitor; with either order; for f = 0.']);
});

test('phase king among four: every army with one traitor and all opinions are tried', async () => {
  const { levels, title } = await attacked(textOf('king'), { n: 4, m: 1 });
  assert.deepEqual(levels.map(({ traitors, kind, isWhole }) => [traitors, kind, isWhole]), [[0, 'exhausted', true], [1, 'states', true]]);
  assert.equal(levels[0].tried, 16);
  assert.equal(title, `All ${levels[0].tried + levels[1].tried} tried: none breaks`);
});

test('a program may break with no traitor at all', async () => {
  const { found, title } = await attacked('task consensus\nsend input to all\ndecide input\n', { n: 4, m: 1 });
  assert.deepEqual([found?.traitors, found?.lies, title], [0, 0, 'Broken without any traitor']);
  const alone = await attacked('task consensus\ndecide A\n', { n: 4, m: 1 });
  assert.deepEqual([alone.claims, levelOf(speech('en'), alone.levels[0])], [[], '0 traitors: 16 runs tried, and some break.'], 'no theorem on rounds is to blame');
});

test('three generals are surely broken, whatever they run: by the ring, and fewer lies are looked for', async () => {
  const { found } = await attacked(textOf('king'), { n: 3, m: 1 }, { lies: 0 });
  assert.deepEqual([found?.by, found?.traitors, found?.isFewest], ['ring', 1, true]);
});

test('too few rounds are surely broken, signed too, by the chain', async () => {
  const { found, claims } = await attacked(textOf('signed-one-round-less'), { n: 4, m: 1 });
  assert.equal(found?.by, 'chain');
  assert.ok(claims.some((claim) => claim.startsWith('Where there are no more rounds than traitors')));
  assert.deepEqual(claims.slice(1), ['Without a lie nothing breaks, with either order.']);
});

test('what is too much to be tried is drawn at random, and never said to be all', async () => {
  const { levels, title, ...answer } = await attacked(textOf('om'), { n: 7, m: 2 }, { drawn: 50 });
  assert.equal(outcomeOf({ ...answer, levels }, true), 'open');
  assert.match(title, /^None found in \d+, and not all could be tried$/);
  assert.match(levelOf(speech('en'), levels[2]), /^2 traitors: \d+ runs drawn at random\.$/);
});

test('all tried, none found in some, and cancelled are three sentences in both languages', () => {
  /** @type {import('./work.js').Attack} */
  const some = { stage: 'done', traitors: 1, place: 0, of: 1, count: 5, spent: 0, found: null, levels: [{ traitors: 0, kind: 'exhausted', tried: 5, isWhole: true, breaks: false, sampled: 0 }] };
  const drawn = { ...some, levels: [{ ...some.levels[0], isWhole: false, tried: 2, sampled: 3 }] };
  for (const lang of /** @type {const} */ (['en', 'zh'])) {
    const say = speech(lang);
    const titles = [titleOf(say, some, { isOver: true, isCancelled: false }), titleOf(say, drawn, { isOver: true, isCancelled: false }), titleOf(say, some, { isOver: false, isCancelled: true })];
    assert.equal(new Set(titles).size, 3, titles.join('; '));
  }
});

test('who is a traitor and how he lies is no other question; the text and the army are', () => {
  const link = program().link(textOf('echo'), { n: 4, m: 1 });
  const other = program().link(textOf('echo'), { n: 4, m: 1, traitors: [2], strategy: 'silent', order: 'R' });
  assert.equal(questionOf(link), questionOf(other));
  for (const change of [program().link(textOf('echo'), { n: 5, m: 1 }), program().link(textOf('own-vote-forgotten'), { n: 4, m: 1 })]) assert.notEqual(questionOf(link), questionOf(change));
});
