// A page that cannot start says why, and where to go: without its modules where it may not fetch or run them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DIST, serveDist } from './server.js';
import { launch, SINGLE_FILE } from './harness.js';

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
  const way = page.locator('.barred.apart[lang="en"] a');
  await way.waitFor();
  assert.match(await page.locator('.barred.apart[lang="en"]').innerText(), /may not fetch its parts\. Open the page that has them all inside/);
  assert.match(await page.locator('.barred.apart[lang="zh-Hans"]').innerText(), /请打开/);
  assert.equal(await page.locator('.barred:visible').count(), 2, 'one reason, in two languages');
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

/** A host that does something wrong, and the page there. @param {Parameters<typeof serveDist>[1]} how @param {(page: import('playwright-core').Page, site: string) => Promise<void>} look @param {{locale?: string}} [reader] */
async function at(how, look, { locale = 'en-GB' } = {}) {
  const wrong = await serveDist({}, how);
  const page = await browser.newPage({ locale });
  try {
    await page.goto(`${wrong.site}#v=1&p=om&n=4&t=3&at=5`);
    await look(page, wrong.site);
  } finally {
    await page.close();
    wrong.close();
  }
}

test('a host that sends scripts as text is told of, and the single file has the run', () =>
  at({ types: { '.js': 'text/plain' } }, async (page) => {
    const said = page.locator('.barred.text[lang="en"]');
    await said.waitFor();
    assert.match(await said.innerText(), /sends scripts as text.*text\/javascript/);
    assert.equal(await page.locator('.barred:visible').count(), 2, 'one reason, in two languages');
    await said.getByRole('link').click();
    await page.getByTestId('general-1').waitFor();
    assert.match(page.url(), /byzantine-generals\.html#v=1&p=om&n=4&t=3&at=5$/);
  }));

for (const policy of ["script-src 'self' 'unsafe-inline'", "script-src 'self'"])
  test(`a host whose policy forbids WebAssembly is told of: ${policy}`, () =>
    at({ headers: { 'content-security-policy': policy } }, async (page) => {
      const said = page.getByTestId('error');
      await said.waitFor();
      assert.match(await said.innerText(), /'wasm-unsafe-eval' in script-src of its Content-Security-Policy/);
      assert.match(await said.innerText(), /#v=1&p=om&n=4&t=3&at=5/);
      const coming = page.waitForEvent('download');
      await said.getByRole('link').click();
      assert.equal((await coming).suggestedFilename(), 'byzantine-generals.html');
    }));

test('the single file says so too where such a host sends it', () =>
  at({ headers: { 'content-security-policy': "script-src 'unsafe-inline'" } }, async (page, site) => {
    await page.goto(`${site}byzantine-generals.html#v=1&p=om&n=4&t=3`);
    const said = page.getByTestId('error');
    await said.waitFor();
    assert.match(await said.innerText(), /'wasm-unsafe-eval'/);
    assert.match((await said.getByRole('link').getAttribute('href')) ?? '', /\/byzantine-generals\.html#v=1/);
  }));

test('where the engine is missing the page says so in the reader’s language, and the single file has the run', () =>
  at(
    { types: {} },
    async (page, site) => {
      await page.route('**/*.wasm', (route) => route.abort());
      await page.goto('about:blank');
      await page.goto(`${site}#v=1&p=om&n=4&t=3`);
      const said = page.getByTestId('error');
      await said.waitFor();
      assert.match(await said.innerText(), /未能载入/);
      assert.match((await said.getByRole('link').getAttribute('href')) ?? '', /^byzantine-generals\.html#v=1&p=om&n=4&t=3$/);
    },
    { locale: 'zh-CN' },
  ));

for (const [what, lacks] of Object.entries({ WebAssembly: 'delete window.WebAssembly', ResizeObserver: 'delete window.ResizeObserver' }))
  test(`a browser without ${what} is too old`, async () => {
    const page = await browser.newPage({ locale: 'en-GB' });
    await page.addInitScript(lacks);
    await page.goto(host.site);
    await page.locator('.barred.old[lang="en"]').waitFor();
    assert.equal(await page.locator('.barred:visible').count(), 2, 'one reason, in two languages');
    await page.close();
  });

test('a browser that cannot read the scripts is too old', async () => {
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'let a = 1 of newer;' }));
  await page.goto(host.site);
  await page.locator('.barred.old[lang="en"]').waitFor();
  await page.close();
});

test('a browser that cannot unpack the single file is too old for it', async () => {
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.addInitScript('delete window.DecompressionStream');
  await page.goto(SINGLE_FILE);
  await page.locator('.barred.old[lang="en"]').waitFor();
  assert.equal(await page.locator('.barred:visible').count(), 2, 'without any style too');
  await page.close();
});
