// Which file each module goes to: one for the first screen, one for each part that is opened later, one for what those share.

import { basename, dirname } from 'node:path';

/** What is shared goes with the first screen below so many characters of source, about one kilobyte as it is sent: a request would take longer. */
const SHARED_MIN = 3000;

/**
 * For Rollup's `manualChunks`. What parts share is one file, whichever of it a part needs: each further file is a request.
 * @param {string} entry
 * @returns {import('rollup').GetManualChunk}
 */
export function chunks(entry) {
  /** @type {Map<string, string> | null} */
  let all = null;
  return (id, { getModuleInfo }) => (all ??= assigned(entry, getModuleInfo)).get(id);
}

/** @param {string} entry @param {import('rollup').GetModuleInfo} infoOf @returns {Map<string, string>} */
function assigned(entry, infoOf) {
  const first = reached(entry, infoOf, new Set());
  const parts = partsAfter(first, infoOf);
  const files = new Map([...first].map((id) => [id, 'main']));
  /** @type {Set<string>} */
  const shared = new Set();
  for (const part of parts)
    // A part that another part needs at once stays a file.
    for (const id of reached(part, infoOf, new Set([...first, ...parts]))) {
      if (files.has(id)) shared.add(id);
      files.set(id, partName(part));
    }
  const named = new Set(parts.map(partName));
  if (named.size < parts.length) throw new Error(`two parts of the page have the same name: ${parts.join(', ')}`);
  const length = [...shared].reduce((sum, id) => sum + (infoOf(id)?.code?.length ?? 0), 0);
  for (const id of shared) files.set(id, length < SHARED_MIN ? 'main' : 'shared');
  return files;
}

/** A module and all that it imports at once, but for what is there already. @param {string} from @param {import('rollup').GetModuleInfo} infoOf @param {Set<string>} there */
function reached(from, infoOf, there) {
  const found = new Set([from]);
  for (const id of found) for (const next of infoOf(id)?.importedIds ?? []) if (!there.has(next)) found.add(next);
  return found;
}

/** The modules that are imported later: by the first screen, and by parts themselves. @param {Set<string>} first @param {import('rollup').GetModuleInfo} infoOf */
function partsAfter(first, infoOf) {
  const parts = new Set();
  const seen = new Set(first);
  for (const id of seen) {
    const { importedIds = [], dynamicallyImportedIds = [] } = infoOf(id) ?? {};
    for (const next of [...importedIds, ...dynamicallyImportedIds]) seen.add(next);
    for (const part of dynamicallyImportedIds) if (!first.has(part)) parts.add(part);
  }
  return /** @type {string[]} */ ([...parts]);
}

/** A part is called as its module, or as the folder of a `part.js`. @param {string} id */
function partName(id) {
  const name = basename(id).replace(/^\0|(-part)?\.\w+$/g, '');
  return name === 'part' ? basename(dirname(id)) : name;
}
