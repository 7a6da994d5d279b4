// Drives the built page in Chromium: hosted under a sub-path, as a file, or in a sandboxed frame.
// Whatever the page logs, throws, asks for or is forbidden is collected, and a visit fails on it.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { DIST, serveDist } from './server.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** Only the page under test may use the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const SINGLE_FILE = new URL('byzantine-generals.html', DIST).href;

function program() {
  const found = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!found) throw new Error('No Chromium was found: `cargo xtask test browser` installs one.');
  return found;
}

export function launch() {
  return chromium.launch({ executablePath: program(), args: FLAGS });
}

/**
 * What a visit may change about the reader's browser.
 * @typedef {{
 *   link?: string,
 *   locale?: string,
 *   colorScheme?: 'light' | 'dark',
 *   reducedMotion?: 'reduce' | 'no-preference',
 *   viewport?: {width: number, height: number},
 *   touch?: boolean,
 *   scale?: number,
 *   forced?: boolean,
 *   saving?: boolean,
 * }} Reader
 */

/** @typedef {{ problems: string[], requests: string[] }} Record */

/** @typedef {Awaited<ReturnType<typeof openHouse>>} House */

/** The browser, the host, and ways to visit the page. Close it after the last test. */
export async function openHouse() {
  const host = await serveDist({ '/lecture.html': '<!doctype html><title>Lecture</title><link rel="icon" href="data:,">' });
  const browser = await launch();

  /**
   * Opens an address and hands the page over; afterwards nothing may have gone wrong.
   * @param {string} address
   * @param {Reader} reader
   * @param {(page: Page, record: Record) => Promise<void>} look
   */
  async function visit(address, reader, look) {
    const context = await browser.newContext({
      locale: reader.locale ?? 'en-GB',
      colorScheme: reader.colorScheme ?? 'light',
      reducedMotion: reader.reducedMotion ?? 'no-preference',
      viewport: reader.viewport ?? { width: 1280, height: 800 },
      hasTouch: reader.touch ?? false,
      deviceScaleFactor: reader.scale ?? 1,
      forcedColors: reader.forced ? 'active' : 'none',
    });
    try {
      // Who saves data is sent nothing that he did not ask for.
      if (reader.saving)
        await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
      const page = await context.newPage();
      const record = listen(page);
      await page.goto(reader.link ? `${address}#${reader.link}` : address);
      await look(page, record);
      assert.deepEqual(record.problems, [], 'what the page logged, threw or was refused');
    } finally {
      await context.close();
    }
  }

  return {
    host,
    visit,
    /** @param {Reader} reader @param {(page: Page, record: Record) => Promise<void>} look */
    hosted: (reader, look) => visit(host.site, reader, look),
    /** @param {Reader} reader @param {(page: Page, record: Record) => Promise<void>} look */
    file: (reader, look) => visit(SINGLE_FILE, reader, look),
    close: async () => {
      await browser.close();
      host.close();
    },
  };
}

/** @param {Page} page @returns {Record} */
export function listen(page) {
  /** @type {Record} */
  const record = { problems: [], requests: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      record.problems.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => record.problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => record.requests.push(request.url()));
  page.on('requestfailed', (request) => {
    // What a page was fetching for later when it was left or loaded again is missed by nobody.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') record.problems.push(`not loaded: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) record.problems.push(`${response.status()}: ${response.url()}`);
  });
  return record;
}

/**
 * The element with a test id.
 * @param {Page | Frame} page @param {string} id
 */
export const part = (page, id) => page.getByTestId(id);

/** Where something is, once it is seen: what a click opens is drawn a frame later. @param {import('playwright-core').Locator} locator */
export async function boxOf(locator) {
  await locator.waitFor();
  const box = await locator.boundingBox();
  assert.ok(box, 'it is seen');
  return box;
}

/**
 * Makes a choice in a list, among radio buttons or among buttons: each has the link's values.
 * @param {Page} page @param {string} id @param {string} value
 */
export async function choose(page, id, value) {
  const control = part(page, id);
  const kind = await control.evaluate((element) => element.tagName);
  if (kind === 'SELECT') await control.selectOption(value);
  else await control.locator(`[value="${value}"]`).click();
}

/** The page shows its first scenario and takes orders. @param {Page | Frame} page */
export async function ready(page) {
  await part(page, 'general-1').waitFor();
  await until(page, 'the scripting hook to be there', () => 'generals' in window);
}

/**
 * Waits until something holds in the page, looking once a frame.
 * @template A
 * @param {Page | Frame} page
 * @param {string} what is waited for, in words
 * @param {(argument: A) => unknown} holds runs in the page
 * @param {A} [argument]
 */
export async function until(page, what, holds, argument) {
  const frames = 1200;
  for (let frame = 0; frame < frames; frame++) {
    if (await page.evaluate(/** @type {any} */ (holds), argument)) return;
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  }
  assert.fail(`waited in vain for ${what}`);
}

/** Where the run stands. @param {Page | Frame} page @returns {Promise<number>} */
export const cursor = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session.cursor);

/** How many steps the run has. @param {Page | Frame} page @returns {Promise<number>} */
export const steps = (page) => page.evaluate(() => /** @type {any} */ (window).generals.session.length);

/** @param {Page | Frame} page @param {number} step */
export const atStep = (page, step) =>
  until(
    page,
    `step ${step}`,
    (wanted) => /** @type {any} */ (window).generals.session.cursor === wanted,
    step,
  );

/** The keys of the page's address. @param {Page} page */
export const keys = (page) => new URLSearchParams(new URL(page.url()).hash.slice(1));

/**
 * Waits until a key of the address has a value; null: until it is gone.
 * @param {Page} page @param {string} key @param {string | null} value
 */
export const addressSays = (page, key, value) =>
  until(
    page,
    `${key}=${value} in the address`,
    ([name, wanted]) => new URLSearchParams(location.hash.slice(1)).get(name ?? '') === wanted,
    [key, value],
  );

/** Waits until a part of the page says something. @param {Page | Frame} page @param {string} id @param {string} words */
export const says = (page, id, words) =>
  until(
    page,
    `${id} to say: ${words}`,
    ([where, wanted]) => {
      // Spaces of any width, and where no line may break, are read alike.
      const plain = (/** @type {string} */ text) => text.replace(/\u2060/g, '').replace(/\s/g, ' ');
      return plain(document.querySelector(`[data-testid="${where}"]`)?.textContent ?? '').includes(plain(wanted));
    },
    /** @type {[string, string]} */ ([id, words]),
  );

/** What the laboratory found is played: the map opens with it. @param {Page | Frame} page @returns {Promise<any>} its verdict */
export async function play(page) {
  await part(page, 'lab-play').click();
  await part(page, 'lab').waitFor({ state: 'hidden' });
  await ready(page);
  return page.evaluate(() => /** @type {any} */ (window).generals.session.verdict());
}
