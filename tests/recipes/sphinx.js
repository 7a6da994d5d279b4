// Sphinx: raw HTML in Markdown by MyST-Parser, and in reStructuredText.

import { join } from 'node:path';
import { behaves, opened } from './behaves.js';
import { piece } from './pasted.js';
import { python, pythonVersion, run, served, write } from './tools.js';

/** @type {import('./types.js').Recipe} */
export const sphinx = {
  name: 'Sphinx, MyST-Parser',
  version: async () => `${await pythonVersion('sphinx')}, ${await pythonVersion('myst-parser')}`,
  cook: async (kitchen) => {
    const { browser, folder, pasted, checked } = kitchen;
    const code = await pasted('sphinx');
    await write(folder, {
      'conf.py': "project = 'Notes'\nextensions = ['myst_parser']\n",
      'index.md': '# Notes\n\n```{toctree}\nmarkdown\nrestructured\n```\n',
      'markdown.md': `# Markdown\n\n${piece(code, 'markdown.md')}\n`,
      'restructured.rst': `Restructured\n============\n\n${piece(code, 'restructured.rst')}\n`,
    });
    await run(python('sphinx-build'), ['-W', '-q', '-b', 'html', '.', 'site'], folder);
    await served(join(folder, 'site'), async (origin) => {
      for (const name of ['markdown', 'restructured']) {
        checked(`${name}:`);
        await opened(browser, `${origin}/${name}.html`, (page) => behaves(kitchen, page));
      }
    });
  },
};
