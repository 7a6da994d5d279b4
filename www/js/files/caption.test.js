// What stands under pictures.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engine, opened } from '../testing.js';
import { speech, learn } from '../words/i18n.js';
import '../words/testing.js';
import { captionHeight, captionShapes, linesOf, runWords, shownLink } from './caption.js';

await Promise.all([learn('en', ['first', 'late']), learn('zh', ['first', 'late'])]);

before(engine);

/** @param {number | null} pov @returns {any} */
const state = (pov) => ({
  scenario: { protocol: 'om', n: 4, m: 1, traitors: [3] }, place: { pov }, spec: { hasTraitors: true, signed: false, model: 'synchronous' }, verdict: { lies: 2 }, total: 9,
});

test('it names generals, traitors, protocol and messages in the reader’s language', () => {
  assert.equal(runWords(state(null), speech('en')), '4 generals · General 3 a traitor · OM(1) · 9 messages · 2 lies');
  assert.match(runWords(state(null), speech('zh')), /^4\u202f名将军 · 叛徒是/);
});

test('generals are counted as on the picture above it, and the link says so', () => {
  assert.match(runWords(state(null), speech('en', undefined, 0)), /General 2 a traitor/);
  const shown = { ...opened('v=1&p=om&n=4&t=3&number=0').state };
  assert.equal(shownLink(shown, 'https://host.example/notes/'), 'https://host.example/notes/#v=1&p=om&n=4&t=3&number=0');
  // A lesson calls the first general 1, whatever the link says.
  assert.equal(shownLink(opened('v=1&p=om&n=4&number=0&lesson=lies&beat=2').state, ''), '#v=1&p=om&n=4&lesson=lies&beat=2');
});

test('of two generals nobody is a traitor, and what they are called says how many they are', () => {
  const { state } = opened('v=1&p=two&n=2&m=3');
  assert.equal(runWords(state, speech('en', 'two')), 'Two generals · 4 messengers');
});

test('in fog it names no traitor and no lie', () => {
  assert.equal(runWords(state(2), speech('en')), '4 generals · as General 2 sees it · OM(1) · 9 messages');
});

test('a link is broken into lines of the picture’s width, with nothing lost; one that is too long is left out', () => {
  const link = `https://example.org/#v=1&p=om&n=7&m=2&t=3.6&x=${'1.3-2R_'.repeat(20)}`;
  const lines = linesOf(link, 692);
  assert.ok(lines.length > 1, `${lines.length}`);
  assert.equal(lines.join(''), link);
  assert.deepEqual(linesOf(link.repeat(9), 692), []);
});

test('all of it lies within its height', () => {
  const caption = { words: 'words', link: ['one', 'two'] };
  const shapes = captionShapes(caption, { width: 720, height: 480 });
  const lines = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.y] : []));
  assert.equal(lines.length, 3);
  assert.ok(Math.max(...lines) < 480 + captionHeight(caption) && Math.min(...lines) > 490, `${lines}`);
});
