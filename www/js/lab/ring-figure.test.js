// The ring as a drawing: what rides in a round, the window that is shown, what everybody decides.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Lab } from '#generals';
import { specOf } from '../state/engine.js';
import { engine } from '../testing.js';
import { speech } from '../words/i18n.js';
import { ringPicture } from './ring-figure.js';
import { mustOf, roundsOf } from './ring-places.js';

before(engine);

const WORDS = { label: 'a ring', a: 'the first', b: 'the <second>' };
/** @param {{chosen?: number, round?: number, commands?: boolean}} [how] */
const picture = ({ chosen = 0, round = 1, commands = true } = {}) =>
  ringPicture({ ring: Lab.ring('v=1&p=om&n=3&m=1'), chosen, round, leads: (id) => commands && id === 1 }, WORDS);

const count = (/** @type {string} */ markup, /** @type {RegExp} */ what) => markup.match(what)?.length ?? 0;

test('six shields of two copies, each with what it decides, and two commanders', () => {
  const markup = picture();
  const names = [...markup.matchAll(/class="shield-number"[^>]*>([^<]+)</g)].map(([, name]) => name);
  assert.deepEqual(names, ['1a', '2a', '3a', '1b', '2b', '3b']);
  assert.equal(count(markup, /class="leads"/g), 2);
  assert.equal(count(picture({ commands: false }), /class="leads"/g), 0);
});

test('in the first round the commanders speak, in the second their lieutenants; other riders ride anew', () => {
  const keys = (/** @type {number} */ round) => [...picture({ round }).matchAll(/data-key="([^"]+)"/g)].map(([, key]) => key);
  assert.equal(keys(1).length, 4);
  assert.ok(keys(1).every((key) => /^1 [03]/.test(key)), 'from the seats of general 1');
  assert.ok(keys(2).length > 0 && keys(2).every((key) => key.startsWith('2 ')));
  assert.match(picture(), /class="token [AR] rides" style="--from:[-\d.]+px [-\d.]+px"/);
});

test('the window lies over its pair and says whether it holds', () => {
  const shown = [0, 1, 2].map((chosen) => picture({ chosen }));
  const places = shown.map((markup) => /class="window" d="([^"]+)"/.exec(markup)?.[1]);
  assert.equal(new Set(places).size, 3);
  assert.deepEqual(shown.map((markup) => /class="window-number".*?>(\d)<\/text>/.exec(markup)?.[1]), ['1', '2', '3']);
  assert.equal(shown.filter((markup) => markup.includes('window broken')).length, 1, 'one of three must fail');
});

test('before it is known only its halves are named', () => {
  const markup = ringPicture(null, WORDS);
  assert.match(markup, /the first<.*the &lt;second&gt;</);
  assert.doesNotMatch(markup, /shield|window-number|data-key/);
});

test('of phases with several rounds all are offered, and a window asks for what the task asks', () => {
  assert.deepEqual(['king', 'queen'].map((protocol) => roundsOf(Lab.ring(`v=1&p=${protocol}&n=3&m=1`), 1)), [6, 4]);
  assert.equal(roundsOf(Lab.ring('v=1&p=om&n=3&m=1'), 1), 2);
  assert.equal(roundsOf(null, 1), 2);
  const say = speech('en');
  const asked = (/** @type {string} */ protocol) => say.t(mustOf(say, specOf(protocol), 'validity'), { order: say.order('A') });
  assert.equal(asked('king'), 'All the loyal are for one order, and must decide it.');
  assert.equal(asked('ic'), 'Loyal opinions must stand in loyal vectors.');
  assert.equal(asked('om'), 'The loyal must obey: Attack.');
});
