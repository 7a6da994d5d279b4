// What is wrong with a program, in the reader's words: what stands there, and what could stand there.

import { oddSentence } from './odd-letters.js';

/** @typedef {import('#generals').ProgramFault} Fault */
/** @typedef {import('../words/i18n.js').Speech} Speech */

/** Kinds of things, which a text of the language never is. */
const KINDS = new Set(['word', 'number', 'truth', 'name', 'value', 'statement', 'end of line', 'indented block', 'indentation', 'space', 'tab']);

/** What could stand somewhere: a kind of thing by its name, else as it is written. @param {Speech} say @param {string} one */
const possible = ({ t }, one) => (KINDS.has(one) ? t(`program.kind.${one.replaceAll(' ', '-')}`) : t('program.code', { text: one }));

/** Most that are named of what could stand somewhere. */
const NAMED = 6;

/** A list of them. @param {Speech} say @param {string[]} all */
const choice = (say, all) => say.list(all.slice(0, NAMED).map((one) => possible(say, one)));

/** What is found is a kind of thing where it is not written so. @param {Fault} fault @param {string} line */
const isKind = ({ found, column }, line) => KINDS.has(found) && ![...line].slice(column - 1).join('').startsWith(found);

/** Something unexpected. @param {Speech} say @param {Fault} fault @param {string} line */
function unexpected({ t }, fault, line) {
  if (fault.found === '') return t('program.mistake.missing');
  if (isKind(fault, line)) return t(`program.mistake.${fault.found}`);
  return t('program.mistake.unexpected', { found: fault.found });
}

/**
 * The line whose block brings a name that is known no more behind it; null: no block before this line brings it.
 * @param {string[]} lines @param {Fault} fault
 */
function blockOf(lines, { found, line }) {
  const indent = (/** @type {string} */ text) => /^[ \t]*/.exec(text)?.[0].length ?? 0;
  const before = lines.slice(0, line - 1).map((text) => text.replace(/#.*/, ''));
  const within = before.findLastIndex((text) => RegExp(`(^[ \\t]+|:[ \\t]*|\\bfor[ \\t]+)${found}[ \\t]*(=(?!=)|in\\b)`, 'u').test(text));
  if (within < 0) return null;
  const isHead = /^[ \t]*(if|elif|else|for)\b/.test(before[within]);
  return (isHead ? within : before.slice(0, within).findLastIndex((text) => text.trim() !== '' && indent(text) < indent(before[within]))) + 1;
}

/** Nothing has this name here. @param {Speech} say @param {Fault} fault @param {string[]} lines */
function unknownName(say, fault, lines) {
  const { found, expected } = fault;
  const place = blockOf(lines, fault);
  if (place) return say.t('program.mistake.ended', { found, place });
  const what = say.t('program.mistake.unknown-name', { found });
  return expected.length > 0 ? `${what} ${say.t('program.known', { list: choice(say, nearest(found, expected)) })}` : what;
}

/**
 * What is wrong, in a sentence or two.
 * @param {Speech} say @param {Fault} fault @param {string} text the program
 */
export function mistakeSentence(say, fault, text) {
  const { t } = say;
  const lines = text.split('\n');
  const line = lines[fault.line - 1] ?? '';
  const { code, found, expected } = fault;
  const list = choice(say, expected);
  const odd = code === 'unexpected' || code === 'unknown-name' ? oddSentence(say, found) : null;
  if (odd) return odd;
  switch (code) {
    case 'unexpected': {
      if (found === '=' && !expected.includes('statement')) return t('program.mistake.equals');
      const what = unexpected(say, fault, line);
      return expected.length > 0 && !isKind(fault, line) ? `${what} ${t('program.could', { list })}`.trim() : what;
    }
    case 'unknown-name':
      return unknownName(say, fault, lines);
    case 'wrong-type':
      return t('program.mistake.wrong-type', { expected: list, found: t(`program.kind.${found}`) });
    case 'not-signed':
    case 'no-gather':
      return t(`program.mistake.${code}`, { found, expected: expected[0] ?? '' });
    default:
      return t(`program.mistake.${code}`, { expected: list, limit: fault.limit ?? 0 });
  }
}

/** With its place before it. @param {Speech} say @param {Fault} fault @param {string} text */
export const mistakeNote = (say, fault, text) =>
  say.t('program.mistake', { line: fault.line, column: fault.column, what: mistakeSentence(say, fault, text) });

/** Names, those first that are most like one. @param {string} name @param {string[]} all */
export const nearest = (name, all) => [...all].sort((a, b) => distance(name, a) - distance(name, b));

/** In how many characters two names differ. @param {string} one @param {string} other */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length];
}
