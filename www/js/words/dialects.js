// A language as it is spoken in a dialect, where parties have names without figures.

import { makeSpeech, split } from './i18n.js';

/** @typedef {import('./i18n.js').Lang} Lang */
/** @typedef {import('./i18n.js').Dialect} Dialect */
/** @typedef {import('./i18n.js').Speech} Speech */
/** @typedef {import('./i18n.js').Values} Values */

const ARTICLE = /^the /i;
const HAN = /[\u4e00-\u9fff]/;
/** What a sentence, also one in a quotation, has before its first word. */
const BEGINNING = /(^|[“.?!] ?)(<\w+>)?$/;
/** Names travel through a sentence between these. */
const MARKED = /([\u2009\u202f]?)\ue000([^\ue001]*)\ue001([\u2009\u202f]?)/g;

/** @param {string | number} value */
const mark = (value) => (ARTICLE.test(`${value}`) || HAN.test(`${value}`) ? `\ue000${value}\ue001` : value);
/** @param {Values} values @returns {Values} */
const marked = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, mark(value)]));

/**
 * What a sentence was given, in its place: a name with an article has a capital where the sentence begins with it, and in Chinese no
 * space stands beside a name without a figure.
 * @param {string} text
 */
const placed = (text) =>
  text.replace(MARKED, (_, left, said, right, at) => {
    const cased = said.replace(ARTICLE, BEGINNING.test(text.slice(0, at)) ? 'The ' : 'the ');
    return (HAN.test(said[0]) ? '' : left) + cased + (HAN.test(said.at(-1)) ? '' : right);
  });

/** Under these names sentences are given who is meant, by name or by number alone. */
const WHO = new Set(['who', 'from', 'to', 'by', 'of', 'whom', 'before', 'forged', 'commander']);
const NUMBER = /^\d+$/;

/**
 * A language in a dialect.
 * @param {Lang} lang @param {Dialect} dialect @param {Record<string, string>} words of the language, as they come
 * @param {number} first the number that people read for the first general @returns {Speech}
 */
function makeDialect(lang, dialect, words, first) {
  const own = (/** @type {string} */ key) => words[`${dialect}/${key}`] ?? words[key];
  // Who has a name is found by his number in links.
  const plain = makeSpeech(lang, new Proxy(words, { get: (_, key) => own(String(key)) }), own('general.1') ? 1 : first);
  const general = (/** @type {number} */ id) => own(`general.${id}`) ?? plain.general(id);
  /** Who has a name is not called by his number. @param {string} said */
  const nameOf = (said) => (NUMBER.test(said) ? (own(`general.${said}`) ?? said) : said);
  /** @param {Values} values @returns {Values} */
  const named = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, WHO.has(key) ? nameOf(`${value}`) : value]));
  /** @type {Speech['t']} */
  const t = (key, values = {}) => placed(plain.t(key, marked(named(values))));
  const list = (/** @type {string[]} */ items) => plain.list(items.map(nameOf));
  return {
    ...plain,
    t,
    list,
    ids: (all) => list(all.map(plain.id)),
    parts: (key, values) => split(t(key, values)),
    general,
    generals: (ids) => (own('general.1') ? plain.list(ids.map(general)) : plain.generals(ids)),
  };
}

/** @type {Map<string, Speech>} */
const made = new Map();

/** @param {Lang} lang @param {Dialect} dialect @param {Record<string, string>} words @param {number} first */
export function speak(lang, dialect, words, first) {
  const name = `${lang} ${dialect} ${first}`;
  const speech = made.get(name) ?? makeDialect(lang, dialect, words, first);
  made.set(name, speech);
  return speech;
}
