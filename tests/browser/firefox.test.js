// The page opens and plays in Firefox too, where one is found on the machine.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { SINGLE_FILE } from './harness.js';
import { serveDist } from './server.js';

const LINK = '#v=1&p=om&n=4&t=3';

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
    host = await serveDist();
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
} else {
  console.log('Firefox not found: not tried');
}
