// What the tests of the catalogues share: all pieces of both languages, as they are written.

import { readFileSync } from 'node:fs';
import { files } from '../../../crate/xtask/bundle/lessons.js';
import { useKinds } from './i18n.js';

// Their words alone: what else comes with them needs a browser.
useKinds(() => import('./kinds.js'));

/** Those whose keys bear their name. */
export const DIALECTS = /** @type {const} */ (['trust', 'two', 'delays', 'written']);
export const PIECES = /** @type {const} */ (['first', 'late', 'lab', 'lessons', 'protocols', 'signed', 'opinions', 'slow', 'ic', 'marks', 'own', 'program', 'attack', ...DIALECTS]);

/** @param {'en' | 'zh'} lang @param {typeof PIECES[number]} piece @returns {Record<string, string>} */
export const piece = (lang, piece) =>
  JSON.parse(readFileSync(new URL(`../../lang/${lang}${piece === 'first' ? '' : `-${piece}`}.json`, import.meta.url), 'utf8'));

/** All words of a language. @param {'en' | 'zh'} lang @returns {Record<string, string>} */
export const words = (lang) => Object.assign({}, ...PIECES.map((one) => piece(lang, one)));

/** A key as it is asked for, in whatever dialect it is said. @param {string} key */
export const plainKey = (key) => key.replace(/^(?:trust|two|delays|written)\//, '');

/** All that lessons say in a language, by where it stands: `liars.beats.1.told`. @param {'en' | 'zh'} lang @returns {Record<string, string>} */
export function lessonWords(lang) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [name, path] of files) {
    const [spoken, ...rest] = name.split('/');
    if (spoken === lang) gather(found, rest.join('.'), JSON.parse(readFileSync(path, 'utf8')));
  }
  return found;
}

/** What in a lesson's file is no text for people. */
const CODES = new Set(['id', 'link', 'ask', 'is', 'isNot', 'keep', 'also', 'solved', 'after', 'letter']);

/** @param {Record<string, string>} found @param {string} at @param {unknown} thing */
function gather(found, at, thing) {
  if (typeof thing === 'string') found[at] = thing;
  else if (typeof thing === 'object' && thing !== null)
    // What teachers ask and what one can say afterwards are lists of texts under names that elsewhere are codes.
    for (const [name, inner] of Object.entries(thing)) if (!CODES.has(name) || (Array.isArray(inner) && name !== 'keep')) gather(found, `${at}.${name}`, inner);
}
