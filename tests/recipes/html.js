// Plain HTML: the two lines, a listener for events, and the plain frame in one page of another host.

import assert from 'node:assert/strict';
import { until } from '../browser/harness.js';
import { behaves, fills, frameOf, opened } from './behaves.js';
import { piece } from './pasted.js';
import { served, write } from './tools.js';

/** @type {import('./types.js').Recipe} */
export const html = {
  name: 'plain HTML',
  version: async () => '',
  cook: async (kitchen) => {
    const { browser, folder, pasted, checked } = kitchen;
    const code = await pasted('html');
    const body = ['page.html', 'events.html', 'frame.html'].map((file) => piece(code, file)).join('\n');
    await write(folder, { 'index.html': `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Notes</title>\n<link rel="icon" href="data:,">\n${body}\n</html>\n` });
    await served(folder, (origin) =>
      opened(browser, `${origin}/index.html`, async (page) => {
        await behaves(kitchen, page);
        await until(page, 'the listener to say the step', () => document.getElementById('said')?.textContent?.startsWith('3 / '));
        checked('the listener of byz:step is told');
        await page.locator('body > iframe').scrollIntoViewIfNeeded();
        await fills(await frameOf(page, 'plain'));
        assert.equal(await page.evaluate(() => history.length), 2, 'only the blank page and this one');
        checked('the plain frame shows its stage; the history of the page has nothing new');
      }),
    );
  },
};
