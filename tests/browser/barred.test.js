// Where the hosted page may not fetch its own modules it says which file to open, without any of them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DIST, serveDist } from './server.js';
import { launch } from './harness.js';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveDist>>} */
let host;
before(async () => {
  host = await serveDist({ '/notebook.html': '<!doctype html><title>Notebook</title><iframe sandbox="allow-scripts" width="640" height="420" src="/notes/2026/#v=1&p=om&n=4&t=3&at=5"></iframe>' });
  browser = await launch();
});
after(async () => {
  await browser.close();
  host.close();
});

/** @param {import('playwright-core').Page | import('playwright-core').Frame} page */
async function saysWhatToOpen(page) {
  const way = page.locator('.barred[lang="en"] a');
  await way.waitFor();
  assert.match(await page.locator('.barred[lang="en"]').innerText(), /may not fetch its parts\. Open the page that has them all inside/);
  assert.match(await page.locator('.barred[lang="zh-Hans"]').innerText(), /请打开/);
  assert.equal(await page.locator('.late').first().isVisible(), false);
  return way;
}

for (const before of ['#', '?'])
  test(`opened from disk, with a link behind ${before}`, async () => {
    const page = await browser.newPage({ locale: 'en-GB' });
    await page.goto(`${new URL('index.html', DIST)}${before}v=1&p=om&n=4&t=3&at=5`);
    await (await saysWhatToOpen(page)).click();
    await page.getByTestId('general-1').waitFor();
    assert.match(page.url(), /byzantine-generals\.html#v=1&p=om&n=4&t=3&at=5$/);
    await page.close();
  });

test('in a frame without an origin, as notebooks make them', async () => {
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(`${host.origin}/notebook.html`);
  const frame = page.frames()[1];
  await (await saysWhatToOpen(frame)).click();
  await page.frameLocator('iframe').getByTestId('general-1').waitFor();
  await page.close();
});

test('where they may be fetched nothing is said', async () => {
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(host.site);
  await page.getByTestId('general-1').waitFor();
  assert.equal(await page.locator('.barred').count(), 0, 'the page has taken its place');
  await page.close();
});
