// A static host like the plainest there is: it serves dist/ from a sub-path, sets no header
// but the type, and knows nothing else.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the built site. */
export const DIST = new URL('../../dist/', import.meta.url);

/** Where course notes might put the page. */
export const SUB_PATH = '/notes/2026/';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/**
 * @param {Record<string, string>} [pages] further pages by their path, as a host's own
 */
export async function serveDist(pages = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const found = pages[path] ?? (await fileFor(path));
    if (found === null) {
      response.writeHead(404).end();
    } else {
      const type = TYPES[extname(path)] ?? 'text/html';
      response.writeHead(200, { 'content-type': type }).end(found);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  return { origin, site: origin + SUB_PATH, close: () => server.close() };
}

/** @param {string} path */
async function fileFor(path) {
  if (!path.startsWith(SUB_PATH)) return null;
  const name = normalize(path.slice(SUB_PATH.length)) || '.';
  if (name.startsWith('..')) return null;
  const file = join(fileURLToPath(DIST), name === '.' ? 'index.html' : name);
  return readFile(file).catch(() => null);
}
