// Three parts of the page on one page of somebody else's: with links, languages and colours of their own, none knows of the others.
// The sources run as they are: modules, and styles as modules, are what Chromium knows.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, listen } from './harness.js';

const ROOT = new URL('../../', import.meta.url);
const NOTES = `<!doctype html><html lang="fr"><head><title>Notes</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/www/js/first.css">
<script type="importmap">{"imports": {
  "#engine": "/target/bindings/generals.js", "#generals": "/target/bindings/generals.js",
  "uqr": "/node_modules/uqr/dist/index.mjs",
  "#full": "data:text/javascript,export const make = () => {}; export const text = '';"}}</script>
<style>body { background: white; margin: 0 } .here { block-size: 700px; margin: 10px }</style></head>
<body><h1>Notes</h1><div class="here" id="one"></div><div class="here" id="two"></div><div class="here" id="three"></div>
<script type="module">
import { load } from '/www/js/state/engine.js';
import { mount } from '/www/js/shell/mount.js';
await load(fetch('/target/bindings/generals_bg.wasm'));
const part = (id, link) => mount(document.getElementById(id), { link, lang: 'en' });
window.parts = await Promise.all([
  part('one', 'v=1&p=om&n=4&t=3&theme=light'),
  part('two', 'v=1&p=flat&n=5&t=2.4&lang=zh&theme=dark'),
  part('three', 'v=1&p=sm&n=3&t=1&s=split&embed=1&theme=light'),
]);
</script></body></html>`;

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** @param {string} path */
const typeOf = (path) => ({ css: 'text/css', wasm: 'application/wasm', json: 'application/json' })[path.split('.').at(-1) ?? ''] ?? 'text/javascript';

/** @param {(page: import('playwright-core').Page) => Promise<void>} look */
async function visit(look) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const record = listen(page);
  await page.route('http://notes.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ body: NOTES, contentType: 'text/html' });
    const body = await readFile(fileURLToPath(new URL(`.${pathname}`, ROOT)));
    return route.fulfill({ body, contentType: typeOf(pathname) });
  });
  await page.goto('http://notes.test/');
  await page.waitForFunction(() => 'parts' in window);
  await look(page);
  assert.deepEqual(record.problems, []);
  await page.close();
}

/** What a part shows of its state. @param {import('playwright-core').Page} page @param {string} id */
const shown = (page, id) =>
  page.locator(`#${id}`).evaluate((/** @type {HTMLElement} */ root) => ({
    lang: root.lang,
    words: root.querySelector('[data-testid=play]')?.getAttribute('aria-label'),
    paper: getComputedStyle(root).backgroundColor,
    camps: root.querySelectorAll('.camps button').length,
    step: root.querySelector('[role=slider]')?.getAttribute('aria-valuenow'),
    pressed: [...root.querySelectorAll('.camps [aria-pressed=true]')].map((camp) => camp.getAttribute('data-testid')),
  }));

test('each has its own link, language and colours, and the page around them keeps its own', async () => {
  await visit(async (page) => {
    const [one, two, three] = await Promise.all(['one', 'two', 'three'].map((id) => shown(page, id)));
    assert.deepEqual([one.camps, two.camps, three.camps], [4, 5, 3]);
    assert.deepEqual([one.lang, two.lang, three.lang], ['en', 'zh-Hans', 'en']);
    assert.match(one.words ?? '', /play/i);
    assert.match(two.words ?? '', /播放/);
    assert.notEqual(one.paper, two.paper);
    assert.equal(one.paper, three.paper);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
    assert.equal(await page.evaluate(() => document.title), 'Notes');
    assert.equal(await page.evaluate(() => location.hash), '');
  });
});

test('what is done to one is done to no other', async () => {
  await visit(async (page) => {
    const before = await Promise.all(['two', 'three'].map((id) => shown(page, id)));
    const one = page.locator('#one');
    await one.getByTestId('general-4').click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await one.getByTestId('theme').selectOption('dark');
    await one.getByTestId('lang').getByText('中文').click();
    await page.waitForFunction(() => document.getElementById('one')?.lang === 'zh-Hans');
    const now = await shown(page, 'one');
    assert.equal(now.step, '2');
    assert.deepEqual(now.pressed, ['general-4']);
    assert.deepEqual(await Promise.all(['two', 'three'].map((id) => shown(page, id))), before);
    assert.equal(now.paper, before[0].paper, 'dark as the second');
  });
});

test('no id stands twice, and what is labelled or controlled by an id is in the same part', async () => {
  await visit(async (page) => {
    const wrong = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
      const strangers = [...document.querySelectorAll('[aria-labelledby], [aria-controls], [aria-describedby], [for]')].flatMap((node) =>
        ['aria-labelledby', 'aria-controls', 'aria-describedby', 'for'].flatMap((name) => {
          const named = node.getAttribute(name);
          if (named === null) return [];
          const other = document.getElementById(named);
          return other && other.closest('.here') !== node.closest('.here') ? [named] : [];
        }),
      );
      return { twice, strangers, ids: ids.length };
    });
    assert.deepEqual([wrong.twice, wrong.strangers], [[], []]);
    assert.ok(wrong.ids > 30);
  });
});

test('a part that comes later comes where it was opened', async () => {
  await visit(async (page) => {
    await page.locator('#two').getByTestId('view-time').click();
    await page.locator('#two .view svg').first().waitFor();
    assert.equal(await page.locator('#one .view svg').count(), 0);
    await page.locator('#one').getByTestId('share').click();
    await page.locator('#one dialog[open]').waitFor();
    assert.equal(await page.locator('#two dialog[open]').count(), 0);
  });
});
