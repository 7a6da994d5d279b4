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
  const files = new Map([...first].map((id) => [id, 'main']));
  const parts = partsOf(first, infoOf, new Set());
  const all = new Set(parts);
  /** @param {Set<string>} shared */
  const common = (shared) => {
    const length = [...shared].reduce((sum, id) => sum + (infoOf(id)?.code?.length ?? 0), 0);
    return length < SHARED_MIN ? 'main' : 'shared';
  };
  assign(files, parts, first, infoOf, common);
  // A part may have parts of its own, the laboratory its tools: what these share is in its file.
  for (const part of parts) {
    const there = reached(part, infoOf, new Set([...first, ...parts]));
    // Those that another part has too are assigned with the first of the two.
    const inner = partsOf(there, infoOf, new Set([...first, ...all]));
    for (const id of inner) all.add(id);
    assign(files, inner, new Set([...first, ...there, ...parts]), infoOf, () => partName(part));
  }
  const named = [...all].map(partName);
  if (new Set(named).size < named.length) throw new Error(`two parts of the page have the same name: ${named.join(', ')}`);
  return files;
}

/**
 * Gives each part a file, and what several need another.
 * @param {Map<string, string>} files by module @param {string[]} parts @param {Set<string>} there what has come before
 * @param {import('rollup').GetModuleInfo} infoOf @param {(shared: Set<string>) => string} common the file of what several need
 */
function assign(files, parts, there, infoOf, common) {
  /** @type {Set<string>} */
  const shared = new Set();
  const own = new Set(parts.map(partName));
  for (const part of parts)
    // A part that another part needs at once stays a file.
    for (const id of reached(part, infoOf, new Set([...there, ...parts]))) {
      const file = files.get(id);
      if (file === undefined) files.set(id, partName(part));
      else if (own.has(file)) shared.add(id);
      // It is of a part elsewhere.
      else files.set(id, 'shared');
    }
  const file = common(shared);
  for (const id of shared) files.set(id, file);
}

/** A module and all that it imports at once, but for what is there already. @param {string} from @param {import('rollup').GetModuleInfo} infoOf @param {Set<string>} there */
function reached(from, infoOf, there) {
  const found = new Set([from]);
  for (const id of found) for (const next of infoOf(id)?.importedIds ?? []) if (!there.has(next)) found.add(next);
  return found;
}

/** What these modules import later. @param {Set<string>} modules @param {import('rollup').GetModuleInfo} infoOf @param {Set<string>} known @returns {string[]} */
function partsOf(modules, infoOf, known) {
  const later = [...modules].flatMap((id) => infoOf(id)?.dynamicallyImportedIds ?? []);
  return [...new Set(later)].filter((id) => !modules.has(id) && !known.has(id));
}

/** A part is called as its module, or as the folder of a `part.js`; a lesson in a language by both. @param {string} id */
function partName(id) {
  const lesson = /lessons\/(\w+)\/([\w/]+)\.json$/.exec(id);
  if (lesson) return `lesson-${lesson[1]}-${lesson[2].replace('/', '-')}`;
  const name = basename(id).replace(/^\0|(-part)?\.\w+$/g, '');
  return name === 'part' ? basename(dirname(id)) : name;
}
