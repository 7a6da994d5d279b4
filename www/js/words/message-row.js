// A message as a row of the table: its columns, what each says in words, how rows are sorted and what is copied. Pure.

import { povOf, loyalty, visibleTime } from '../state/pov.js';
import { isSigned, isSlow, noticesSilence } from '../state/spec.js';
import { partName } from './part-words.js';
import { sealsOf } from '../state/session-cache.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./i18n.js').Speech} Speech */
/** @typedef {import('#generals').Row} Row */
/** @typedef {import('#generals').RowColumn} Column */
/** @typedef {import('#generals').RowSort} Sort */

/** @type {readonly Column[]} */
const COLUMNS = ['step', 'round', 'from', 'to', 'path', 'said', 'honest', 'lie', 'seenBy'];
/** What no general knows of the messages of others. */
const KNOWING = ['honest', 'lie'];
/** Keys that one can still follow. */
const MOST_KEYS = 3;

/** The columns for whoever looks; where there are no traitors nobody asks who lies, and how deep slow letters rest on each other no one general knows. @param {State} s */
export const columnsOf = (s) => {
  const isFog = povOf(s) !== null;
  const isHidden = (/** @type {Column} */ column) => (KNOWING.includes(column) ? isFog || s.spec?.hasTraitors === false : column === 'round' && isFog && isSlow(s));
  return COLUMNS.filter((column) => !isHidden(column));
};

/** @param {Sort} key */
export const columnOf = (key) => /** @type {Column} */ (key.replace('-', ''));

/** The order for whoever looks: in fog even the order of rows would tell of lies. @param {readonly Sort[]} sort @param {State} s @returns {readonly Sort[]} */
export function orderFor(sort, s) {
  const keys = sort.filter((key) => columnsOf(s).includes(columnOf(key)));
  return keys.length > 0 ? keys : ['step'];
}

/**
 * The order of rows after a click on a column's head; `more`: below the keys there are.
 * @param {readonly Sort[]} sort @param {Column} column @param {boolean} more @returns {Sort[]}
 */
export function sorted(sort, column, more) {
  const at = sort.findIndex((key) => columnOf(key) === column);
  /** @type {Sort} */
  const turned = at >= 0 && sort[at] === column ? `-${column}` : column;
  if (!more) return [at === 0 ? turned : column];
  return at < 0 ? [...sort.slice(0, MOST_KEYS - 1), column] : sort.map((key, i) => (i === at ? turned : key));
}

/** What is passed on, in words: “3 said that 1 said”. @param {Pick<Row, 'path' | 'refused' | 'caught' | 'part'>} row @param {{protocol?: string, signed: boolean, inputs: import('./narrate.js').Inputs}} spec @param {Speech} say */
export function pathOf({ path, refused, caught, part }, { protocol, signed, inputs }, say) {
  if (part) return partName(say, protocol, part);
  if (signed && refused) return say.t('table.seals.refused', { by: say.ids(path) });
  if (path.length === 1) return say.t(say.under(say.under('message.order', inputs), caught ? 'caught' : `${path[0]}`));
  if (signed) return say.t('table.seals', { by: say.ids(path) });
  const [first, ...next] = path.slice(0, -1).map(say.id);
  const words = next.reduce((inner, who) => say.t('table.spoke.next', { who, inner }), say.t('table.spoke', { who: first }));
  return say.t('message.quoted', { quote: words });
}

/** What is to be said about the truth of it; nothing of a loyal general's message. @param {Row} row @param {State} s @param {Speech} say */
function lieOf(row, s, say) {
  if (row.refused && s.session) {
    const who = { from: say.general(row.from), to: say.general(row.to), round: row.round };
    // Where letters have a part in a phase, they are refused for what has come before them; by SM(m), for their seals.
    if (row.part) return say.t(say.under('say.refused', row.refused), who);
    const { forged } = sealsOf(s.session, row.step);
    return forged === null ? say.t(`letter.refused.${row.refused}`, who) : say.t('table.is.forged', { who: say.id(forged) });
  }
  if (row.lie) return say.t(row.said === null ? 'table.is.silent' : 'table.is.lie');
  return loyalty(s, row.from) ? '' : say.t('table.is.true');
}

/**
 * What a row says in a column, as text.
 * @param {Row} row @param {Column} column @param {State} s @param {Speech} say
 */
export function cell(row, column, s, say) {
  switch (column) {
    case 'step':
      // With signatures the number of a step would tell of messages that are not seen.
      return say.number(visibleTime(s).place(row.step));
    case 'round':
      return say.number(row.round);
    case 'from':
    case 'to':
      return say.general(row[column]);
    case 'path':
      return s.spec ? pathOf(row, s.spec, say) : '';
    case 'said':
    case 'honest':
      return say.order(row[column]);
    case 'lie':
      return lieOf(row, s, say);
    case 'seenBy':
      // A signed letter that never comes is missed by nobody.
      return say.ids(row.caught || (!noticesSilence(s) && row.said === null) ? [row.from] : [row.from, row.to]);
  }
}

/** @param {string[]} cells */
const line = (cells) => `${cells.join('\t')}\n`;

/**
 * Rows as lines of text with tabs between the cells, and first the heads of the columns. Numbers are plain digits, what is
 * passed on is put into words once for each path.
 * @param {State} s @param {Speech} say
 */
export function lines(s, say) {
  const columns = columnsOf(s);
  const plain = { ...say, number: String };
  /** @type {Map<string, string>} */
  const paths = new Map();
  /** @param {Row} row @param {Column} column */
  const text = (row, column) => {
    if (column !== 'path' || row.refused || row.part) return cell(row, column, s, plain);
    const stem = (isSigned(s) ? row.path : row.path.slice(0, -1)).join('.');
    const words = paths.get(stem) ?? cell(row, column, s, plain);
    paths.set(stem, words);
    return words;
  };
  return {
    head: line(columns.map((column) => say.t(`table.${column}`))),
    row: (/** @type {Row} */ row) => line(columns.map((column) => text(row, column))),
  };
}
