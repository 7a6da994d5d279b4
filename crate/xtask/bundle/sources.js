// What the page imports and no module of www/js is: catalogues, lessons, style sheets, packages, and the engine under three names.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { files } from './lessons.js';

/** Names without a file; Rollup leaves an id that begins with a zero byte to us. */
const FULL = '\0full';
const ENGINE = '\0engine';
const ADDRESSES = '\0addresses';
const LESSONS = '\0lessons';

/** What packages do in Node alone: nothing of it is called in a page. */
const NODE = '\0node';
/** A package of node_modules. */
const PACKAGE = /^[a-z@]/;

/**
 * Where things are. Without a small engine the page has the full one alone; addresses are of files beside the page.
 * @typedef {{full: string, engine: string | null, addresses: Record<string, string>, release: boolean}} Sources
 */

/** @param {Sources} sources @returns {import('rollup').Plugin} */
export function sources({ full, engine, addresses, release }) {
  /** @type {Record<string, string>} */
  const ids = { '#full': FULL, '#engine': engine ?? ENGINE, '#addresses': ADDRESSES, '#lessons': LESSONS };
  return {
    name: 'sources',
    resolveId: (source) => ids[source] ?? (source.startsWith('node:') ? NODE : PACKAGE.test(source) ? fileURLToPath(import.meta.resolve(source)) : null),
    async load(id) {
      if (id === FULL) return (await fullEngine(full)).source;
      if (id === ENGINE) return `import { make } from '#full';\nexport const { ${(await fullEngine(full)).names.join(', ')} } = make();`;
      if (id === ADDRESSES) return Object.entries(addresses).map(([name, at]) => `export const ${name} = ${literal(at)};`).join('\n');
      if (id === LESSONS) return lessons();
      if (id === NODE) return '';
      if (id.endsWith('.json')) return catalogue(await readFile(id, 'utf8'));
      if (id.endsWith('.css')) return sheet(await style(id, release));
      return null;
    },
  };
}

/**
 * The full engine as a function, which the page calls and whose text the laboratory's worker is made of: a worker must
 * be one classic script, and written twice the engine would cost five kilobytes.
 * @param {string} file
 */
async function fullEngine(file) {
  const entry = '\0entry';
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === entry ? entry : null),
        // All but the default export, which would fetch the wasm by itself.
        load: (id) => (id === entry ? `export * from ${literal(file)};` : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'engine', esModule: false, exports: 'named' });
  await bundle.close();
  const [{ code, exports }] = output;
  const source = `export const make = () => {\n${code}\nreturn engine;\n};\nexport const text = \`(\${make})()\`;`;
  return { source, names: exports };
}

/** Each lesson in each language is a file of its own. */
const lessons = () =>
  `export const bring = {${[...files].map(([name, path]) => `${literal(name)}: () => import(${literal(path)})`).join(',\n')}};`;

/** Browsers read a long literal of JSON faster than one of JavaScript, and swc lets its keys be. @param {string} json */
const catalogue = (json) => `export default JSON.parse(${literal(JSON.stringify(JSON.parse(json)))});`;

/** A style sheet that its part of the page adopts. @param {string} text */
const sheet = (text) => `const sheet = new CSSStyleSheet();\nsheet.replaceSync(${literal(text)});\nexport default sheet;`;

/** A style sheet with all that it imports. @param {string} file @param {boolean} minify */
async function style(file, minify) {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, minify, write: false, charset: 'utf8', logLevel: 'warning' });
  return outputFiles[0]?.text.trim() ?? '';
}

/** A string as JavaScript, in quotes that catalogues and style sheets seldom have. @param {string} text */
const literal = (text) => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;
