// mystmd: its command reads the directive and copies the module; the renderer of its themes, a package of its own, runs that.
// A whole site needs a theme, which no registry of packages has.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { behaves, opened } from './behaves.js';
import { piece } from './pasted.js';
import { packaged, packageVersion, run, served, write } from './tools.js';

const RENDERED = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ANY_RENDERERS } from '@myst-theme/anywidget';
const node = await (await fetch('node.json')).json();
createRoot(document.getElementById('root')).render(createElement(ANY_RENDERERS.anywidget, { node }));
`;

/** The first node of a kind. @param {any} node @param {string} type @returns {any} */
function first(node, type) {
  if (node?.type === type) return node;
  for (const child of node?.children ?? []) {
    const found = first(child, type);
    if (found) return found;
  }
  return null;
}

/** @type {import('./types.js').Recipe} */
export const mystmd = {
  name: 'mystmd',
  version: async () => `${await packageVersion('mystmd')}, renderer ${await packageVersion('@myst-theme/anywidget')}`,
  cook: async (kitchen) => {
    const { browser, folder, pasted, checked } = kitchen;
    const code = await pasted('sphinx');
    await write(folder, {
      'myst.yml': 'version: 1\nsite:\n  title: Notes\nproject:\n  title: Notes\n',
      'index.md': `# Notes\n\n${piece(code, 'directive.md')}\n`,
    });
    // Without a theme the command ends in an error, after it has read every page.
    const told = await run(process.execPath, [packaged('mystmd/dist/myst.cjs'), 'build', '--site'], folder).catch(String);
    const page = JSON.parse(await readFile(join(folder, '_build/site/content/index.json'), 'utf8').catch(() => assert.fail(String(told))));
    const node = first(page.mdast, 'anywidget');
    assert.ok(node?.model?.scenario, 'the directive was read');
    checked('the directive is read, and its module copied into the site');
    const site = join(folder, '_build/site/public');
    await build({
      stdin: { contents: RENDERED, resolveDir: packaged('.') },
      bundle: true,
      format: 'esm',
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      nodePaths: [packaged('.')],
      outfile: join(site, 'rendered.js'),
    });
    await write(site, {
      'node.json': JSON.stringify(node),
      'index.html': '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Notes</title>\n<link rel="icon" href="data:,">\n<div id="root"></div>\n<script type="module" src="rendered.js"></script>\n</html>\n',
    });
    await served(site, (origin) => opened(browser, `${origin}/index.html`, (rendered) => behaves(kitchen, rendered)));
    checked('all this by the renderer of its themes; a whole site was not built');
  },
};
