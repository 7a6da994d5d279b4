// The page opens wherever it is put: hosted under a sub-path, as a file, in a sandboxed frame.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atStep, openHouse, part, ready, SINGLE_FILE, steps } from './harness.js';
import { SUB_PATH } from './server.js';

/** @type {import('./harness.js').House} */
let house;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

test('hosted, it opens the start scenario and stays below its sub-path', () =>
  house.hosted({}, async (page, { requests }) => {
    await ready(page);
    assert.equal(await page.locator('[data-testid^="general-"]').count(), 4);
    for (const address of requests) {
      assert.equal(new URL(address).pathname.startsWith(SUB_PATH), true, address);
    }
  }));

test('as a file, it opens and asks for nothing but itself', () =>
  house.file({}, async (page, { requests }) => {
    await ready(page);
    assert.equal(await page.locator('[data-testid^="general-"]').count(), 4);
    assert.deepEqual(requests, [SINGLE_FILE]);
  }));

test('as a file, its policy allows its own scripts, no other and no request', () =>
  house.file({}, async (page, record) => {
    await ready(page);
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    // The early script, what unpacks, and what is unpacked.
    assert.equal(
      policy?.replace(/'sha256-[^']+'/g, 'X'),
      "default-src 'none'; script-src X X X 'wasm-unsafe-eval'; style-src 'unsafe-inline'; " +
        "img-src data: blob:; media-src blob:; worker-src blob:; base-uri 'none'; form-action 'none'",
    );
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.foreign = true';
      const refused = new Promise((heard) => document.addEventListener('securitypolicyviolation', heard, { once: true }));
      document.head.append(script);
      await refused;
      return 'foreign' in window;
    });
    assert.equal(ran, false);
    record.problems = record.problems.filter((said) => !/violates the following Content Security Policy/.test(said));
  }));

test('as a file in a browser that cannot unpack it, it says that the browser is too old', () =>
  house.visit('about:blank', {}, async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'DecompressionStream'));
    await page.goto(SINGLE_FILE);
    await page.getByText('This browser is too old for this page').waitFor();
    assert.equal(await page.getByText('If nothing more appears here').isVisible(), false);
    assert.equal(await page.evaluate(() => 'generals' in window), false);
  }));

test('in a sandboxed frame of course notes, the single file opens and plays', () =>
  house.visit(`${house.host.origin}/lecture.html`, {}, async (page) => {
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.cssText = 'inline-size: 800px; block-size: 600px';
      frame.src = address;
      document.body.append(frame);
    }, `${house.host.site}byzantine-generals.html#v=1&p=om&n=4&t=3`);
    const handle = await page.locator('iframe').elementHandle();
    const frame = await handle?.contentFrame();
    assert.ok(frame);
    await ready(frame);
    await part(frame, 'to-end').click();
    await atStep(frame, await steps(frame));
  }));

for (const where of /** @type {const} */ (['hosted', 'file'])) {
  test(`a scenario link opens its scenario (${where})`, () =>
    house[where]({ link: 'v=1&p=om&n=7&m=2&t=1.5&s=split' }, async (page) => {
      await ready(page);
      assert.equal(await page.locator('[data-testid^="general-"]').count(), 7);
      assert.equal(await steps(page), 6 + 30 + 120 + 1);
      assert.equal(await part(page, 'n').inputValue(), '7');
      assert.equal(await part(page, 'm').inputValue(), '2');
      assert.equal(await part(page, 'strategy').inputValue(), 'split');
    }));
}

test('it is painted before its wasm has come', () =>
  house.visit('about:blank', {}, async (page) => {
    /** @type {() => void} */
    let release = () => {};
    const held = new Promise((resolve) => {
      release = () => resolve(undefined);
    });
    await page.route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(house.host.site, { waitUntil: 'domcontentloaded' });
    await part(page, 'stage').waitFor();
    assert.equal(await page.evaluate(() => document.body.innerText.trim().length > 0), true);
    release();
    await ready(page);
  }));
