// Sharing in Firefox: each kind of file is saved and is what it says, where the page is hosted and as a file; what is copied over plain http can be pasted.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as passed } from 'node:timers/promises';
import { firefox, launchFirefox } from './firefox.js';
import { SINGLE_FILE } from './harness.js';
import { serveDist } from './server.js';

/** @typedef {import('puppeteer-core').Page} Page */

const LINK = 'v=1&p=om&n=4&t=3';

/** What each kind begins with or has in it. @type {[string, (bytes: Buffer, text: string) => boolean][]} */
const KINDS = [
  ['png', (bytes) => bytes.toString('latin1', 1, 4) === 'PNG'],
  ['svg', (bytes, text) => bytes.length < 60_000 && /^<svg [^]*>General 2<[^]*<\/svg>\s*$/.test(text)],
  ['gif', (bytes, text) => text.startsWith('GIF89a') && bytes.length < 2_000_000],
  ['video', isVideo],
  ['page', (_, text) => text.includes(`<meta name="scenario" content="${LINK.replaceAll('&', '&amp;')}`)],
  ['tikz', (_, text) => text.includes('\\begin{tikzpicture}')],
  ['mermaid', (_, text) => text.startsWith('sequenceDiagram')],
  ['json', (_, text) => JSON.parse(text).link === LINK],
  ['itf', (_, text) => JSON.parse(text)['#meta'].format === 'ITF'],
  ['tsv', (_, text) => text.trimEnd().split('\n').length === 10],
];

/** What stands before the first picture is well made: players that are strict show nothing otherwise. @param {Buffer} bytes */
function isVideo(bytes) {
  const isWebm = bytes.readUInt32BE(0) === 0x1a45dfa3;
  const at = bytes.indexOf('avcC');
  if (isWebm || at < 0) return isWebm;
  const [version, , , , lengths, count, high, low, unit, profile] = bytes.subarray(at + 4);
  return version === 1 && lengths === 0xff && count === 0xe1 && (high << 8) + low > 4 && unit === 0x67 && profile !== 0x67;
}

/** @param {Page} page @param {string} id @param {{hasText?: string}} [how] */
const said = (page, id, { hasText = '' } = {}) =>
  page.waitForFunction((id, text) => document.querySelector(`[data-testid="${id}"]`)?.textContent?.includes(text), {}, id, hasText);

/** Where there is no room for two columns the arrow keys lead to the other one. @param {Page} page @param {string} address @param {number} [width] */
async function openShare(page, address, width = 1280) {
  await page.setViewport({ width, height: 800 });
  await page.goto(address);
  await page.waitForFunction(() => 'generals' in window);
  await page.click('[data-testid="share"]');
  if (width < 900) {
    await page.focus('[data-testid="share-tab-address"]');
    await page.keyboard.press('ArrowRight');
  }
  await page.waitForSelector('[data-testid="file-preview"][aria-busy="false"] > *');
}

/** @param {Page} page @param {string} kind */
async function choose(page, kind) {
  await page.$eval(`[data-testid="file-${kind}"]`, (radio) => /** @type {HTMLInputElement} */ (radio).click());
  await page.waitForSelector('[data-testid="file-preview"][aria-busy="false"] > *');
}

if (firefox) {
  const folder = mkdtempSync(join(tmpdir(), 'generals-'));
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveDist>>} */
  let host;
  before(async () => {
    host = await serveDist();
    browser = await launchFirefox({
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.always_ask_before_handling_new_types': false,
      'network.dns.localDomains': 'host.example',
    });
  });
  after(async () => {
    await browser.close();
    host.close();
    rmSync(folder, { recursive: true });
  });

  /** Saves what is chosen; what it is saved as. @param {Page} page */
  async function save(page) {
    await page.click('[data-testid="file-save"]');
    await page.waitForFunction(() => document.querySelector('.file-answer')?.textContent?.startsWith('Saved as'));
    const name = await page.$eval('[data-testid="file-save"]', (button) => button.textContent?.trim().split(' ').at(-1) ?? '');
    const path = join(folder, name);
    // Until then it is empty, and another file beside it grows.
    while (!existsSync(path) || statSync(path).size === 0 || existsSync(`${path}.part`)) await passed(20);
    const bytes = readFileSync(path);
    rmSync(path);
    return bytes;
  }

  for (const [where, width, address] of /** @type {const} */ ([
    ['hosted', 1280, () => host.site],
    ['as a file, on a tablet', 820, () => SINGLE_FILE],
  ]))
    test(`in Firefox, ${where}, each kind of file is saved and is what it says`, async () => {
      const page = await browser.newPage();
      /** @type {string[]} */
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await openShare(page, `${address()}#${LINK}&lang=en`, width);
      for (const [kind, isOne] of KINDS) {
        await choose(page, kind);
        const bytes = await save(page);
        assert.ok(isOne(bytes, bytes.toString()), `${kind}: ${bytes.toString('latin1', 0, 200)}`);
      }
      assert.deepEqual(problems, []);
      await page.close();
    });

  test('in Firefox over plain http what is copied can be pasted, runs as others have them too, and a video is recorded', async () => {
    const page = await browser.newPage();
    await openShare(page, `${host.site.replace('127.0.0.1', 'host.example')}#v=1&p=om&n=3&m=0&at=1&lang=en`);
    assert.deepEqual(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator]), [false, false]);
    await page.click('dialog.share .copy');
    await page.click('[data-testid="paste"] > summary');
    await page.focus('[data-testid="paste-text"]');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await said(page, 'paste-link', { hasText: 'v=1&p=om&n=3&m=0' });
    await page.$eval('[data-testid="paste-text"]', (field) => /** @type {HTMLTextAreaElement} */ (field).select());
    await page.keyboard.type('LTLL RETREAT');
    await said(page, 'paste-link', { hasText: 'v=1&p=om&n=4&o=R&t=2' });
    await choose(page, 'video');
    await page.waitForFunction(() => document.querySelector('.share-files')?.textContent?.includes('recorded as it plays'));
    assert.ok(isVideo(await save(page)));
    await page.close();
  });
}
