// MDX, as Docusaurus reads it: compiled, rendered by React on the server, and woken in the browser by the script.

import assert from 'node:assert/strict';
import { behaves, opened } from './behaves.js';
import { piece } from './pasted.js';
import { importPackaged, packageVersion, served, write } from './tools.js';

/** @type {import('./types.js').Recipe} */
export const mdx = {
  name: 'MDX',
  version: () => packageVersion('@mdx-js/mdx'),
  cook: async (kitchen) => {
    const { browser, folder, pasted, checked } = kitchen;
    const code = await pasted('docusaurus');
    const [{ evaluate }, runtime, { createElement }, { renderToStaticMarkup }] = await Promise.all([
      importPackaged('@mdx-js/mdx/index.js'),
      importPackaged('react/jsx-runtime.js'),
      importPackaged('react/index.js'),
      importPackaged('react-dom/server.node.js'),
    ]);
    const { default: Content } = await evaluate(`# Notes\n\n${piece(code, 'docs/run.mdx')}\n`, runtime);
    const rendered = renderToStaticMarkup(createElement(Content));
    assert.match(rendered, /<byzantine-generals scenario="v=1&amp;p=om&amp;n=4&amp;t=3">/);
    checked('MDX and React leave the element as it is');
    const [address] = /https?:[^']+/.exec(piece(code, 'docusaurus.config.js')) ?? assert.fail('the settings name no script');
    await write(folder, { 'index.html': `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Notes</title>\n<link rel="icon" href="data:,">\n<script src="${address}"></script>\n${rendered}\n</html>\n` });
    await served(folder, (origin) => opened(browser, `${origin}/index.html`, (page) => behaves(kitchen, page)));
    checked('a site of Docusaurus was not built');
  },
};
