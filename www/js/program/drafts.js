// Texts that do not run, with mistakes or too long: no link holds one, so each stays in this tab beside the program that runs meanwhile.

import { isRecord, keeping } from '../kit/kept.js';

/** Beside so many programs texts are kept: the last ones. */
const KEPT = 16;

/** `text`: stands in the field while `beside` runs; `aside`: another was put in its place, and the same program went on. @typedef {{beside: string, text: string | null, aside: string | null}} Draft */

/** @param {unknown} one @returns {one is string | null} */
const isText = (one) => one === null || typeof one === 'string';

/** @param {unknown} one @returns {one is Draft} */
const isDraft = (one) => isRecord(one) && typeof one.beside === 'string' && isText(one.text) && isText(one.aside);

const kept = keeping('byzantine-generals.program', (found) => (Array.isArray(found) ? found.filter(isDraft) : []), () => sessionStorage);

/** @param {string} beside @returns {Draft} */
const draftOf = (beside) => kept.now().find((one) => one.beside === beside) ?? { beside, text: null, aside: null };

/** @param {string} beside @param {Partial<Draft>} patch */
function change(beside, patch) {
  const before = draftOf(beside);
  const next = { ...before, ...patch };
  if (next.text === before.text && next.aside === before.aside) return;
  const others = kept.now().filter((one) => one.beside !== beside);
  const isAny = next.text !== null || next.aside !== null;
  kept.keep([...others, ...(isAny ? [next] : [])].slice(-KEPT));
}

/** What stands in the field beside a program that runs; null: that program. @param {string} beside */
export const standing = (beside) => draftOf(beside).text;

/** @param {string} beside @param {string | null} text */
export const stand = (beside, text) => change(beside, { text });

/** What was put aside while a program ran; null: nothing. @param {string} beside */
export const laidAside = (beside) => draftOf(beside).aside;

/** @param {string} beside @param {string | null} aside */
export const layAside = (beside, aside) => change(beside, { aside });
