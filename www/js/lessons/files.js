// The files of the lessons: each comes when it is opened, in the language that is spoken.

import { bring } from '#lessons';

/** @typedef {import('./types.js').Lesson} Lesson */
/** @typedef {import('./types.js').Index} Index */
/** @typedef {import('../state/types.js').Lang} Lang */

/** What has come, by language and name. @type {Map<string, any>} */
const here = new Map();

/** Fetches a file; one that cannot be had is asked for again by whoever asks next. @param {Lang} lang @param {string} name */
async function fetchFile(lang, name) {
  const file = `${lang}/${name}`;
  if (!here.has(file)) here.set(file, (await bring[file]()).default);
  return here.get(file);
}

/** The list of all lessons and exhibits. @param {Lang} lang @returns {Promise<Index>} */
export const indexOf = (lang) => fetchFile(lang, 'index');

/** Another file that is no lesson. @param {Lang} lang @param {string} name */
export const fileOf = fetchFile;

/**
 * A lesson, or an exhibit as a lesson of one beat; null: there is none of that name.
 * @param {Lang} lang @param {string} id @returns {Promise<Opened | null>}
 */
export async function lessonOf(lang, id) {
  const { lessons, exhibits } = await indexOf(lang);
  const place = lessons.findIndex((lesson) => lesson.id === id);
  if (place >= 0) return { id, kind: 'lesson', place: place + 1, all: lessons.length, next: lessons[place + 1] ?? null, ...(await fetchFile(lang, id)) };
  const at = exhibits.findIndex((exhibit) => exhibit.id === id);
  if (at < 0) return null;
  /** @type {import('./types.js').Beat} */
  const beat = await fetchFile(lang, `exhibits/${id}`);
  const next = exhibits[at + 1] ?? null;
  return { id, kind: 'exhibit', place: at + 1, all: exhibits.length, next: next && { id: next.id, title: next.saying }, title: exhibits[at].saying, beats: [beat] };
}

/**
 * What the page shows of it: `place` of `all`, and which comes after it.
 * @typedef {{id: string, kind: 'lesson' | 'exhibit', place: number, all: number, next: {id: string, title: string} | null, title: string,
 *   beats: import('./types.js').Beat[]}} Opened
 */
