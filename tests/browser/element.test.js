// The element in other people's pages: wherever its script comes from, by attributes, properties, methods and events.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { events, frameOf, openNotes, opens, SCRIPT, stands } from './element-notes.js';
import { boxOf, openHouse, part, until } from './harness.js';
import { DIST } from './server.js';

/** @type {import('./harness.js').House} */
let house;
/** @type {Awaited<ReturnType<typeof openNotes>>} */
let notes;
const folder = mkdtempSync(join(tmpdir(), 'element-'));
before(async () => {
  house = await openHouse();
  notes = await openNotes(house);
});
after(async () => {
  notes.close();
  await house.close();
  rmSync(folder, { recursive: true });
});

const LINK = 'v=1&p=om&n=4&t=3';
const ELEMENT = `<byzantine-generals id="one" scenario="${LINK}"></byzantine-generals>`;

/** @param {import('./harness.js').Page} page @param {string} script with `element` */
const run = (page, script) => page.evaluate(`{ const element = document.querySelector('byzantine-generals'); ${script} }`);

/** @param {import('./harness.js').Page} page @returns {Promise<string>} */
const src = (page) => page.locator('byzantine-generals iframe').evaluate((frame) => /** @type {HTMLIFrameElement} */ (frame).src);

test('from another origin, under its path: a frame in a sandbox, with a name, that opens the run and says so', () =>
  notes.read(ELEMENT, {}, async (page) => {
    const frame = await frameOf(page);
    const made = await page.locator('byzantine-generals iframe').evaluate((node) => Object.fromEntries(['sandbox', 'allow', 'title'].map((name) => [name, node.getAttribute(name)])));
    assert.deepEqual(made, { sandbox: 'allow-scripts allow-downloads', allow: 'fullscreen; clipboard-write', title: 'Byzantine Generals' });
    assert.ok((await src(page)).startsWith(`${house.host.site}byzantine-generals.html#`));
    const [ready] = await events(page, 'byz:ready');
    assert.deepEqual(ready, { type: 'byz:ready', id: 'one', link: LINK, step: 0, length: 10, verdict: null });
    await part(frame, 'step').click();
    await stands(page, { step: 1 });
    await run(page, 'element.seek(10)');
    await stands(page, { step: 10 });
    const [verdict] = await events(page, 'byz:verdict');
    assert.equal(verdict.verdict.agreement.holds, true);
    await run(page, 'element.seek(0); element.play()');
    await stands(page, { step: 2 });
    await run(page, 'element.pause()');
    await part(frame, 'play').and(frame.locator('[aria-pressed="false"], :not([aria-pressed])')).waitFor();
  }));

test('from disk', async () => {
  writeFileSync(join(folder, 'notes.html'), notes.written(ELEMENT, `<script src="${new URL(SCRIPT, DIST).href}"></script>`));
  await house.visit(pathToFileURL(join(folder, 'notes.html')).href, {}, async (page) => {
    await opens(page);
    await run(page, 'element.seek(3)');
    await stands(page, { step: 3, link: LINK });
  });
});

test('what its attributes say is what its frame shows', () =>
  notes.read(`<byzantine-generals scenario="${LINK}&amp;lang=en" lang="zh" controls="play" theme="dark" until="4" speed="2" loop keys="host"></byzantine-generals>`, {}, async (page) => {
    const frame = await frameOf(page);
    assert.equal((await src(page)).split('#')[1], `embed=1&controls=play&lang=zh&theme=dark&loop=1&until=4&speed=2&keys=host&${LINK}`);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), 'zh-Hans');
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme ?? document.body.dataset.theme), 'dark');
    assert.equal(await part(frame, 'step').isVisible(), false);
    assert.equal(await page.locator('byzantine-generals iframe').getAttribute('title'), '拜占庭将军问题');
  }));

/** A page of the same host, from which modules may be loaded. @param {string} body @param {(page: import('./harness.js').Page) => Promise<void>} look */
const ownPage = (body, look) =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), body);
    await look(page);
  });

test('attributes are properties, also those that were set before the script came; scripts that come twice do no harm', () =>
  ownPage(
    ELEMENT,
    async (page) => {
      await run(page, "element.scenario = 'v=1&n=7&m=2'; element.controls = 'none'; element.autoplay = false;");
      for (const kind of ['script', 'script', 'module'])
        await page.addScriptTag(kind === 'script' ? { url: house.host.site + SCRIPT } : { url: `${house.host.site}embed.mjs`, type: 'module' });
      await stands(page, { link: 'v=1&p=om&n=7&m=2' });
      assert.deepEqual(await run(page, "[element.getAttribute('scenario'), element.controls, element.autoplay, element.until, element.hasAttribute('autoplay')]"), ['v=1&n=7&m=2', 'none', false, null, false]);
      await run(page, "element.loop = true; element.until = 3; element.controls = null;");
      assert.deepEqual(await run(page, "[element.getAttribute('loop'), element.until, element.loop, element.hasAttribute('controls')]"), ['', '3', true, false]);
    },
  ));

