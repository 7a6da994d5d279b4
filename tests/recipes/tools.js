// The programs that recipes are cooked with: installed by `cargo xtask recipes`, or found on the machine.

import { execFile } from 'node:child_process';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A tool that is not here, and that nobody is to install for this. */
export class Missing extends Error {}

const INSTALLED = new URL('../../target/recipes/', import.meta.url);
export const PACKAGES = new URL('npm/node_modules/', INSTALLED);
const PYTHON = new URL(process.platform === 'win32' ? 'python/Scripts/' : 'python/bin/', INSTALLED);

/** A program of the Python environment. @param {string} name */
export const python = (name) => fileURLToPath(new URL(name, PYTHON));

/** A file of an npm package. @param {string} path */
export const packaged = (path) => fileURLToPath(new URL(path, PACKAGES));

/** Imports a module of an npm package. @param {string} path @returns {Promise<any>} */
export const importPackaged = (path) => import(pathToFileURL(packaged(path)).href);

/**
 * Runs a program to its end and returns what it printed; what it complained of is in the error.
 * @param {string} program @param {string[]} words @param {string} folder
 */
export async function run(program, words, folder) {
  try {
    const { stdout } = await promisify(execFile)(program, words, { cwd: folder, maxBuffer: 1 << 26 });
    return stdout;
  } catch (error) {
    const { code, stderr, stdout } = /** @type {{code?: unknown, stderr?: string, stdout?: string}} */ (error);
    if (code === 'ENOENT') throw new Missing(`${program} is not on this machine`);
    throw new Error(`${program} ${words.join(' ')} failed: ${`${stdout ?? ''}\n${stderr ?? ''}`.trim().slice(-2000)}`);
  }
}

/** The version of a Python package. @param {string} name */
export async function pythonVersion(name) {
  const text = await run(python('python'), ['-c', `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`], '.');
  return text.trim();
}

/** The version of an npm package. @param {string} name @returns {Promise<string>} */
export async function packageVersion(name) {
  return JSON.parse(await readFile(packaged(`${name}/package.json`), 'utf8')).version;
}

/** The version that a program tells of itself. @param {string} program @param {string} [folder] */
export async function toldVersion(program, folder = '.') {
  const text = await run(program, ['--version'], folder);
  return /\d+(?:\.\d+)+/.exec(text)?.[0] ?? '';
}

/** Writes the files of a document. @param {string} folder @param {Record<string, string>} files */
export async function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** @param {string} path */
export const exists = (path) => access(path).then(() => true, () => false);

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder as the author's own host, which is another origin than that of the run.
 * @template A
 * @param {string} folder @param {(origin: string) => Promise<A>} look
 * @returns {Promise<A>}
 */
export async function served(folder, look) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const name = normalize(path.endsWith('/') ? `${path}index.html` : path);
    const found = await readFile(join(folder, name)).catch(() => null);
    // Who names no icon is asked for one all the same.
    if (found === null) response.writeHead(name.endsWith('favicon.ico') ? 204 : 404).end();
    else response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(found);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  try {
    return await look(`http://127.0.0.1:${port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
