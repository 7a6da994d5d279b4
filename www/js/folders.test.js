// The folders of the page: what one needs of another, and that no two need each other.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** Which folders the modules of each import from, at once or later. @returns {Map<string, Set<string>>} */
function needs() {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const file of readdirSync(ROOT, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js') || file.endsWith('.test.js') || !file.includes('/')) continue;
    const folder = dirname(file);
    const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const others = found.get(folder) ?? new Set();
    found.set(folder, others);
    for (const [, at, later] of code.matchAll(/^(?:import|export)\b[^;]*?\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'/gm)) {
      const other = dirname(join(folder, at ?? later));
      if (other !== folder && !other.startsWith('..')) others.add(other);
    }
  }
  return found;
}

test('no circle of folders: what a folder needs, needs it not', () => {
  const all = needs();
  assert.ok(all.size > 12 && (all.get('shell')?.size ?? 0) > 8, 'the imports are read');
  /** @param {string} from @param {string[]} way @returns {string[] | null} */
  const circle = (from, way) => {
    for (const next of all.get(from) ?? []) {
      if (next === way[0]) return [...way, next];
      const found = way.includes(next) ? null : circle(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  for (const folder of all.keys()) assert.equal(circle(folder, [folder])?.join(' → ') ?? null, null);
});

test('nothing needs the shell but what starts the page', () => {
  const who = [...needs()].filter(([, others]) => others.has('shell')).map(([folder]) => folder);
  assert.deepEqual(who, []);
});
