// A static host like the plainest there is: it serves dist/ from a sub-path, sets no header
// but the type, and knows nothing else; or like a careful one, which compresses.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The folder that holds the built site. */
export const DIST = new URL('../../dist/', import.meta.url);

/** Where course notes might put the page. */
export const SUB_PATH = '/notes/2026/';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** Compressed, by what it was before. @type {Map<string, Buffer>} */
const packed = new Map();

/**
 * @param {Record<string, string>} [pages] further pages by their path, as a host's own
 * @param {{folder?: URL, compresses?: boolean, types?: Record<string, string>, headers?: Record<string, string>}} [how] `types`: what it calls files, by their endings
 */
export async function serveDist(pages = {}, { folder = DIST, compresses = false, types = {}, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = fileFor(path, folder);
    const found = pages[path] ?? (file && (await readFile(file).catch(() => null)));
    if (found === null) {
      response.writeHead(404).end();
      return;
    }
    const ending = extname(path);
    const type = { ...headers, 'content-type': types[ending] ?? TYPES[ending] ?? 'text/html' };
    if (file && compresses) {
      const sent = packed.get(file) ?? gzipSync(found, { level: 9 });
      packed.set(file, sent);
      response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(sent);
    } else response.writeHead(200, type).end(found);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  return { origin, site: origin + SUB_PATH, close: () => void server.close().closeAllConnections() };
}

/** @param {string} path @param {URL} folder */
function fileFor(path, folder) {
  if (!path.startsWith(SUB_PATH)) return null;
  const name = normalize(path.slice(SUB_PATH.length)) || '.';
  if (name.startsWith('..')) return null;
  return join(fileURLToPath(folder), name === '.' ? 'index.html' : name);
}
