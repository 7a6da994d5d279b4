// In a frame of other pages: the bar or less, keys, and the way to the whole page; sandboxed, hosted and as a file.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { SINGLE_FILE, atStep, boxOf, openHouse, part, ready, steps, until } from './harness.js';

/** @type {import('./harness.js').House} */
let house;
/** Course notes on someone's disk. */
const folder = mkdtempSync(join(tmpdir(), 'notes-'));
const NOTES = pathToFileURL(join(folder, 'notes.html')).href;
before(async () => {
  writeFileSync(join(folder, 'notes.html'), '<!doctype html><title>Notes</title>');
  house = await openHouse();
});
after(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const LINK = 'v=1&p=om&n=4&t=3&embed=1';
const CONTROLS = ['to-start', 'step-back', 'play', 'step', 'to-end', 'scrubber', 'open-full', 'share', 'n', 'legend'];

/** Which controls are seen. @param {import('./harness.js').Page | import('./harness.js').Frame} page */
async function seen(page) {
  const shown = await Promise.all(CONTROLS.map((id) => part(page, id).isVisible()));
  return CONTROLS.filter((_, i) => shown[i]);
}

/** @type {[string, string, number, string[]][]} */
const BARS = [
  ['the whole bar', '', 640, ['step-back', 'play', 'step', 'scrubber', 'open-full']],
  ['the whole bar, narrow', '', 400, ['play', 'scrubber', 'open-full']],
  ['controls=play', '&controls=play', 640, ['play', 'scrubber']],
  ['controls=none', '&controls=none', 640, []],
];
for (const where of /** @type {const} */ (['hosted', 'file'])) {
  for (const [name, more, width, wanted] of BARS) {
    test(`${name}: stage, words and controls, nothing else, nothing cut off (${where})`, () =>
      house[where]({ link: LINK + more, viewport: { width, height: 400 } }, async (page) => {
        await ready(page);
        assert.deepEqual(await seen(page), wanted);
        const [stage, words] = await Promise.all([boxOf(part(page, 'stage')), boxOf(page.locator('.narration'))]);
        assert.ok(stage && words && stage.width === width && words.width === width, JSON.stringify([stage, words]));
        assert.ok(words.height < 90 && stage.height + words.height >= (wanted.length > 0 ? 336 : 400), JSON.stringify([stage, words]));
        const { wide, high } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          high: document.documentElement.scrollHeight,
        }));
        assert.ok(wide <= width && high <= 400, `${wide} × ${high}`);
        await page.keyboard.press('ArrowRight');
        await atStep(page, 1);
      }));
  }
}

/** Puts a frame into another page. @param {import('./harness.js').Page} page @param {string} src @param {string | null} sandbox null: none @param {string} [size] */
async function framed(page, src, sandbox, size = 'inline-size: 640px; block-size: 420px') {
  await page.evaluate(
    ([address, rules, measures]) => {
      const frame = document.createElement('iframe');
      if (rules !== null) frame.setAttribute('sandbox', rules ?? '');
      frame.style.cssText = `${measures}; border: 0`;
      frame.src = address ?? '';
      document.body.append(frame);
    },
    [src, sandbox, size],
  );
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  assert.ok(frame);
  await ready(frame);
  return frame;
}

for (const [where, src] of /** @type {[string, () => string][]} */ ([
  ['hosted', () => `${house.host.site}byzantine-generals.html`],
  ['a file in a file', () => SINGLE_FILE],
])) {
  test(`in a sandbox that allows scripts alone, it plays by its bar and by keys (${where})`, () =>
    house.visit(where === 'hosted' ? `${house.host.origin}/lecture.html` : NOTES, {}, async (page) => {
      const frame = await framed(page, `${src()}#${LINK}`, 'allow-scripts');
      await part(frame, 'step').click();
      await atStep(frame, 1);
      await frame.locator('body').press('End');
      await atStep(frame, await steps(frame));
      await until(frame, 'the end told', () =>
        /decide/.test(document.querySelector('[data-testid="narration"]')?.textContent ?? ''),
      );
    }));
}

