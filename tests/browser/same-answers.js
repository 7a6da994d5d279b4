// A page that has the step API alone, and asks it for the answers to links made by lot, some at a time: the same as natively, whichever browser runs it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { NONE } from '../links/random.js';
import { SUB_PATH } from './server.js';

const file = (/** @type {string} */ name) => readFileSync(new URL(`../links/${name}`, import.meta.url), 'utf8');
/** @type {import('../links/random.js').Lots} */
const lots = JSON.parse(file('random.json'));
/** How many at a time: none of it takes so long that a driver gives the page up. */
const AT_A_TIME = 4000;

export const PAGES = {
  '/random.js': file('random.js'),
  '/answers.html': `<!doctype html><title>Answers</title><link rel="icon" href="data:,"><script type="module">
import init, { Session, Lab } from '${SUB_PATH}generals.js';
import { digestOf } from '/random.js';
await init();
window.digestOf = (lots, from, to, before) => digestOf({ Session, Lab }, lots, from, to, before);
</script>`,
};

/** @typedef {{lots: typeof lots, from: number, to: number, before: {opened: number, digest: number}}} Turn */

/** Asks them all, in a page that stands at `/answers.html` and has what its script says. @param {(run: (turn: Turn) => Turn['before'], turn: Turn) => Promise<Turn['before']>} evaluate */
export async function sameAnswers(evaluate) {
  let before = NONE;
  for (let from = 0; from < lots.links; from += AT_A_TIME) {
    const turn = { lots, from, to: Math.min(lots.links, from + AT_A_TIME), before };
    before = await evaluate(({ lots, from, to, before }) => /** @type {any} */ (window).digestOf(lots, from, to, before), turn);
  }
  assert.deepEqual(before, { opened: lots.opened, digest: lots.digest });
}
