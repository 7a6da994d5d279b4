// Joins the page's modules into the files that are sent, as crate/xtask/src/bundle.rs asks; writes them and a list of them.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { chunks } from './bundle/chunks.js';
import { minified } from './bundle/minify.js';
import { sources } from './bundle/sources.js';

/**
 * What to do. Of a page in one piece nothing is loaded later.
 * @typedef {import('./bundle/sources.js').Sources & {entry: string, folder: string, pieces: 'one' | 'many'}} Plan
 */

/** @type {import('rollup').Plugin} */
const small = {
  name: 'small',
  renderChunk: async (code) => ({ code: await minified(code), map: null }),
};

/** What a part shares with others is asked for together with it, not when it has come and says so. @type {import('rollup').Plugin} */
const together = {
  name: 'together',
  renderDynamicImport({ getTargetChunkImports }) {
    const shared = (getTargetChunkImports() ?? []).filter((piece) => piece.type === 'internal' && !isFirst(piece.chunk));
    if (shared.length === 0) return null;
    const others = shared.map((piece) => `import(${piece.resolvedImportPath})`);
    return { left: 'Promise.all([import(', right: `), ${others.join(', ')}]).then(([part]) => part)` };
  },
};

/** The first screen's is there before any part is asked for. @param {{name: string}} chunk */
const isFirst = ({ name }) => name === 'main';

/** @param {Plan} plan */
async function joined({ entry, pieces, release, ...rest }) {
  const bundle = await rollup({
    input: { main: entry },
    plugins: [sources({ release, ...rest })],
    preserveEntrySignatures: false,
    // What is odd in a package is not ours to mend.
    onwarn: ({ message }) => message.includes('node_modules') || console.error(`warning: ${message}`),
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: 'assets/[name]-[hash].js',
    chunkFileNames: 'assets/[name]-[hash].js',
    hashCharacters: 'hex',
    sourcemap: release ? false : 'inline',
    ...(pieces === 'one' ? { inlineDynamicImports: true } : { manualChunks: chunks(entry) }),
    plugins: release ? [together, small] : [together],
  });
  await bundle.close();
  return output.filter((piece) => piece.type === 'chunk');
}

/** @param {Plan} plan */
async function write(plan) {
  const pieces = await joined(plan);
  await rm(plan.folder, { recursive: true, force: true });
  await mkdir(join(plan.folder, 'assets'), { recursive: true });
  for (const { fileName, code } of pieces) await writeFile(join(plan.folder, fileName), code);
  const list = pieces.map((piece) => ({ name: piece.name, address: piece.fileName, imports: piece.imports.length }));
  await writeFile(join(plan.folder, 'list.json'), JSON.stringify(list));
}

try {
  await write(JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')));
} catch (error) {
  // What is wrong is in the page: where this program stood when it found it helps nobody.
  console.error(`the page's modules cannot be joined: ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
}
