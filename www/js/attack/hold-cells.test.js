// A cell of the map of armies names the fewest traitors that break the program, or says that fewer may do.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import programs from '../program/programs.json' with { type: 'json' };
import { judge, program, read } from '../state/engine.js';
import { engine } from '../testing.js';
import { learn, speech } from '../words/i18n.js';
import { asked, PATIENCE, unasked } from './hold-cells.js';
import { labelOf } from './hold-map.js';
import { laboratoryHere } from './laboratory-here.js';

/** @type {import('./work.js').Lab} */
let lab;
before(async () => {
  await engine();
  await Promise.all([learn('en', ['attack']), learn('zh', ['attack'])]);
  lab = laboratoryHere();
});

/** What is known of one army of a program that is offered. @param {string} name @param {number} n @param {number} f @param {Partial<import('./work.js').Limits>} [limits] */
function cellOf(name, n, f, limits) {
  const { text } = /** @type {typeof programs[number]} */ (programs.find((one) => one.name === name));
  const cell = unasked().find((one) => one.n === n && one.f === f);
  return asked(program().link(text, { n: 4, m: 1 }), /** @type {import('./hold-cells.js').Cell} */ (cell), lab, { ...PATIENCE, ...limits });
}

test('where a theorem leads to a run of two traitors and one is enough, it is one', async () => {
  const cell = await cellOf('king', 4, 2);
  assert.deepEqual([cell.state, cell.traitors, cell.isFewest], ['broken', 1, true]);
  assert.equal(read(cell.link ?? '').scenario.traitors.length, 1);
  assert.ok([judge(cell.link ?? '').agreement, judge(cell.link ?? '').validity].some(({ holds }) => holds === false));
  assert.equal(labelOf(speech('en').t, cell), 'n = 4, f = 2: broken by 1 traitor');
});

test('where one is not enough, that was tried, and it is two', async () => {
  const cell = await cellOf('echo', 7, 2);
  assert.deepEqual([cell.traitors, cell.isFewest], [2, true]);
  assert.equal(labelOf(speech('en').t, cell), 'n = 7, f = 2: broken by 2 traitors');
});

test('where one was not tried in full, it is not said that two are the fewest', async () => {
  const cell = await cellOf('echo', 7, 2, { situations: 10, drawn: 1 });
  assert.deepEqual([cell.traitors, cell.isFewest], [2, false]);
  assert.equal(labelOf(speech('en').t, cell), 'n = 7, f = 2: broken by 2 traitors; whether fewer are enough is not known');
  assert.match(labelOf(speech('zh').t, cell), /更少是否足够还不知道$/);
});
