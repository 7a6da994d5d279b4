// What is guessed of a link before the engine has come is what the engine reads in it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { diagnose, read } from './engine.js';
import { glance, linkOf } from './glance.js';
import { peek } from './run.js';
import { engine } from '../testing.js';

before(engine);

/** @type {{link: string, code?: string, leftOff?: string}[]} */
const arrived = JSON.parse(readFileSync(new URL('../../../tests/links/reading.json', import.meta.url), 'utf8'));
/** Ways to write a pair, as programs leave them. */
const WAYS = ['&lang=zh&theme=dark', '&amp;LANG=ZH&amp;Theme=Dark', '\\&lang=zh\\&theme=dark', '＆lang＝zh＆theme＝dark', ';lang=zh;theme=dark', '%26lang%3Dzh%26theme%3Ddark', '%2526lang%253Dzh%2526theme%253Ddark', '&lang=3Dzh&theme=3Ddark', '\u200b&lang=zh&\u00a0theme=dark.', '&#38;lang=zh&#x26;theme=dark）', '%26lang%3Dzh%26theme%3Ddark&x=50%', '%26lang%3Dzh%26theme%3Ddark&q=%ff%26', '%2526lang%253Dzh%26theme%3Ddark&q=%zz%'];

test('language and colours are those that the engine reads', () => {
  for (const link of [...arrived.map((one) => one.link), ...WAYS.flatMap((way) => ['v=1&p=om&n=4', 'v=1&n=99'].map((link) => link + way))]) {
    const { lang, theme } = (diagnose(link) ?? read(link)).presentation;
    const glanced = peek(link);
    assert.deepEqual([glanced.lang, glanced.theme ?? 'auto'], [lang, theme], link);
  }
});

test('a value that only begins like one looked for is another', () => {
  assert.equal(glance('v=1&lang=zh-tw', 'lang', 'zh'), undefined);
  assert.equal(glance('v=1&slang=zh', 'lang', 'zh'), undefined);
});

test('a query is a link where nothing stands behind the #, and it has a version', () => {
  for (const [address, link] of [
    ['https://x.test/page?v=1&p=om#', 'v=1&p=om'],
    ['https://x.test/page?p=om&amp;v=1', 'p=om&amp;v=1'],
    ['https://x.test/page?v%3D2', 'v%3D2'],
    ['https://x.test/page?v=1&n=5#v=1&n=6', 'v=1&n=6'],
    ['https://x.test/page?utm=1', ''],
    ['https://x.test/page', ''],
    ['file:///page.html?v=1#', 'v=1'],
  ])
    assert.equal(linkOf(address), link, address);
});
