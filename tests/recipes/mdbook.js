// mdBook: the two lines in a chapter, and the book's themes.

import { join } from 'node:path';
import { until } from '../browser/harness.js';
import { behaves, frameOf, opened } from './behaves.js';
import { piece } from './pasted.js';
import { run, served, toldVersion, write } from './tools.js';

/** @type {import('./types.js').Recipe} */
export const mdbook = {
  name: 'mdBook',
  version: () => toldVersion('mdbook'),
  cook: async (kitchen) => {
    const { browser, folder, pasted, checked } = kitchen;
    const code = await pasted('mdbook');
    await write(folder, {
      'book.toml': '[book]\ntitle = "Notes"\n',
      'src/SUMMARY.md': '- [Chapter](chapter.md)\n- [Next](next.md)\n',
      'src/chapter.md': `# Chapter\n\nText before.\n\n${piece(code, 'src/chapter.md')}\n\nText after.\n`,
      'src/next.md': '# Next\n',
    });
    await run('mdbook', ['build'], folder);
    await served(join(folder, 'book'), (origin) =>
      opened(browser, `${origin}/chapter.html`, async (page) => {
        await behaves(kitchen, page);
        const frame = await frameOf(page);
        await page.locator('html').evaluate((root) => root.classList.replace('light', 'coal'));
        await until(frame, 'the run to be dark', () => document.body.dataset.theme === 'dark');
        checked('it is dark when the book is');
      }),
    );
  },
};
