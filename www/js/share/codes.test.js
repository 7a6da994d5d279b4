// What is pasted into another page: well-formed wherever it goes, and in the language that was chosen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementCode, frameCode, LESSON_SIZE, RUN_SIZE } from './codes.js';

const HEARD = { lang: /** @type {const} */ ('zh'), langChosen: false };
const RUN = 'v=1&p=om&n=4&t=3';

/** The attributes of the first element of that name, as a browser reads them. @param {string} code @param {string} name */
function attributes(code, name) {
  const inside = new RegExp(`<${name}((?: [\\w-]+="[^"<>]*")*)></${name}>`).exec(code)?.[1] ?? '';
  const read = (/** @type {string} */ text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
  return Object.fromEntries([...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, read(value)]));
}

test('a frame shows the run in the single file, and stays within a narrow page, and may neither leave its box nor read what is around it', () => {
  assert.deepEqual(attributes(frameCode('https://host.example/byz.html', RUN, '“A” <b> & "c"', HEARD, RUN_SIZE), 'iframe'), {
    src: `https://host.example/byz.html#${RUN}&embed=1`,
    title: '“A” <b> & "c"',
    width: '640',
    height: '420',
    style: 'border:0;max-width:100%',
    loading: 'lazy',
    sandbox: 'allow-scripts allow-downloads',
    allow: 'fullscreen; clipboard-write',
  });
  assert.equal(attributes(frameCode('byz.html', RUN, '', HEARD, LESSON_SIZE), 'iframe').width, '960');
});

test('the element names its script, and its run without a number sign', () => {
  const code = elementCode('https://host.example/a&b/', RUN, HEARD);
  assert.equal(attributes(code, 'script').src, 'https://host.example/a&b/embed.js');
  assert.deepEqual(attributes(code, 'byzantine-generals'), { scenario: RUN });
  assert.equal(attributes(elementCode('', RUN, HEARD), 'script').src, 'embed.js');
});

test('the language that was chosen is that of the frame', () => {
  const chosen = { lang: /** @type {const} */ ('zh'), langChosen: true };
  assert.match(attributes(frameCode('byz.html', RUN, '', chosen, RUN_SIZE), 'iframe').src, /&lang=zh&embed=1$/);
  assert.deepEqual(attributes(elementCode('', RUN, chosen), 'byzantine-generals'), { lang: 'zh', scenario: RUN });
});
