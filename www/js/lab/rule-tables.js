// A rule as tables: for each lieutenant, or for all, what he obeys by what he heard; as the reader writes it and as a link has it.

/** @typedef {import('../state/types.js').Order} Order */

/** What is heard in a row: bit 0 the commander's word, then the others', attack where it is set. @param {number} row @param {number} words @returns {Order[]} */
export const heardIn = (row, words) => Array.from({ length: words }, (_, bit) => ((row >> bit) & 1 ? 'A' : 'R'));

/** The number of a table, by which the machine lists it: bit i for row i, attack 1. @param {Order[]} table */
export const bitsOf = (table) => table.reduce((bits, order, row) => bits | (order === 'A' ? 1 << row : 0), 0);

/** What the reader begins with: the majority of two, and of three what was told first, for the answer is not given away where it is to be found. */
export const BEGIN = { 3: 'RRRA', 4: 'RARARARA' };

/** The tables of a rule as a link has it, one for each lieutenant. @param {string} written @returns {Order[][]} */
export function tablesOf(written) {
  const tables = written.split('.').map((table) => /** @type {Order[]} */ ([...table]));
  return tables[0].length === 8 ? [tables[0], tables[0], tables[0]] : [tables[0], tables.at(-1) ?? []];
}

/** Whether each lieutenant has a table of his own. @param {string} written */
export const isEach = (written) => written.includes('.');

/** A rule as a link has it. @param {Order[][]} tables @param {boolean} isEach else what the first obeys all obey */
const writtenAs = (tables, isEach) =>
  tables
    .slice(0, isEach ? 2 : 1)
    .map((table) => table.join(''))
    .join('.');

/** The rule with one row changed: of one lieutenant where each has his own, else of all. @param {string} written @param {number} which @param {number} row @param {Order} order */
export function withRow(written, which, row, order) {
  const each = isEach(written);
  return writtenAs(
    tablesOf(written).map((table, i) => (each && i !== which ? table : table.with(row, order))),
    each,
  );
}

/** The rule with one table for all, or one for each. @param {string} written */
export const withEachTurned = (written) => writtenAs(tablesOf(written), !isEach(written));

/** Of three generals the pair of tables with these numbers; apart where they are, or were before. @param {string} before @param {readonly [number, number]} pair */
export const withPair = (before, [first, second]) =>
  writtenAs([heardIn(first, 4), heardIn(second, 4)], isEach(before) || first !== second);
