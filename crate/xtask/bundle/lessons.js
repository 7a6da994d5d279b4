// The lessons there are: every file in the folder of a language. Node reads them here; the bundler writes the same names as imports.

import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../../www/lang/lessons/', import.meta.url);

/** Each file by its name, `en/liars`. */
export const files = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => [path.replaceAll('\\', '/').replace(/\.json$/, ''), fileURLToPath(new URL(path, FOLDER))]),
);

/** Brings what a file holds. @type {Record<string, () => Promise<{default: any}>>} */
export const bring = Object.fromEntries([...files].map(([name, path]) => [name, async () => ({ default: JSON.parse(await readFile(path, 'utf8')) })]));
