// What is said of the reader's own program is true of it: what silence counts as is the program's to say, and m is no number of relays.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { spokenIn } from '../state/spec.js';
import { engine, opened } from '../testing.js';
import { sentence } from '../transport/narration.js';
import { learn, speech } from './i18n.js';
import { plain } from './narrate.js';

before(async () => {
  await engine();
  await Promise.all([learn('en', ['written']), learn('zh', ['written'])]);
});

const GATHERS = 'task broadcast\ngather f + 1 rounds\nresolve A if 2 * count(A) > votes else R\ndecide result\n';
const OPINIONS = 'task consensus\ngather 1 rounds\nresolve direct\ndecide A if heard(A) > 1 else R\n';
/** @param {string} text @param {string} more */
const linkOf = (text, more) => `v=1&p=own&n=4&t=1${more}&prog=1.${Buffer.from(text).toString('base64url')}`;

/** What is told of the first step and of its round. @param {string} link @param {'en' | 'zh'} lang */
function told(link, lang) {
  const store = opened(link);
  const say = speech(lang, spokenIn(store.state));
  store.apply({ type: 'seek', step: 1 });
  const round = /** @type {const} */ ({ what: 'round', round: 1, progress: 0, rest: 0, held: false });
  return [plain(sentence(store.state, say)), plain(sentence({ ...store.state, motion: round }, say))];
}

test('of a program that gathers it is never said that silence counts as Retreat', () => {
  for (const text of [GATHERS, OPINIONS])
    for (const more of ['&s=silent', '&s=honest&x=1-2S_1-3S']) {
      const [step, round] = told(linkOf(text, more), 'en');
      for (const one of [step, round]) assert.doesNotMatch(one, /counts as Retreat/, one);
      assert.match(step, /^General 1 sends nobody to General 2\. .*What silence counts as, the program decides\.$/, step);
      for (const one of told(linkOf(text, more), 'zh')) assert.doesNotMatch(one, /视为撤退/);
    }
  assert.match(told('v=1&p=om&n=4&t=1&s=silent', 'en')[0], /Silence counts as Retreat\.$/);
});

test('m is how many traitors a program is to survive', () => {
  const { spec } = opened(linkOf(GATHERS, '&s=silent')).state;
  const say = speech('en', spokenIn({ spec }));
  assert.match(plain(say.parts(say.under('m', spec?.evidence))), /^Traitors to survive/);
});
