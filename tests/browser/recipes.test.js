// The pages for authors of course notes: readable by everybody, alive, and what they offer for pasting is right in form.
// Whether it works in the tools that it is for is found out by `cargo xtask recipes`.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { faults } from './axe-faults.js';
import { openHouse, until } from './harness.js';
import { DIST } from './server.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const PAGES = readdirSync(new URL('../../www/embed/', import.meta.url)).filter((name) => name.endsWith('.html'));
const LISTS = new URL('../recipes/', import.meta.url);
const FILTERS = JSON.parse(readFileSync(new URL('filters.json', LISTS), 'utf8'));

const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, touch: true, locale: 'zh-CN', colorScheme: /** @type {const} */ ('dark') };

/** @param {string} name @param {import('./harness.js').Reader} reader @param {(page: Page) => Promise<void>} look */
const read = (name, reader, look) =>
  house.visit(`${house.host.site}embed/${name}`, { reducedMotion: 'reduce', ...reader }, async (page) => {
    await page.locator('.languages').waitFor();
    await look(page);
  });

/** The pieces of code of a page. @param {Page} page @returns {Promise<{file: string, code: string}[]>} */
const codes = (page) =>
  page.locator('figure[data-file]').evaluateAll((figures) =>
    figures.map((figure) => ({ file: figure.getAttribute('data-file') ?? '', code: figure.querySelector('code')?.textContent ?? '' })),
  );

/** Elements, frames and scripts that stand in any kind of code. */
const TAGS = /<(byzantine-generals|iframe|script)\b[^]*?<\/\1>/g;

for (const name of PAGES) {
  test(`${name}: nothing serious is found, every link leads somewhere, nothing is cut off`, async () => {
    for (const reader of [DESK, PHONE])
      await read(name, reader, async (page) => {
        assert.deepEqual(await faults(page), []);
        const links = await page.locator('a').evaluateAll((found) => found.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
        assert.ok(links.length > 1);
        for (const link of new Set(links)) assert.equal((await page.request.get(link)).status(), 200, link);
        const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: innerWidth }));
        assert.ok(wide <= room, `${wide} of ${room}`);
      });
  });

  test(`${name}: what is to be pasted is well-formed, says what the element knows, and opens`, () =>
    read(name, DESK, async (page) => {
      await until(page, 'the element', () => customElements.get('byzantine-generals') !== undefined);
      for (const { file, code } of await codes(page)) {
        const pieces = code.match(TAGS) ?? [];
        const opened = code.match(/<(?:byzantine-generals|iframe|script)\b/g) ?? [];
        assert.equal(pieces.length, opened.length, `${file}: all is closed`);
        for (const piece of pieces) await wellFormed(page, file, piece);
        for (const [, link] of code.matchAll(/(?:scenario\W+|html\\?#)(v=1[\w=&.~-]*)/g)) await opens(page, link ?? '');
      }
    }));
}

/** A browser reads it as it was written, and the element knows its attributes. @param {Page} page @param {string} file @param {string} piece */
async function wellFormed(page, file, piece) {
  const { again, unknown } = await page.evaluate((code) => {
    const { body } = new DOMParser().parseFromString(code, 'text/html');
    const head = body.ownerDocument.head.innerHTML;
    const known = /** @type {any} */ (customElements.get('byzantine-generals')).observedAttributes;
    const attributes = [...body.querySelectorAll('byzantine-generals')].flatMap((element) => element.getAttributeNames());
    return { again: head + body.innerHTML, unknown: attributes.filter((attribute) => !known.includes(attribute)) };
  }, piece);
  // An attribute's text is written again with &amp;, and what stands on several lines on one.
  const plain = (/** @type {string} */ code) => code.replaceAll('&amp;', '&').replace(/\s+/g, ' ').replace(/=""/g, '').trim();
  assert.equal(plain(again), plain(piece), file);
  assert.deepEqual(unknown, [], file);
}

/** The engine opens it, and knows every key. @param {Page} page @param {string} link */
async function opens(page, link) {
  const ignored = await page.evaluate(async ([address, wanted]) => {
    const { default: init, Session } = await import(address ?? '');
    await init();
    return Session.open(wanted).ignored;
  }, [`${house.host.site}generals.js`, link]);
  assert.deepEqual(ignored, [], link);
}

test('one language at a time: the browser’s, and the other at a press, which the next page remembers', () =>
  read('reveal.html', DESK, async (page) => {
    const seen = (/** @type {string} */ lang) => page.locator(`h2[lang="${lang}"]`).first().isVisible();
    assert.deepEqual([await seen('en'), await seen('zh-Hans')], [true, false]);
    await page.locator('.languages button[value="zh"]').click();
    assert.deepEqual([await seen('en'), await seen('zh-Hans')], [false, true]);
    assert.equal(await page.locator('byzantine-generals').getAttribute('lang'), 'zh');
    await page.locator('.bar a').first().click();
    await page.waitForURL('**/embed/index.html');
    await until(page, 'the next page to speak Chinese', () => document.documentElement.lang === 'zh-Hans');
  }));

test('the code names the host it is read on, and is copied as it stands', () =>
  read('html.html', DESK, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const [first] = await codes(page);
    assert.match(first?.code ?? '', new RegExp(`src="${house.host.site}embed\\.js"`));
    await page.locator('figure .copy').first().click();
    await page.locator('figure .copied').first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), first?.code);
  }));

