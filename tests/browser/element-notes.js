// Course notes of somebody else that have the element: another origin than the one it comes from.

import { serveDist } from './server.js';
import { until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */
/** @typedef {import('./harness.js').House} House */

/** What the notes write down of events and keys. */
const RECORDER = `<script>
  window.events = [];
  window.pressed = [];
  for (const type of ['byz:ready', 'byz:step', 'byz:verdict', 'byz:link'])
    addEventListener(type, ({ target, detail }) => events.push({ type, id: target.id, ...detail }));
  addEventListener('keydown', ({ key, keyCode, target }) => target === document && pressed.push({ key, keyCode }));
</script>`;

export const SCRIPT = 'embed.js';

/** @param {House} house */
export async function openNotes(house) {
  /** @type {Record<string, string>} */
  const pages = {};
  const host = await serveDist(pages);
  /** The page as its author writes it. @param {string} body @param {string} [script] */
  const written = (body, script = `<script src="${house.host.site}${SCRIPT}"></script>`) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">${RECORDER}${script}<body>${body}`;
  return {
    written,
    /** @param {Page} page @param {string} body */
    show(page, body) {
      pages['/notes.html'] = written(body);
      return page.goto(`${host.origin}/notes.html`);
    },
    /** @param {string} body @param {import('./harness.js').Reader} reader @param {(page: Page) => Promise<void>} look @param {string} [script] */
    read(body, reader, look, script) {
      pages['/notes.html'] = written(body, script);
      return house.visit(`${host.origin}/notes.html`, reader, look);
    },
    close: host.close,
  };
}

/** The frame of an element, when its run is open. @param {Page} page @param {number} [which] */
export async function frameOf(page, which = 0) {
  await opens(page, which);
  const frame = await (await page.locator('byzantine-generals iframe').nth(which).elementHandle())?.contentFrame();
  if (!frame) throw new Error('the element has no frame');
  return frame;
}

/** Waits until an element has a run. @param {Page} page @param {number} [which] */
export const opens = (page, which = 0) =>
  until(page, 'the run to open', (index) => /** @type {any} */ (document.querySelectorAll('byzantine-generals')[index])?.state, which);

/** Waits until the state of an element has these values. @param {Page} page @param {Record<string, unknown>} wanted @param {number} [which] */
export const stands = (page, wanted, which = 0) =>
  until(
    page,
    `the state ${JSON.stringify(wanted)}`,
    ([values, index]) => {
      const { state } = /** @type {any} */ (document.querySelectorAll('byzantine-generals')[/** @type {number} */ (index)]);
      return state && Object.entries(/** @type {object} */ (values)).every(([name, value]) => state[name] === value);
    },
    /** @type {const} */ ([wanted, which]),
  );

/** @param {Page} page @param {string} type @returns {Promise<any[]>} */
export const events = (page, type) => page.evaluate((wanted) => /** @type {any} */ (window).events.filter((/** @type {any} */ event) => event.type === wanted), type);
