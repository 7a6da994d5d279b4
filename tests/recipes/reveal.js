// reveal.js: the element and the plain frame in a deck, and the deck's keys after a click into them.

import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../browser/harness.js';
import { cursorOf, fills, frameOf, opened, shows } from './behaves.js';
import { piece } from './pasted.js';
import { packaged, packageVersion, served, write } from './tools.js';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Record<string, string>} code */
const deck = (code) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Deck</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="dist/reveal.css">
<link rel="stylesheet" href="dist/theme/white.css">
</head>
<body>
<div class="reveal"><div class="slides">
<section><h2>Before</h2></section>
${piece(code, 'slide.html')}
<section><h2>Between</h2></section>
${piece(code, 'frame.html')}
<section><h2>After</h2></section>
</div></div>
${piece(code, 'script.html')}
<script type="module">
import Reveal from './dist/reveal.mjs';
window.deck = new Reveal({ transition: 'none' });
await deck.initialize();
</script>
</body>
</html>
`;

/** @param {Page} page @param {number} slide */
const atSlide = (page, slide) =>
  until(page, `slide ${slide}`, (wanted) => /** @type {any} */ (window).deck?.getIndices().h === wanted, slide);

/** Clicks into the run as a reader does, beside all buttons. @param {Page} page */
async function clickInto(page) {
  const frame = await frameOf(page);
  const box = await (await frame.frameElement()).boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + 12, box.y + 12);
  await until(page, 'the frame to have the focus', () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return ['IFRAME', 'BYZANTINE-GENERALS'].includes(active?.tagName ?? '');
  });
}

/** @type {import('./types.js').Recipe} */
export const reveal = {
  name: 'reveal.js',
  version: () => packageVersion('reveal.js'),
  cook: async ({ browser, folder, pasted, checked }) => {
    await write(folder, { 'index.html': deck(await pasted('reveal')) });
    await cp(packaged('reveal.js/dist'), join(folder, 'dist'), { recursive: true });
    await served(folder, (origin) =>
      opened(browser, `${origin}/index.html`, async (page) => {
        await atSlide(page, 0);
        await page.keyboard.press('ArrowRight');
        await atSlide(page, 1);
        await shows(page, '.present');
        const frame = await frameOf(page);
        await fills(frame);
        checked('the run shows on its slide');
        for (const [key, slide] of /** @type {[string, number][]} */ ([['ArrowRight', 2], ['PageDown', 2], ['Space', 2], ['ArrowLeft', 0]])) {
          await clickInto(page);
          await page.keyboard.press(key);
          await atSlide(page, slide);
          await page.evaluate(() => /** @type {any} */ (window).deck.slide(1));
          await atSlide(page, 1);
        }
        await clickInto(page);
        await page.keyboard.press('Escape');
        await until(page, 'the overview', () => /** @type {any} */ (window).deck.isOverview());
        await page.evaluate(() => /** @type {any} */ (window).deck.toggleOverview(false));
        assert.equal(await cursorOf(frame), 0, 'no key stepped the run');
        checked('after a click into it ArrowRight, PageDown, Space and ArrowLeft turn slides, Escape opens the overview');
        await page.locator('.present byzantine-generals').evaluate((element) => /** @type {any} */ (element).play());
        await until(frame, 'the run to play', () => /** @type {any} */ (window).generals.session.cursor > 0);
        await page.evaluate(() => /** @type {any} */ (window).deck.slide(2));
        const left = await settled(page, frame);
        await page.evaluate(() => /** @type {any} */ (window).deck.slide(3));
        await atSlide(page, 3);
        const plain = await frameOf(page, 'plain');
        await fills(plain);
        await until(plain, 'it to play with its slide', () => /** @type {any} */ (window).generals.session.cursor > 0);
        assert.equal(await cursorOf(frame), left, 'a run whose slide was left stands still');
        checked('a run pauses when its slide is left; the plain frame plays when its slide comes');
      }),
    );
  },
};

/** Where a run stands once it stands: the same in two looks a messenger's way apart. @param {Page} page @param {import('./behaves.js').Frame} frame */
async function settled(page, frame) {
  let [before, now] = [-1, await cursorOf(frame)];
  while (before !== now) {
    await page.waitForTimeout(2500);
    [before, now] = [now, await cursorOf(frame)];
  }
  return now;
}
