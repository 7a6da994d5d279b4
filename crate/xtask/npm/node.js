// The step API where a file is read, not fetched: in Node the wasm beside this module needs no address.

import { readFile } from 'node:fs/promises';
import load from './generals.js';

export * from './generals.js';

/** As everywhere else; without an argument it takes the wasm of this package. @type {typeof load} */
export default async function init(given) {
  return load(given ?? { module_or_path: await readFile(new URL('generals_bg.wasm', import.meta.url)) });
}
