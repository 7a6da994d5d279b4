// Joins the modules of the element for other pages, www/js/embed, into one file for each kind of page, as crate/xtask/src/bundle.rs asks.

import { readFile, writeFile } from 'node:fs/promises';
import { rollup } from 'rollup';
import { minified } from './bundle/minify.js';

/** `catalogues` by language: what the page is called is said by each. @typedef {{files: {entry: string, format: 'iife' | 'es', file: string}[], catalogues: Record<string, string>, release: boolean}} Plan */

/** @param {string} file */
const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));

try {
  const { files, catalogues, release } = /** @type {Plan} */ (await readJson(process.argv[2] ?? ''));
  const titles = await Promise.all(Object.entries(catalogues).map(async ([lang, file]) => [lang, (await readJson(file)).title]));
  const intro = `const TITLES = ${JSON.stringify(Object.fromEntries(titles))};`;
  for (const { entry, format, file } of files) {
    const bundle = await rollup({ input: entry });
    const { output } = await bundle.generate({ format, intro });
    await bundle.close();
    const [{ code }] = output;
    await writeFile(file, release ? await minified(code) : code);
  }
} catch (error) {
  console.error(`the element's modules cannot be joined: ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
}
