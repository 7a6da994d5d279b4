// The engine really traps: the reader is told, and goes on where he was, with another one.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atStep, cursor, keys, openHouse, part, ready, says, until } from './harness.js';

/** @typedef {import('./harness.js').Page} Page */

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** The reader steps on, and that reads where no memory is: a trap. @param {Page} page */
const stepIntoTrap = (page) =>
  page.evaluate(() => {
    /** @type {any} */ (window).generals.session.__wbg_ptr = 0xfffffff0;
    /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="step"]'))?.click();
  });

/** What was thrown is the trap, and nothing else went wrong. @param {import('./harness.js').Record} record */
function onlyBroke(record) {
  assert.ok(record.problems.length > 0, 'a trap is no secret to consoles');
  for (const problem of record.problems) assert.match(problem, /the engine broke off/);
  record.problems.length = 0;
}

/** Traps while the reader steps on; another engine takes over. @param {Page} page @param {import('./harness.js').Record} record @param {string} words */
async function trapAndGoOn(page, record, words) {
  await part(page, 'step').click();
  await atStep(page, 5);
  await stepIntoTrap(page);
  await says(page, 'mishap', words);
  await until(page, 'another engine to answer', () => /** @type {any} */ (window).generals.session.length === 10);
  assert.equal(await cursor(page), 5);
  onlyBroke(record);
  await part(page, 'step').click();
  await atStep(page, 6);
  assert.equal(keys(page).get('t'), '3');
  await part(page, 'mishap').getByRole('button').click();
  await part(page, 'mishap').waitFor({ state: 'detached' });
}

test('when the first screen’s engine traps the whole one takes over at the same place', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=4', reducedMotion: 'reduce' }, async (page, record) => {
    await ready(page);
    await trapAndGoOn(page, record, 'is open where it was');
  }));

test('where none can be had at once the run is closed, what is asked for next says that it was missed, and it opens once one can', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=3&at=4', reducedMotion: 'reduce', saving: true }, async (page, record) => {
    const rest = /\/assets\/(generals_bg|full)-/;
    /** Asks, and fetches in vain; then again, with all there. @param {string} link @param {() => Promise<unknown>} ask */
    const misses = async (link, ask) => {
      await ready(page);
      await page.route(rest, (route) => route.abort());
      await stepIntoTrap(page);
      await says(page, 'mishap', 'load the page again');
      assert.equal(new URL(page.url()).hash.slice(1), 'v=1&p=om&n=4&t=3&at=4', 'the address stays');
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).generals.session), null);
      await ask();
      await part(page, 'missed').waitFor();
      await page.unroute(rest);
      await part(page, 'missed').getByRole('button').first().click();
      await until(page, 'it to be open', (wanted) => /** @type {any} */ (window).generals.session?.link() === wanted, link);
      assert.equal(new URL(page.url()).hash.slice(1), link);
      assert.equal(await part(page, 'missed').count() + (await part(page, 'mishap').count()), 0, 'all is well');
      for (const problem of record.problems) assert.match(problem, /the engine broke off|ERR_FAILED|Failed to fetch|^not loaded: .*\/(generals_bg|full)-/, problem);
      record.problems.length = 0;
    };
    await misses('v=1&p=om&n=5&t=2', () => page.evaluate(() => void (location.hash = 'v=1&p=om&n=5&t=2')));
    await page.goto('about:blank');
    await page.goto(`${house.host.site}#v=1&p=om&n=4&t=3&at=4`);
    await misses('v=1&p=om&n=3&t=3', () => page.evaluate(() => /** @type {any} */ (window).generals.open('v=1&p=om&n=3&t=3')));
  }));

test('when the whole engine traps another one takes over, also in Chinese; one that traps again and again is not replaced for ever', () =>
  house.file({ link: 'v=1&p=om&n=4&t=3&at=4&lang=zh' }, async (page, record) => {
    await ready(page);
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => /** @type {any} */ (window).generals.seek(4));
      await trapAndGoOn(page, record, '仍停在原处');
    }
    await stepIntoTrap(page);
    await says(page, 'mishap', '请重新载入页面');
    onlyBroke(record);
  }));

test('when the laboratory’s worker traps it is said there, and the next question is asked of another one', () =>
  house.hosted({ link: 'v=1&p=om&n=4&t=1.2&view=exhaust' }, async (page) => {
    await part(page, 'exhaust-start').waitFor();
    await page.evaluate(() => {
      /** In a worker: the search reads where no memory is. */
      const broken = () => {
        const { Instance } = WebAssembly;
        /** @type {any} */ (WebAssembly).Instance = function (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) {
          const exports = /** @type {any} */ (new Instance(module, imports).exports);
          return { exports: { ...exports, labsearch_advance: (/** @type {number} */ _, /** @type {unknown} */ runs) => exports.labsearch_advance(0xfffffff0, runs) } };
        };
      };
      const Whole = Blob;
      window.Blob = class extends Whole {
        /** @param {BlobPart[]} [parts] @param {BlobPropertyBag} [how] */
        constructor(parts = [], how = {}) {
          super([`(${broken})();`, ...parts], how);
          window.Blob = Whole;
        }
      };
    });
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'broke off');
    await part(page, 'exhaust-start').click();
    await says(page, 'exhaust-answer', 'Found an attack');
  }));
