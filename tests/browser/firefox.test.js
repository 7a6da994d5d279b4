// The page opens and plays in Firefox too, where one is found on the machine.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { SINGLE_FILE } from './harness.js';
import { serveDist, SUB_PATH } from './server.js';

const LINK = '#v=1&p=om&n=4&t=3';

/** Course notes on the same host. */
const NOTES = `<!doctype html><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,"><style>:root { color-scheme: dark }</style>
<script src="${SUB_PATH}embed.js"></script><byzantine-generals scenario="v=1&p=om&n=4&t=3" keys="host"></byzantine-generals>`;

function findFirefox() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['firefox', 'firefox-esr', 'firefox.exe'];
  const candidates = [
    process.env.FIREFOX ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return candidates.find((candidate) => candidate !== '' && existsSync(candidate));
}

const firefox = findFirefox();
if (firefox) {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveDist>>} */
  let host;
  before(async () => {
    host = await serveDist({ '/notes.html': NOTES });
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefox,
      // As every reader's Firefox has it; the driver would relax it and hide a broken file.
      extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
    });
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
} else {
  console.log('Firefox not found: not tried');
}
