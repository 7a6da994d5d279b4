// The step API as Node loads it: the same files that other pages import.

import { readFileSync } from 'node:fs';
import init, { Crowd, Lab, LabSearch, Session, VoteTree } from '#generals';

const wasm = new URL('../../target/bindings/generals_bg.wasm', import.meta.url);

await init({ module_or_path: readFileSync(wasm) });

export { Crowd, Lab, LabSearch, Session, VoteTree };

/** A file of tests/links. @param {string} name */
export const links = (name) =>
  JSON.parse(readFileSync(new URL(`../links/${name}`, import.meta.url), 'utf8'));
