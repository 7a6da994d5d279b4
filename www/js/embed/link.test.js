// What a frame opens: the author's link as it came, and the element's words before it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '#generals';
import '../../../tests/node/engine.js';
import { frameLink } from './link.js';

/** @param {string} scenario @param {Record<string, string | number>} [said] */
const link = (scenario, said = {}) => frameLink(scenario, (key) => ({ embed: 1, ...said })[key] ?? '');

/** @type {[string, string, Record<string, string | number>, string][]} */
const LINKS = [
  ['a link goes on as it came', 'v=1&p=om&n=7&m=2&t=3.6', {}, 'embed=1&v=1&p=om&n=7&m=2&t=3.6'],
  ['a mark before it is none of it', ' #v=1&n=5', {}, 'embed=1&v=1&n=5'],
  ['of a whole address the link is taken', 'https://notes.example/generals/index.html#v=1&n=5', {}, 'embed=1&v=1&n=5'],
  ['also where it stands in the query', 'https://notes.example/index.html?v=1&n=5', {}, 'embed=1&v=1&n=5'],
  ['an escaped separator is no mark', 'v=1&#38;n=5', {}, 'embed=1&v=1&#38;n=5'],
  ['the element has the last word', 'v=1&n=5&controls=full&LANG=en', { controls: 'none', lang: 'zh' }, 'embed=1&controls=none&lang=zh&v=1&n=5'],
  ['also where separators are escaped', 'v=1&amp;speed=4&amp;n=5', { speed: 2 }, 'embed=1&speed=2&v=1&amp;n=5'],
  ['a link of a frame is a link', 'v=1&n=5&t=3&embed=1', {}, 'embed=1&v=1&n=5&t=3'],
  ['what stands behind a semicolon stays', 'v=1;speed=4;n=5;t=3', { speed: 2 }, 'embed=1&speed=2&v=1;n=5;t=3'],
  ['a key is no end of another', 'v=1&view=lab&n=5', { at: 0 }, 'embed=1&at=0&v=1&view=lab&n=5'],
  ['nothing said shows what the page shows', '', {}, 'embed=1&v=1&t=3'],
  ['a lesson brings its own run', '', { lesson: 'liars' }, 'embed=1&lesson=liars&'],
];
for (const [what, scenario, said, wanted] of LINKS) test(what, () => assert.equal(link(scenario, said), wanted));

test('each of them is read by the engine, and nothing in it is unknown', () => {
  for (const [what, scenario, said] of LINKS.slice(0, -1)) {
    const session = Session.open(link(scenario, said));
    assert.deepEqual(session.ignored, [], what);
    if (scenario) assert.equal(session.link(), Session.open(scenario.replace(/^.*[#?](?=v)/, '')).link(), what);
  }
});

test('what is wrong at the end of a link is as harmless as without the element', () => {
  const session = Session.open(link('v=1&p=om&n=4&t=3，然后', { theme: 'dark', keys: 'host' }));
  assert.equal(session.link(), 'v=1&p=om&n=4&t=3');
});
