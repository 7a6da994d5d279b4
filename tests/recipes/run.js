// Follows each recipe as an author would: takes the code from its page, builds a real document with the tool it is for, and
// opens that in Chromium. `cargo xtask recipes` installs the tools, calls this, and shows the table.

import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser/harness.js';
import { SUB_PATH, serveDist } from '../browser/server.js';
import { html } from './html.js';
import { jupyter } from './jupyter.js';
import { latex } from './latex.js';
import { mdbook } from './mdbook.js';
import { mdx } from './mdx.js';
import { mkdocs, material } from './mkdocs.js';
import { mystmd } from './mystmd.js';
import { pastedFrom } from './pasted.js';
import { reveal } from './reveal.js';
import { sphinx } from './sphinx.js';
import { Missing } from './tools.js';

/** Documents are built here, a folder each. */
const WORK = new URL('../../target/recipes/documents/', import.meta.url);

/** @typedef {import('./types.js').Kitchen} Kitchen */
/** @typedef {import('./types.js').Recipe} Recipe */
/** @typedef {import('./types.js').Row} Row */

/** @type {Recipe[]} */
const RECIPES = [html, reveal, mkdocs, material, mdbook, sphinx, mystmd, jupyter, mdx, latex];

/** @param {Recipe} recipe @param {Omit<Kitchen, 'folder' | 'checked'>} kitchen @returns {Promise<Row>} */
async function cooked(recipe, kitchen) {
  const folder = fileURLToPath(new URL(`${recipe.name.replaceAll(/\W+/g, '-')}/`, WORK));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  /** @type {Row} */
  const row = { recipe: recipe.name, version: '', outcome: 'ok', facts: [] };
  try {
    row.version = await recipe.version();
    await recipe.cook({ ...kitchen, folder, checked: (fact) => void row.facts.push(fact) });
  } catch (error) {
    row.outcome = error instanceof Missing ? 'not run' : 'FAILED';
    row.facts.push(error instanceof Error ? error.message : String(error));
  }
  return row;
}

/** @param {Row[]} rows */
function table(rows) {
  const widths = /** @type {const} */ (['outcome', 'recipe', 'version']).map((key) =>
    Math.max(...rows.map((row) => row[key].length)),
  );
  const line = (/** @type {string[]} */ cells) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ');
  return rows
    .flatMap(({ outcome, recipe, version, facts }) =>
      facts.map((fact, i) => line(i === 0 ? [outcome, recipe, version, fact] : ['', '', '', fact])),
    )
    .join('\n');
}

const wanted = process.argv.slice(2);
const host = await serveDist();
const browser = await launch();
/** @type {Row[]} */
const rows = [];
try {
  const pasted = pastedFrom(browser, host.origin + SUB_PATH);
  for (const recipe of RECIPES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    rows.push(await cooked(recipe, { browser, site: host.origin + SUB_PATH, pasted }));
} finally {
  await browser.close();
  host.close();
}
console.log(table(rows));
process.exitCode = rows.some(({ outcome }) => outcome === 'FAILED') ? 1 : 0;
