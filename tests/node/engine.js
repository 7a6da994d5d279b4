// The step API as Node loads it: the same files that other pages import.

import { readFileSync } from 'node:fs';
import init, { Crowd, Lab, LabSearch, Program, Session, Trust, VoteTree } from '#generals';
import initSmall, * as small from '../../target/bindings/engine.js';

/** @param {string} name */
export const bytesOf = (name) => readFileSync(new URL(`../../target/bindings/${name}_bg.wasm`, import.meta.url));

/** What the whole engine holds. */
export const { memory } = await init({ module_or_path: bytesOf('generals') });
await initSmall({ module_or_path: bytesOf('engine') });

export { Crowd, Lab, LabSearch, Program, Session, Trust, VoteTree, small };

/** A file of tests/links. @param {string} name */
export const links = (name) =>
  JSON.parse(readFileSync(new URL(`../links/${name}`, import.meta.url), 'utf8'));
