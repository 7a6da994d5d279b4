// What others have of a run becomes a link, and what becomes none is said why.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { open } from '../state/engine.js';
import { engine } from '../testing.js';
import { speech } from '../words/i18n.js';
import { found } from './pasting.js';

before(engine);

const RUN = 'v=1&p=om&n=4&t=3';
const { t } = speech('en');
/** @param {string} text */
const links = (text) => found(text, t).links.map(({ link }) => link);
/** @param {string} text */
const why = (text) => found(text, t).why;

test('an address in whatever surrounds it, a list and the files of a run become their link', () => {
  assert.deepEqual(links(`See https://host.example/notes/#${RUN}.`), [RUN]);
  assert.deepEqual(links('LLTL ATTACK'), [RUN]);
  for (const kind of /** @type {const} */ (['json', 'itf'])) assert.deepEqual(links(open(RUN).file(kind)), [RUN]);
});

test('where nobody said what true means, both runs are shown, each by what it would mean', () => {
  const made = found('[true, true, false, true]', t);
  assert.deepEqual(made.links.map(({ link }) => link), [RUN, 'v=1&p=om&n=4&t=1.2.4']);
  assert.notEqual(made.links[0].told, made.links[1].told);
});

test('of a part of a file its link is left, as of any text around a link', () => {
  assert.deepEqual(links(open(RUN).file('json').slice(0, 200)), [RUN]);
});

test('what means no run is said, with what was not understood, in both languages', () => {
  assert.match(why('hello'), /“hello”/);
  assert.match(why('v=1&p=om&n=99'), /Key n, read: 99\.$/);
  assert.match(why(open(RUN).file('json').replace('"said":"A"', '"said":"R"')), /changed at step 1\.$/);
  assert.match(found('hello', speech('zh').t).why, /“hello”/);
  assert.deepEqual(found('  \n', t), { links: [], why: '' });
});
