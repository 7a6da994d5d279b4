// What is known of a text as it is typed, and which mistake comes after a place.

import { program } from '../state/engine.js';

/** @typedef {import('#generals').ProgramCheck & {text: string}} Checked */

/** @param {string} text @param {number} n @param {number} m @returns {Checked} */
export const checked = (text, n, m) => ({ text, ...program().check(text, n, m) });

/** As all write it; a text that cannot be read has no such form. @param {Checked} checked */
export const tidied = ({ text, ok }) => (ok ? program().print(text) : null);

/** How many bytes a text has: as many as there may be are a limit of links. @param {string} text */
export const bytesOf = (text) => new TextEncoder().encode(text).length;

/** The mistake behind a place of the text, round about. @param {Checked} checked @param {number} caret */
export function mistakeAfter({ text, errors }, caret) {
  const before = text.slice(0, caret).split('\n');
  const [line, column] = [before.length, [...(before.at(-1) ?? '')].length + 1];
  return errors.find((one) => one.line > line || (one.line === line && one.column > column)) ?? errors[0] ?? null;
}