test('a module: its default export is a widget of notebooks', () =>
  ownPage(
    '<div id="cell"></div>',
    async (page) => {
      await page.evaluate(async (address) => {
        /** @type {Record<string, any>} */
        const traits = { scenario: 'v=1&n=4&t=1', controls: 'play', height: 300, loop: false, state: null };
        /** @type {Map<string, () => void>} */
        const listeners = new Map();
        const model = {
          saved: 0,
          get: (/** @type {string} */ name) => traits[name],
          set: (/** @type {string} */ name, /** @type {any} */ value) => void (traits[name] = value),
          save_changes: () => void model.saved++,
          on: (/** @type {string} */ event, /** @type {() => void} */ listener) => void listeners.set(event, listener),
          off: (/** @type {string} */ event) => void listeners.delete(event),
        };
        const { default: widget } = await import(address);
        const end = widget.render({ model, el: document.getElementById('cell') });
        Object.assign(window, { traits, listeners, model, end });
      }, `${house.host.site}embed.mjs`);
      await stands(page, { link: 'v=1&p=om&n=4&t=1' });
      await until(page, 'the state in the model', () => /** @type {any} */ (window).traits.state?.length === 10 && /** @type {any} */ (window).model.saved > 0);
      assert.equal((await boxOf(page.locator('byzantine-generals'))).height, 300);
      await page.evaluate(() => {
        const { traits, listeners } = /** @type {any} */ (window);
        traits.scenario = 'v=1&n=5&t=2';
        listeners.get('change:scenario')();
      });
      await stands(page, { link: 'v=1&p=om&n=5&t=2' });
      await page.evaluate(() => /** @type {any} */ (window).end());
      assert.deepEqual(await page.evaluate(() => [document.querySelectorAll('byzantine-generals').length, /** @type {any} */ (window).listeners.size]), [0, 0]);
    },
  ));

test('another scenario opens without loading anything again', () =>
  notes.read(ELEMENT, {}, async (page) => {
    const frame = await frameOf(page);
    await frame.evaluate(() => Object.assign(window, { same: true }));
    await run(page, "element.scenario = 'v=1&p=om&n=7&m=2&t=3.6'");
    await stands(page, { link: 'v=1&p=om&n=7&m=2&t=3.6', step: 0 });
    assert.equal(await frame.evaluate(() => /** @type {any} */ (window).same), true);
    assert.equal((await events(page, 'byz:link')).length, 1);
  }));

test('moved to another place of the page it goes on where it stood; removed it leaves nothing', () =>
  notes.read(`${ELEMENT}<div id="elsewhere"></div>`, {}, async (page) => {
    const frame = await frameOf(page);
    await frame.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=5&t=2'));
    await stands(page, { link: 'v=1&p=om&n=5&t=2' });
    await run(page, 'element.seek(3)');
    await stands(page, { step: 3 });
    await run(page, "window.events.length = 0; document.getElementById('elsewhere').append(element)");
    await until(page, 'it to open again', () => /** @type {any} */ (window).events.some((/** @type {any} */ { type, step, link }) => type === 'byz:ready' && step === 3 && link === 'v=1&p=om&n=5&t=2'));
    await run(page, 'element.remove()');
    assert.equal(await page.evaluate(() => window.length), 0);
  }));

test('nothing of it is a step of the history of the page around', () =>
  notes.read(`${ELEMENT}<div id="elsewhere"></div>`, {}, async (page) => {
    const before = await page.evaluate(() => history.length);
    await opens(page);
    await run(page, "element.scenario = 'v=1&n=5'");
    await stands(page, { link: 'v=1&p=om&n=5' });
    await run(page, "window.events.length = 0; element.controls = 'none'");
    await until(page, 'it to open again', () => /** @type {any} */ (window).events.length > 0);
    await run(page, "window.events.length = 0; document.getElementById('elsewhere').append(element)");
    await until(page, 'it to open again', () => /** @type {any} */ (window).events.length > 0);
    assert.equal(await page.evaluate(() => history.length), before);
  }));

test('who writes while it loads goes on writing', () =>
  notes.read(`<input autofocus>${ELEMENT}`, {}, async (page) => {
    await page.locator('input').focus();
    await opens(page);
    await page.keyboard.type('notes');
    assert.equal(await page.locator('input').inputValue(), 'notes');
  }));

test('in a page that is itself in srcdoc', () =>
  notes.read('<iframe style="inline-size: 700px; block-size: 600px"></iframe>', {}, async (page) => {
    await page.locator('iframe').evaluate((frame, html) => void (/** @type {HTMLIFrameElement} */ (frame).srcdoc = html), notes.written(ELEMENT));
    await until(page, 'the run in the inner page', () => /** @type {any} */ (document.querySelector('iframe')?.contentDocument?.querySelector('byzantine-generals'))?.state?.length === 10);
  }));
