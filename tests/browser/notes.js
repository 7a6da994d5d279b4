// Somebody's course notes, which have the page in a frame: what they hear of it, and what they ask for.

import assert from 'node:assert/strict';
import { until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./harness.js').Frame} Frame */

export const BOTH = /** @type {const} */ (['the single file in a sandbox', 'the hosted page of another origin']);
/** @typedef {typeof BOTH[number]} Kind */

/**
 * Puts a frame into a page, which keeps what it hears of it, and of nobody else, in `heard`.
 * @param {Page} page @param {{src?: string, srcdoc?: string, style?: string, sandbox?: string | null}} how
 */
export async function frameIn(page, { src, srcdoc, style = 'inline-size: 640px; block-size: 420px', sandbox = 'allow-scripts' }) {
  const handle = await page.evaluateHandle(
    ({ src, srcdoc, style, sandbox }) => {
      const frame = document.createElement('iframe');
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      frame.style.cssText = `${style}; border: 0`;
      /** @type {any[]} */
      const heard = [];
      Object.assign(window, { heard });
      addEventListener('message', ({ data, source }) => source === frame.contentWindow && heard.push(data));
      if (src !== undefined) frame.src = src;
      if (srcdoc !== undefined) frame.srcdoc = srcdoc;
      document.body.append(frame);
      return frame;
    },
    { src, srcdoc, style, sandbox },
  );
  const frame = await handle.contentFrame();
  assert.ok(frame);
  return frame;
}

/** All that was heard of some type, in order. @param {Page} page @param {string} type @returns {Promise<any[]>} */
export const heard = (page, type) => page.evaluate((wanted) => /** @type {any} */ (window).heard.filter((/** @type {any} */ data) => data.type === wanted), type);

/** Waits until something was heard with these values. @param {Page} page @param {Record<string, any>} wanted */
export const hears = (page, wanted) =>
  until(
    page,
    `to hear ${JSON.stringify(wanted)}`,
    (all) => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => Object.entries(all).every(([name, value]) => data[name] === value)),
    wanted,
  );

/** What was heard before is forgotten. @param {Page} page */
export const forget = (page) => page.evaluate(() => void (/** @type {any} */ (window).heard.length = 0));

/** Asks the first frame of the page for something. @param {Page} page @param {unknown} message */
export const ask = (page, message) => page.evaluate((sent) => document.querySelector('iframe')?.contentWindow?.postMessage(sent, '*'), message);

/** @param {string} type @param {object} [more] */
export const byz = (type, more = {}) => ({ type: `byz:${type}`, version: 1, ...more });