test('from disk the code names no file of this machine', () =>
  house.visit(new URL('embed/html.html', DIST).href, {}, async (page) => {
    await page.locator('.languages').waitFor();
    for (const { code } of await codes(page)) assert.doesNotMatch(code, /file:/);
  }));

test('what is pasted into Canvas is let through whole by its filter', () =>
  read('moodle-canvas.html', DESK, async (page) => {
    const [{ code = '' } = {}] = await codes(page);
    const filtered = await page.evaluate(([text, rules]) => {
      const { elements, attributes, styles, schemes } = /** @type {any} */ (rules);
      const { body } = new DOMParser().parseFromString(/** @type {string} */ (text), 'text/html');
      const whole = body.innerHTML;
      for (const element of /** @type {NodeListOf<HTMLElement>} */ (body.querySelectorAll('*'))) {
        if (!elements.includes(element.localName)) element.remove();
        for (const name of element.getAttributeNames()) if (!attributes.includes(name)) element.removeAttribute(name);
        for (const property of [...element.style]) if (!styles.some((/** @type {string} */ allowed) => property.startsWith(allowed))) element.style.removeProperty(property);
        const src = element.getAttribute('src');
        if (src && !schemes.includes(new URL(src).protocol)) element.removeAttribute('src');
      }
      return { whole, left: body.innerHTML };
    }, /** @type {[string, any]} */ ([code, FILTERS.canvas]));
    assert.match(filtered.whole, /^<iframe src=/);
    assert.equal(filtered.left, filtered.whole);
    for (const { code: other } of await codes(page)) assert.doesNotMatch(other, /<script|<byzantine/);
  }));

test('the versions that the pages name are those that the recipes are followed with', () => {
  const pinned = new Map(Object.entries(JSON.parse(readFileSync(new URL('package.json', LISTS), 'utf8')).dependencies));
  for (const line of readFileSync(new URL('requirements.txt', LISTS), 'utf8').trim().split('\n')) {
    const [name = '', version] = line.split('==');
    pinned.set(name, version);
  }
  const named = PAGES.flatMap((name) => {
    const text = readFileSync(new URL(`../../www/embed/${name}`, import.meta.url), 'utf8');
    return [...text.matchAll(/<data value="([^"]+)">([^<]+)<\/data>/g)].map(([, tool, version]) => [name, tool, version]);
  });
  assert.ok(named.length >= 10);
  for (const [name, tool, version] of named) assert.equal(pinned.get(tool ?? ''), version, `${name}: ${tool}`);
});
