// The text of a program as it stands in a link, also where it cannot be run: then its reader can mend it.

import { program } from '../state/engine.js';
import { decoded } from '../state/glance.js';
import { layAside, stand, standing } from './drafts.js';

const PROGRAM = /(?:^[#?]?|[&;＆])prog[=＝](?:3D)*1\.([\w-]+)/;

/** Null where a link has none, or none that is a text. @param {string} link */
export function textInLink(link) {
  const code = PROGRAM.exec(decoded(link))?.[1];
  if (!code) return null;
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether its reader has asked for it, and has not been brought there yet. */
let isWanted = false;

/** Asked once, that is answered. */
export function wanted() {
  const was = isWanted;
  isWanted = false;
  return was;
}

/** Puts a text beside the program of a link that runs: there it stands once that link is open. @param {string} link @param {string} text */
export function standBeside(link, text) {
  const beside = program().text(link);
  const before = standing(beside);
  if (before !== null && before !== text) layAside(beside, before);
  stand(beside, text);
  isWanted = true;
}
