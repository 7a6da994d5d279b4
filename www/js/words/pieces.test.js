// The pieces of the catalogues: no key twice, and nothing of the first screen waits for words that come later.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isLearnt, learn, speech } from './i18n.js';
import { DIALECTS, piece, PIECES, plainKey } from './testing.js';

const [first, late, lab] = [piece('en', 'first'), piece('en', 'late'), piece('en', 'lab')];
const PLURAL = /\.(one|other)$/;
/** @param {object} words */
const stems = (words) => [...new Set(Object.keys(words).map((key) => key.replace(PLURAL, '')))].sort();

test('a key stands in one piece, the same in both languages', () => {
  const [en, zh] = [PIECES.map((one) => stems(piece('en', one))), PIECES.map((one) => stems(piece('zh', one)))];
  assert.equal(new Set(en.flat()).size, en.flat().length);
  assert.deepEqual(en, zh);
});

test('the keys of a dialect bear its name, and no other does', () => {
  for (const one of PIECES) for (const key of Object.keys(piece('en', one))) assert.equal(/^\w+(?=\/)/.exec(key)?.[0], DIALECTS.find((name) => name === one), key);
});

const plain = [first, late, lab].flatMap(stems);
/** What tasks ask of their runs: the spec says which it is, and its dialect how. */
const CONDITIONS = /^(?:consent|delivery|attacks)\b/;
/** What runs told by marks are told in: a dialect has words of its own for some of it, and each comes with the run that asks for it. */
const marks = stems(piece('en', 'marks'));
/** What is said in dialects alone; one more form of a sentence (`under`) is asked for with it. */
const ownWords = DIALECTS.flatMap((one) => stems(piece('en', one)).map(plainKey)).filter((key) => !plain.includes(key) && !marks.includes(key) && !plain.includes(key.replace(/\.[\w-]+$/, '')) && !plain.includes(key.replace(/\.\d$/, '.1')) && !CONDITIONS.test(key));

test('a sentence about opinions stands for one about orders, which is there where they are not', () => {
  for (const key of [...stems(piece('en', 'opinions')), ...stems(piece('en', 'ic'))]) {
    const instead = key.replace(/\.(everyone|ic|interactive-consistency)/, '');
    if (instead !== key) assert.ok(plain.includes(instead) || /^(?:begin|protocol\.hint)\./.test(key) || plain.includes(`${instead}.commander`), key);
  }
});

/** A module and all that it imports at once. @param {URL} from @param {Map<string, string>} found */
function reached(from, found) {
  if (found.has(from.href)) return found;
  const source = readFileSync(from, 'utf8');
  found.set(from.href, source);
  for (const [, name] of source.matchAll(/^(?:import|export)\b[^;]*?\bfrom '(\.[^']*\.js)';/gm)) reached(new URL(name, from), found);
  return found;
}

/**
 * The words of a source that are in a catalogue: named in it, or by a name made of parts. A word without a point may be anything: it
 * counts where it is asked for.
 * @param {string} source @param {string[]} keys
 */
function asked(source, keys) {
  const named = new Set([...source.matchAll(/'([\w-]+\.[\w.-]+)'|\b(?:t|parts|under)\('([\w-]+)'/g)].map((m) => m[1] ?? m[2]));
  const made = [...source.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, start]) => start);
  return keys.filter((key) => named.has(key) || made.some((start) => key.startsWith(start)));
}

test('the first screen asks for no words that come later', () => {
  const modules = reached(new URL('../shell/main.js', import.meta.url), new Map());
  assert.ok(modules.size > 100, `${modules.size} modules`);
  const later = [...stems(late), ...stems(lab), ...ownWords];
  const wanting = [...modules].map(([file, source]) => [file.split('/js/')[1], ...asked(source, later)]).filter((row) => row.length > 1);
  assert.deepEqual(wanting, []);
});

test('the first screen says the words of letters and of opinions only where the run is asked for them', () => {
  const modules = reached(new URL('../shell/main.js', import.meta.url), new Map());
  const beyond = ['signed', 'opinions', 'ic', 'protocols'].flatMap((one) => stems(piece('en', /** @type {any} */ (one)))).filter((key) => !key.startsWith('protocol') && !stems(first).includes(key.replace(/\.[\w-]+$/, '')));
  const unasked = [...modules].filter(([, source]) => !/\b(?:isSigned|hasOpinions|knownStolen|under)\(/.test(source)).map(([file, source]) => [file.split('/js/')[1], ...asked(source, beyond)]);
  assert.deepEqual(unasked.filter((row) => row.length > 1), []);
});

test('what is opened without the laboratory asks for none of its words', () => {
  const parts = ['stage/list-part', 'scenario/lies-part', 'scenario/exhibits-part', 'shell/unread-part', 'compare/part', 'signed/part', 'share/part', 'stage/legend-part', 'stage/note-part', 'views/time-part', 'views/tree-part', 'views/table-part', 'shell/help-part', 'offers/part', 'lessons/part', 'lessons/all-part', 'lessons/teacher-part', 'lessons/quiz-part'];
  const modules = new Map();
  for (const part of parts) reached(new URL(`../${part}.js`, import.meta.url), modules);
  const wanting = [...modules].map(([file, source]) => [file.split('/js/')[1], ...asked(source, [...stems(lab), ...ownWords])]).filter((row) => row.length > 1);
  assert.deepEqual(wanting, []);
});

test('a language is learnt piece by piece, and what was said before can still be said', async () => {
  assert.equal(isLearnt('en'), false);
  await learn('en');
  const { t } = speech('en');
  assert.equal(isLearnt('en', ['first', 'late']), false);
  assert.throws(() => t('table.step'), /no words for table\.step/);
  await learn('en', ['late']);
  assert.equal(isLearnt('en', ['first', 'late']), true);
  assert.equal(t('table.step'), late['table.step']);
  assert.equal(t('title'), first.title);
});
