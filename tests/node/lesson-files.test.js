// What the files of the lessons lead to, asked of the real engine: every link in them, and every answer that they show.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import './engine.js';
import { files } from '../../crate/xtask/bundle/lessons.js';
import { ask, isRight } from '../../www/js/lessons/asking.js';
import { judgeGoal } from '../../www/js/lessons/goal.js';

/** @typedef {import('../../www/js/lessons/types.js').Beat} Beat */

/** The beats of a file; the list, the quiz and the teacher's page have none. @type {[name: string, beat: Beat][]} */
const beats = [...files].flatMap(([name, path]) => {
  const file = JSON.parse(readFileSync(path, 'utf8'));
  const own = name.includes('/exhibits/') ? [file] : Array.isArray(file.beats) ? file.beats : [];
  return own.map((/** @type {Beat} */ beat, /** @type {number} */ i) => /** @type {[string, Beat]} */ ([`${name} ${i + 1}`, beat]));
});

/** The one link that shows a refusal: who lets a traitor change another's words is told that he cannot. */
const REFUSED = 'v=1&p=om&n=4&t=3&x=1-2R';

test('every further run opens, but the one that shows a refusal', () => {
  assert.equal(beats.length, 2 * (55 + 19));
  for (const [name, { after, see = [], turn }] of beats) {
    const links = [after, turn?.link, turn?.solved, ...[...see, ...(turn?.see ?? [])].map(({ link }) => link)].filter((link) => link !== undefined);
    for (const link of links) assert.equal(ask('opens', link), link === REFUSED ? 'not-a-traitor' : 'ok', `${name}: ${link}`);
  }
});

test('every answer that a text shows can be had', () => {
  for (const [name, { link, values = {}, shown = [], turn }] of beats)
    for (const one of [...Object.values(values), ...shown, ...(turn?.machine ?? [])]) assert.notEqual(ask(one.ask, one.link ?? link), null, `${name}: ${one.ask}`);
});

test('exactly one choice of a prediction is right, and a goal is reached where the file says how', () => {
  for (const [name, { link, predict, turn }] of beats) {
    if (predict?.ask) assert.equal(predict.choices.filter((choice) => isRight(choice, predict, predict.link ?? link)).length, 1, name);
    if (!turn?.goal?.ask) continue;
    const start = turn.link ?? link;
    assert.equal(judgeGoal(turn.goal, start, start).isReached, false, name);
    if (turn.solved) assert.equal(judgeGoal(turn.goal, start, turn.solved).isReached, true, name);
  }
});
