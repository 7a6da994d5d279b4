// How long a reader waits for the page: from its file, and over the network of a slow phone, beside an older build where one is given.

import { pathToFileURL } from 'node:url';
import { SINGLE_FILE } from '../browser/harness.js';
import { serveDist } from '../browser/server.js';
import { median, print } from './median.js';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {{picture: number, interactive: number, bytes: number, requests: number}} Arrival Milliseconds; requests after the page itself. */

const RUNS = 7;

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** A slow mobile network, and a processor so many times slower. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER = 4;

/**
 * Opens an address in a browser that has never seen it, until a frame is drawn in which the page takes orders.
 * @param {Browser} browser @param {string} address @param {{width: number, height: number}} viewport
 * @param {(page: import('playwright-core').Page) => Promise<void>} [prepare]
 * @returns {Promise<Arrival>}
 */
async function arrive(browser, address, viewport, prepare) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript(() => {
    // The page offers its scripting hook once it takes orders: note the first frame that sees it.
    const look = () => {
      if ('generals' in window) performance.mark('interactive');
      else requestAnimationFrame(look);
    };
    look();
  });
  await prepare?.(page);
  await page.goto(address, { waitUntil: 'commit' });
  const arrival = await page.evaluate(async () => {
    /** @param {string} type @param {string} name @returns {Promise<number>} */
    const entry = (type, name) =>
      new Promise((found) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName(name);
          if (first) found(first.startTime);
        }).observe({ type, buffered: true });
      });
    const picture = await entry('paint', 'first-contentful-paint');
    const interactive = await entry('mark', 'interactive');
    /** What is asked for later is no part of the first load. @param {string} type */
    const loaded = (type) =>
      /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType(type)).filter((entry) => entry.startTime < interactive);
    const files = loaded('resource');
    const bytes = [...loaded('navigation'), ...files].reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return { picture, interactive, bytes, requests: files.length };
  });
  await context.close();
  return arrival;
}

/** @param {Arrival[]} arrivals @param {keyof Arrival} what */
const middle = (arrivals, what) => median(arrivals.map((arrival) => arrival[what]));

/** @param {Browser} browser */
export async function fromFile(browser) {
  const arrivals = [];
  for (let run = 0; run < RUNS; run++) arrivals.push(await arrive(browser, SINGLE_FILE, DESK));
  print({ name: 'first paint', median_ms: middle(arrivals, 'picture') });
  print({ name: 'interactive', median_ms: middle(arrivals, 'interactive') });
}

/** @param {import('playwright-core').Page} page */
async function slowly(page) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', NETWORK);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** The builds by turns, so that what else the machine does meanwhile falls on both. @param {Browser} browser */
export async function onSlowPhone(browser) {
  const older = process.env.AGAINST;
  /** @type {{folder: URL | undefined, arrivals: Arrival[]}[]} */
  const builds = [{ folder: undefined, arrivals: [] }];
  if (older) builds.push({ folder: pathToFileURL(`${older}/`), arrivals: [] });
  const hosts = await Promise.all(builds.map(({ folder }) => serveDist({}, { folder, compresses: true })));
  for (let run = 0; run < RUNS; run++)
    for (const [i, { arrivals }] of builds.entries()) arrivals.push(await arrive(browser, hosts[i]?.site ?? '', PHONE, slowly));
  for (const host of hosts) host.close();
  for (const [i, { arrivals }] of builds.entries()) {
    const where = i === 0 ? 'slow phone' : 'slow phone, older build';
    print({ name: `${where}: first picture`, median_ms: middle(arrivals, 'picture') });
    print({ name: `${where}: interactive`, median_ms: middle(arrivals, 'interactive') });
    print({ name: `${where}: first load`, value: middle(arrivals, 'bytes') / 1000, unit: 'KB' });
    print({ name: `${where}: requests`, value: middle(arrivals, 'requests'), unit: '' });
  }
  const [now, before] = builds.map(({ arrivals }) => middle(arrivals, 'interactive'));
  if (now !== undefined && before !== undefined) print({ name: 'slow phone: interactive, of the older build’s', value: now / before, unit: '' });
}
