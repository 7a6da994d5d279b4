// LaTeX: the figure of a run, the link and the QR code in one document, where this machine has LaTeX.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from '../browser/server.js';
import { piece } from './pasted.js';
import { Missing, run, toldVersion, write } from './tools.js';

const LINK = 'v=1&p=om&n=4&t=3';

/** The figure as the step API writes it. @returns {Promise<string>} */
async function figure() {
  const { default: init, Session } = await import(new URL('generals.js', DIST).href);
  await init({ module_or_path: await readFile(new URL('generals_bg.wasm', DIST)) });
  return Session.open(LINK).file('tikz', { figure: 'time' });
}

/** @type {import('./types.js').Recipe} */
export const latex = {
  name: 'LaTeX',
  version: () => toldVersion('pdflatex'),
  cook: async ({ folder, pasted, checked }) => {
    const code = await pasted('latex');
    await write(folder, {
      'run.tex': await figure(),
      'notes.tex': `\\documentclass{article}\n${piece(code, 'preamble.tex')}\n\\begin{document}\n${piece(code, 'document.tex')}\n\\end{document}\n`,
    });
    await run('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'notes.tex'], folder).catch((error) => {
      // Not every LaTeX has every package.
      const [, absent] = /File `([^']+)' not found/.exec(String(error)) ?? [];
      throw absent ? new Missing(`this machine's LaTeX has no ${absent}`) : error;
    });
    const log = await readFile(join(folder, 'notes.log'), 'utf8');
    assert.doesNotMatch(log, /^(?:!|Overfull)/m);
    assert.match(log.replaceAll('\n', ''), /QR code for "[^"]*index\.html#v=1&p=om&n=4&t=3"/);
    checked('one document with the figure, the link and the QR code, whose text is the link');
  },
};
