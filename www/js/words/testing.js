// What the tests of the catalogues share: all pieces of both languages, as they are written.

import { readFileSync } from 'node:fs';
import { useDialects } from './i18n.js';

// Their words alone: what else comes with them needs a browser.
useDialects(() => import('./dialects.js'));

/** Those whose keys bear their name. */
export const DIALECTS = /** @type {const} */ (['trust', 'two']);
export const PIECES = /** @type {const} */ (['first', 'late', 'lab', 'lessons', 'ic', ...DIALECTS]);

/** @param {'en' | 'zh'} lang @param {typeof PIECES[number]} piece @returns {Record<string, string>} */
export const piece = (lang, piece) =>
  JSON.parse(readFileSync(new URL(`../../lang/${lang}${piece === 'first' ? '' : `-${piece}`}.json`, import.meta.url), 'utf8'));

/** All words of a language. @param {'en' | 'zh'} lang @returns {Record<string, string>} */
export const words = (lang) => Object.assign({}, ...PIECES.map((one) => piece(lang, one)));

/** A key as it is asked for, in whatever dialect it is said. @param {string} key */
export const plainKey = (key) => key.replace(/^(?:trust|two)\//, '');