test('where new windows are allowed, “open” leads to the same scenario on the whole page', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    const frame = await framed(page, `${house.host.site}byzantine-generals.html#${LINK}&lang=zh`, 'allow-scripts allow-popups');
    await part(frame, 'step').click();
    await atStep(frame, 1);
    const fresh = page.waitForEvent('popup');
    await part(frame, 'open-full').click();
    const whole = await fresh;
    await ready(whole);
    const keys = new URLSearchParams(new URL(whole.url()).hash.slice(1));
    assert.deepEqual(Object.fromEntries(keys), { v: '1', p: 'om', n: '4', t: '3', at: '1', lang: 'zh' });
    await part(whole, 'share').waitFor();
  }));

test('where they are not, it opens in the frame', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page, record) => {
    const frame = await framed(page, `${house.host.site}byzantine-generals.html#${LINK}`, 'allow-scripts');
    await part(frame, 'open-full').click();
    await part(frame, 'share').waitFor();
    assert.equal(await frame.evaluate(() => /** @type {any} */ (window).generals.link()), 'v=1&p=om&n=4&t=3');
    // The browser says that it kept a window from opening, and that is all.
    record.problems = record.problems.filter((said) => !/allow-popups/.test(said));
  }));

test('a wheel over a map in a frame scrolls the page around it; with Ctrl it brings the map nearer', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    const frame = await framed(page, `${house.host.site}byzantine-generals.html#${LINK}`, 'allow-scripts');
    await page.evaluate(() => {
      document.body.style.minBlockSize = '3000px';
    });
    const whole = (await boxOf(part(frame, 'general-2'))).width;
    await part(frame, 'general-2').hover();
    await page.mouse.wheel(0, 200);
    await until(page, 'the page to scroll', () => window.scrollY > 0);
    assert.equal((await boxOf(part(frame, 'general-2'))).width, whole);
    await page.evaluate(() => window.scrollTo(0, 0));
    await part(frame, 'general-2').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await until(frame, 'the map to come nearer', (whole) => (document.querySelector('[data-testid="general-2"]')?.getBoundingClientRect().width ?? 0) > 1.5 * whole, whole);
  }));

/** Opens views, another run, a case and an edit in a frame. @param {import('./harness.js').Frame} frame */
async function wander(frame) {
  await part(frame, 'view-tree').click();
  await until(frame, 'the tree', () => document.body.dataset.view === 'tree');
  await part(frame, 'view-map').click();
  await frame.locator('[data-case="commander"]').click();
  await until(frame, 'the case', () => /** @type {any} */ (window).generals.link() === 'v=1&p=om&n=4&t=1&s=split');
  await frame.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=7&t=4'));
  await frame.locator('body').press('ArrowRight');
  await atStep(frame, 1);
}

test('in a frame nothing is a step of history: Back leaves the page around it', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    await page.setViewportSize({ width: 1300, height: 900 });
    for (const sandbox of ['allow-scripts', null]) {
      await page.evaluate(() => document.querySelector('iframe')?.remove());
      const frame = await framed(page, `${house.host.site}byzantine-generals.html#v=1&p=om&n=4&t=3`, sandbox, 'inline-size: 1280px; block-size: 800px');
      const before = await page.evaluate(() => history.length);
      await wander(frame);
      assert.equal(await page.evaluate(() => history.length), before);
    }
  }));

test('where the address cannot change, as in srcdoc, the state is kept in memory', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    await page.setViewportSize({ width: 1300, height: 900 });
    await page.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = 'inline-size: 1280px; block-size: 800px; border: 0';
      frame.srcdoc = await (await fetch(address)).text();
      document.body.append(frame);
    }, `${house.host.site}byzantine-generals.html`);
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    assert.ok(frame);
    await ready(frame);
    const before = await page.evaluate(() => history.length);
    await wander(frame);
    assert.equal(await frame.evaluate(() => /** @type {any} */ (window).generals.link()), 'v=1&p=om&n=7&t=4');
    assert.equal(await page.evaluate(() => history.length), before);
    assert.equal(await frame.evaluate(() => location.href), 'about:srcdoc');
  }));
