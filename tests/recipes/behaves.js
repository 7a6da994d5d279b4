// What a run in an author's document must do, whatever tool made that.

import assert from 'node:assert/strict';
import { until } from '../browser/harness.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** However a tool brings it in. */
const COMES_MS = 120_000;

/** What an element says of its run. @typedef {{link: string, step: number, length: number}} State */

/**
 * Opens an address and hands the page over; afterwards nothing may have gone wrong in it.
 * @param {import('playwright-core').Browser} browser @param {string} address
 * @param {(page: Page) => Promise<void>} look @param {RegExp} [forgiven] complaints of the tool's own
 */
export async function opened(browser, address, look, forgiven) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !forgiven?.test(`${message.text()} ${message.location().url}`)) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(address);
    await look(page);
    assert.deepEqual(problems, [], 'what the page complained of');
  } finally {
    await context.close();
  }
}

/** The element shows the run it was given. @param {Page} page @param {string} [where] a selector of what holds it @returns {Promise<State>} */
export async function shows(page, where = 'body') {
  const run = page.locator(`${where} byzantine-generals`).first();
  await run.waitFor({ state: 'attached', timeout: COMES_MS });
  await run.scrollIntoViewIfNeeded();
  await until(page, 'byz:ready, after which the element has a state', stateOf, where);
  return /** @type {Promise<State>} */ (page.evaluate(stateOf, where));
}

/** Runs in the page; looks into shadow trees too, as themes make them. @param {string} [where] @returns {State | null} */
function stateOf(where = 'body') {
  /** @param {ParentNode} root @returns {Element | null} */
  function inside(root) {
    const found = root.querySelector('byzantine-generals');
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const below = shadowRoot && inside(shadowRoot);
      if (below) return below;
    }
    return null;
  }
  const holder = document.querySelector(where);
  const { state } = /** @type {{state?: State}} */ ((holder && inside(holder)) ?? {});
  return state?.length ? state : null;
}

/** Whether a frame is that of an element, or stands in the page by itself. @param {Frame} frame @returns {Promise<boolean>} */
async function isOfElement(frame) {
  const owner = await frame.frameElement();
  return owner.evaluate((element) => /** @type {ShadowRoot} */ (element.getRootNode()).host?.localName === 'byzantine-generals');
}

/** The frame of the first run of a kind, once it shows that. @param {Page} page @param {'element' | 'plain'} [kind] @returns {Promise<Frame>} */
export async function frameOf(page, kind = 'element') {
  const looks = 600;
  for (let look = 0; look < looks; look++) {
    for (const frame of page.frames().filter((each) => each.url().includes('byzantine-generals.html')))
      if ((await isOfElement(frame)) === (kind === 'element')) {
        await frame.getByTestId('stage').waitFor();
        await frame.getByTestId('general-1').waitFor();
        return frame;
      }
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  }
  return assert.fail('the run has no frame');
}

/** A frame is filled: its stage is seen and has a size. @param {Frame} frame */
export async function fills(frame) {
  const box = await frame.getByTestId('stage').boundingBox();
  assert.ok(box && box.width > 200 && box.height > 150, `the stage is seen: ${JSON.stringify(box)}`);
}

/** Where the run in a frame stands. @param {Frame} frame @returns {Promise<number>} */
export const cursorOf = (frame) => frame.evaluate(() => /** @type {any} */ (window).generals.session.cursor);

/** The whole of it, for documents that only show a run. @param {import('./types.js').Kitchen} kitchen @param {Page} page @param {string} [where] */
export async function behaves({ checked }, page, where) {
  const { link, length } = await shows(page, where);
  assert.match(link, /^v=1&p=om&n=4&t=3\b/, link);
  assert.ok(length > 0);
  const frame = await frameOf(page);
  await fills(frame);
  const { own, room } = await page.locator('byzantine-generals').first().evaluate((element) => ({
    own: element.getBoundingClientRect().width,
    room: /** @type {ShadowRoot} */ (element.getRootNode()).host?.clientWidth ?? element.parentElement?.clientWidth ?? 0,
  }));
  assert.ok(own <= room + 0.5, `it is no wider than where it stands: ${own} of ${room}`);
  checked('the element is there, byz:ready came, the frame shows its stage');
  const before = await cursorOf(frame);
  await page.locator('byzantine-generals').first().evaluate((element) => /** @type {any} */ (element).seek(3));
  await until(frame, 'seek(3) to be obeyed', () => /** @type {any} */ (window).generals.session.cursor === 3);
  checked(`seek(3) took it from step ${before} to 3`);
}
