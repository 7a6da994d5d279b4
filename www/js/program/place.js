// Where a mistake stands in a text: places count characters, texts of JavaScript the units of which these are made.

/** @typedef {import('#generals').ProgramFault} Fault */

/**
 * Where a mistake begins in a text, and how far it goes, in the units of JavaScript.
 * @param {string} text @param {Fault} fault @returns {{line: string, from: number, to: number}}
 */
export function spanOf(text, { line, column, length }) {
  const whole = text.split('\n')[line - 1] ?? '';
  const characters = [...whole];
  const from = characters.slice(0, column - 1).join('').length;
  return { line: whole, from, to: from + characters.slice(column - 1, column - 1 + length).join('').length };
}
