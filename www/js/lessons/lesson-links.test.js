// Links of lessons: they keep how the page is shown, and a frame’s code is one that any page can hold.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AS_USUAL } from '../state/lesson-link.js';
import { frameCode, lessonLink, shownAlike, writtenOut } from './lesson-links.js';

const PLAIN = { presentation: AS_USUAL, lang: /** @type {const} */ ('en'), langChosen: false, theme: /** @type {const} */ ('auto') };

before(() => void Object.assign(globalThis, { location: new URL('https://example.org/byz/?x=1#lesson=teacher') }));
after(() => void Reflect.deleteProperty(globalThis, 'location'));

test('a lesson is named without a run, since its beat brings one', () => {
  assert.equal(lessonLink('ask'), 'lesson=ask');
  assert.equal(lessonLink('ask', 3), 'lesson=ask&beat=3');
});

test('what is opened is shown as the page is', () => {
  assert.equal(shownAlike(PLAIN, 'lesson=ask'), 'lesson=ask');
  assert.equal(shownAlike({ ...PLAIN, lang: 'zh', langChosen: true, presentation: { ...AS_USUAL, embed: true, controls: 'play' } }, 'lesson=ask'), 'lesson=ask&lang=zh&embed=1&controls=play');
  assert.equal(shownAlike({ ...PLAIN, presentation: { ...AS_USUAL, loop: true, until: 0, speed: 0.5, number: 0 } }, 'lesson=ask'), 'lesson=ask&loop=1&until=0&speed=0.5&number=0');
});

test('written out it is the address of this page, and a frame shows the single file beside it', () => {
  assert.equal(writtenOut('lesson=ask'), 'https://example.org/byz/?x=1#lesson=ask');
  const code = frameCode('“Three” <f> & "one"', 'lesson=ask', PLAIN);
  assert.match(code, /^<iframe src="https:\/\/example\.org\/byz\/byzantine-generals\.html#lesson=ask&amp;embed=1" title="“Three” &lt;f&gt; &amp; &quot;one&quot;" /);
});

test('a frame speaks the language that was chosen, else that of who looks at it', () => {
  const code = frameCode('印章', 'lesson=signatures', { ...PLAIN, lang: 'zh', langChosen: true });
  assert.match(code, /#lesson=signatures&amp;lang=zh&amp;embed=1"/);
});

test('of a page opened from a disk a frame names the single file as another page beside it does', () => {
  Object.assign(globalThis, { location: new URL('file:///talks/index.html#lesson=teacher') });
  assert.match(frameCode('Seals', 'lesson=signatures', PLAIN), /src="byzantine-generals\.html#lesson=signatures&amp;embed=1"/);
});
