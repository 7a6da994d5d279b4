// The page opens and plays in Firefox too, where one is found on the machine.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EVERY } from './every.js';
import { firefox, launchFirefox } from './firefox.js';
import { SINGLE_FILE } from './harness.js';
import { QUESTIONS } from './lesson-steps.js';
import { PAGES, sameAnswers } from './same-answers.js';
import { serveDist, SUB_PATH } from './server.js';

const LINK = '#v=1&p=om&n=4&t=3';

/** Course notes on the same host. */
const NOTES = `<!doctype html><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,"><style>:root { color-scheme: dark }</style>
<script src="${SUB_PATH}embed.js"></script><byzantine-generals scenario="v=1&p=om&n=4&t=3" keys="host"></byzantine-generals>`;

if (firefox) {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveDist>>} */
  let host;
  before(async () => {
    host = await serveDist({ '/lecture.html': '<!doctype html><title>Lecture</title>', '/notes.html': NOTES, ...PAGES });
    browser = await launchFirefox();
  });
  after(async () => {
    await browser.close();
    host.close();
  });

  for (const [where, address] of /** @type {const} */ ([
    ['hosted', () => host.site],
    ['as a file', () => SINGLE_FILE],
  ])) {
    test(`in Firefox, ${where}, it opens and goes to the decision`, async () => {
      const page = await browser.newPage();
      /** @type {string[]} */
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.goto(address() + LINK);
      const toEnd = await page.waitForSelector('[data-testid="to-end"]', { visible: true });
      await page.waitForFunction(() => 'generals' in window);
      await toEnd?.click();
      await page.waitForFunction(() => {
        const { session } = /** @type {any} */ (window).generals;
        return session.cursor === session.length;
      });
      const generals = await page.$$('[data-testid^="general-"]');
      assert.equal(generals.length, 4);
      assert.deepEqual(problems, []);
      await page.close();
    });
  }

  test('in Firefox every protocol opens at its end, and every figure of a run', async () => {
    const page = await browser.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    for (const link of EVERY) {
      await page.goto('about:blank');
      await page.goto(`${host.site}#${link}&lang=en`);
      await page.waitForFunction(() => 'generals' in window);
      if (link.includes('view=')) await page.waitForFunction(() => document.body.dataset.view !== 'map');
      assert.deepEqual(problems, [], link);
    }
    await page.close();
  });

  test('in Firefox a lesson goes on to its question, and what happened is shown', async () => {
    const page = await browser.newPage();
    const { id, k } = QUESTIONS[0];
    await page.goto(`${host.site}#lesson=${id}&beat=${k - 1}&lang=en`);
    await (await page.waitForSelector('[data-testid="lesson-next"]', { visible: true }))?.click();
    await (await page.waitForSelector('[data-testid="lesson-choice-1"]', { visible: true }))?.click();
    await page.waitForSelector('[data-testid="lesson-reveal"] [data-told]');
    await page.waitForFunction((beat) => location.hash.includes(`beat=${beat}`), {}, k);
    await page.close();
  });

  test('in Firefox a hundred thousand links made by lot have the same answers as natively', async () => {
    const page = await browser.newPage();
    await page.goto(`${host.origin}/answers.html`);
    await page.waitForFunction(() => 'digestOf' in window);
    await sameAnswers((run, turn) => page.evaluate(run, turn));
    await page.close();
  });

  test('in Firefox, in a sandbox in a page, loaded out of sight, it is whole when it is shown, and a deck has its keys', async () => {
    const page = await browser.newPage();
    await page.goto(`${host.origin}/lecture.html`);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = 'display: none; inline-size: 640px; block-size: 420px';
      frame.src = src;
      /** @type {any[]} */
      const heard = [];
      Object.assign(window, { heard });
      addEventListener('message', ({ data, source }) => source === frame.contentWindow && heard.push(data));
      document.body.append(frame);
    }, `${host.site}byzantine-generals.html${LINK}&embed=1&autoplay=1&loop=1&keys=host`);
    /** @param {Record<string, any>} wanted */
    const hears = (wanted) =>
      page.waitForFunction((all) => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => Object.entries(all).every(([name, value]) => data[name] === value)), {}, wanted);
    await hears({ type: 'byz:ready', step: 0 });
    await page.evaluate(() => document.querySelector('iframe')?.style.setProperty('display', 'block'));
    await hears({ type: 'byz:playing', playing: true });
    await hears({ type: 'byz:step', step: 2 });
    await hears({ type: 'byz:resize' });
    const frame = await (await page.$('iframe'))?.contentFrame();
    await (await frame?.$('[data-testid="general-2"]'))?.click();
    await page.keyboard.press('ArrowRight');
    await hears({ type: 'byz:key', key: 'ArrowRight', keyCode: 39 });
    // Further down the page it waits.
    await page.evaluate(() => (document.body.style.paddingBlock = '3000px'));
    await hears({ type: 'byz:playing', playing: false });
    await page.close();
  });

  test('in Firefox the element opens its run, in the colours of the page, obeys, and passes keys on', async () => {
    const page = await browser.newPage();
    await page.goto(`${host.origin}/notes.html`);
    /** @param {number} step */
    const stands = (step) => page.waitForFunction((wanted) => /** @type {any} */ (document.querySelector('byzantine-generals')).state?.step === wanted, {}, step);
    await stands(0);
    const frame = page.frames().find((one) => one !== page.mainFrame());
    assert.ok(frame);
    assert.equal(await frame.evaluate(() => getComputedStyle(document.body).colorScheme), 'dark');
    await page.evaluate(() => /** @type {any} */ (document.querySelector('byzantine-generals')).seek(3));
    await stands(3);
    await page.evaluate(() => {
      const heard = Object.assign(window, { pressed: /** @type {number[]} */ ([]) }).pressed;
      document.addEventListener('keydown', ({ keyCode }) => heard.push(keyCode));
    });
    const stage = await frame.waitForSelector('[data-testid="stage"]');
    await stage?.click({ offset: { x: 5, y: 5 } });
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => /** @type {any} */ (window).pressed.join() === '34');
    await page.close();
  });
}
