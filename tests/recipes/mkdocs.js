// MkDocs: the script in the settings and the element in a page; with its own theme, and with Material, its night and its
// instant pages.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from '../browser/harness.js';
import { behaves, frameOf, opened, shows } from './behaves.js';
import { piece } from './pasted.js';
import { python, pythonVersion, run, served, write } from './tools.js';

const MATERIAL = `theme:
  name: material
  font: false
  features: [navigation.instant]
  palette:
    - scheme: default
      toggle: { icon: material/brightness-7, name: Night }
    - scheme: slate
      toggle: { icon: material/brightness-4, name: Day }
`;

/** @param {import('./types.js').Kitchen} kitchen @param {string} settings */
async function built({ folder, pasted }, settings) {
  const code = await pasted('mkdocs');
  const page = `# Notes\n\nText before.\n\n${piece(code, 'docs/index.md')}\n\nText after.\n`;
  await write(folder, {
    'mkdocs.yml': `site_name: Notes\n${settings}${piece(code, 'mkdocs.yml')}\n`,
    'docs/index.md': page,
    'docs/second.md': page.replace('# Notes', '# Second'),
  });
  await run(python('mkdocs'), ['build', '--strict', '--quiet'], folder);
  return join(folder, 'site');
}

/** @type {import('./types.js').Recipe} */
export const mkdocs = {
  name: 'MkDocs',
  version: () => pythonVersion('mkdocs'),
  cook: async (kitchen) => {
    // Its theme takes fonts and colours of code from elsewhere unless it is told not to.
    const site = await built(kitchen, 'theme:\n  name: mkdocs\n  highlightjs: false\n');
    await served(site, (origin) => opened(kitchen.browser, `${origin}/`, (page) => behaves(kitchen, page)));
  },
};

/** @type {import('./types.js').Recipe} */
export const material = {
  name: 'Material for MkDocs',
  version: () => pythonVersion('mkdocs-material'),
  cook: async (kitchen) => {
    const { browser, checked } = kitchen;
    const site = await built(kitchen, MATERIAL);
    await served(site, (origin) =>
      opened(browser, `${origin}/`, async (page) => {
        await behaves(kitchen, page);
        const frame = await frameOf(page);
        await page.locator('label[title="Night"]').click();
        await until(frame, 'the run to be dark', () => document.body.dataset.theme === 'dark');
        checked('it is dark after the switch of the page');
        await page.locator('nav.md-nav--primary a', { hasText: 'Second' }).click();
        await page.locator('h1', { hasText: 'Second' }).waitFor();
        await shows(page);
        assert.equal(new URL(page.url()).pathname, '/second/');
        checked('it shows on a page that was loaded without leaving the first');
      }),
    );
  },
};

