// What keys make of a text: a new line begins where the last one did, Tab moves lines to the right and Shift+Tab to the left.

/** As far as a block stands to the right of its head. */
const INDENT = '    ';

/**
 * What a text becomes: `text` stands instead of what was between `from` and `to`, and then `start` to `end` is selected.
 * @typedef {{from: number, to: number, text: string, start: number, end: number}} Typed
 */

/** @param {string} text @param {number} at */
const lineStart = (text, at) => text.lastIndexOf('\n', at - 1) + 1;

/** A new line, further right behind a colon. @param {string} text @param {number} start @param {number} end @returns {Typed} */
export function newLine(text, start, end) {
  const before = text.slice(lineStart(text, start), start);
  const [indent] = /** @type {RegExpExecArray} */ (/^[ \t]*/.exec(before));
  const opens = /:[ \t]*(?:#.*)?$/.test(before);
  const added = `\n${indent}${opens ? INDENT : ''}`;
  return { from: start, to: end, text: added, start: start + added.length, end: start + added.length };
}

/** Lines moved by one block, or spaces where nothing is selected. @param {string} text @param {number} start @param {number} end @param {boolean} outwards @returns {Typed} */
export function moved(text, start, end, outwards) {
  const from = lineStart(text, start);
  if (start === end && !outwards) {
    const added = ' '.repeat(INDENT.length - ((start - from) % INDENT.length));
    return { from: start, to: start, text: added, start: start + added.length, end: start + added.length };
  }
  const next = text.indexOf('\n', Math.max(start, end - 1));
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const changed = lines.map((line) => (outwards ? line.replace(/^(?: {1,4}|\t)/, '') : line && INDENT + line));
  const first = changed[0].length - lines[0].length;
  const all = changed.join('\n');
  return { from, to, text: all, start: Math.max(from, start + first), end: Math.max(from, end + all.length - (to - from)) };
}
