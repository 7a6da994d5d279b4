// The page's words: catalogues of flat keys, {placeholders}, plurals by Intl, and marks like <q> that become parts, never markup.

/** @typedef {import('../state/types.js').Lang} Lang */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {{tone: string, text: string}} Part */

/**
 * The words of a language come in pieces: those of the first screen, those of what is opened from it, those of the laboratory, those of
 * lessons, what all protocols are called, and those that runs of a kind have: of letters, of opinions, of a protocol beyond the start, by its name.
 * Theirs are sentences of their own, or stand for another under a key that ends with `everyone`, or with the name of protocol or task.
 * In a dialect a sentence whose key is `trust/K` is said instead of K, and the rest as ever.
 * @typedef {'trust' | 'two' | 'delays' | 'written'} Dialect @typedef {string} Kind @typedef {'first' | 'late' | 'lab' | 'lessons' | 'protocols' | Kind} Piece
 */

/** Where the catalogues are: each comes when its language is first spoken, or what says it is first opened. */
/** @type {Partial<Record<string, Record<Lang, () => Promise<{default: Record<string, string>}>>>>} */
const CATALOGUES = {
  first: {
    en: () => import('../../lang/en.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh.json', { with: { type: 'json' } }),
  },
  late: {
    en: () => import('../../lang/en-late.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-late.json', { with: { type: 'json' } }),
  },
  lab: {
    en: () => import('../../lang/en-lab.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-lab.json', { with: { type: 'json' } }),
  },
  lessons: {
    en: () => import('../../lang/en-lessons.json', { with: { type: 'json' } }),
    zh: () => import('../../lang/zh-lessons.json', { with: { type: 'json' } }),
  },
};
/** @typedef {Pick<typeof import('./kinds.js'), 'CATALOGUES' | 'KINDS_OF' | 'speak'>} Kinds */
/** What runs of a kind need, once one has come, and how it comes. @type {Kinds} */
let kinds;
/** @type {() => Promise<Kinds>} */
let bringKinds;
/** @param {typeof bringKinds} bring */
export const useKinds = (bring) => void (bringKinds = bring);
const FIRST = /** @type {const} */ (['first']);
/** @type {Record<Lang, string>} */
export const TAGS = { en: 'en', zh: 'zh-Hans' };
/** Long numbers are grouped by thin spaces in both languages. */
const GROUP = '\u202f';

/** A power of ten. @param {number} power */
export const tenTo = (power) => `10${String(power).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])}`;

/** A count by its size: it is not held to the last digit. Counts in Rust go no further than 10³⁸. @param {number} value */
export function about(value) {
  if (value > 1e38) return `> ${tenTo(38)}`;
  const [digits, power] = value.toExponential(1).split('e+');
  return `≈ ${digits} × ${tenTo(Number(power))}`;
}

/** The reader's language, from what the browser prefers. @param {readonly string[]} preferred @returns {Lang} */
export function choose(preferred) {
  const first = preferred.find((tag) => /^(en|zh)\b/i.test(tag));
  return first && /^zh/i.test(first) ? 'zh' : 'en';
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

/** @param {Lang} lang @param {Record<string, string>} words @param {number} [first] the number that people read for the first general */
export function makeSpeech(lang, words, first = 1) {
  // Made when first needed: each takes a browser some milliseconds.
  const plurals = once(() => new Intl.PluralRules(TAGS[lang]));
  const numbers = once(() => new Intl.NumberFormat(TAGS[lang], { useGrouping: true }));
  const lists = once(() => new Intl.ListFormat(TAGS[lang], { type: 'conjunction' }));

  /** @param {number} value */
  const number = (value) =>
    value < 10_000
      ? String(value)
      : value > Number.MAX_SAFE_INTEGER
        ? about(value)
        : numbers()
            .formatToParts(value)
            .map((p) => (p.type === 'group' ? GROUP : p.value))
            .join('');

  /** @param {string} key @param {Values} [values] @returns {string} */
  function t(key, values = {}) {
    const plural = typeof values.count === 'number' ? words[`${key}.${plurals().select(values.count)}`] : undefined;
    const template = plural ?? words[key];
    if (template === undefined) throw new Error(`no words for ${key}`);
    return template.replace(/([\u2009\u202f]?)\{(\w+)\}/g, (_, space, name) => {
      // Of a general who is always the same one.
      const value = values[name] ?? (/^g\d$/.test(name) ? id(Number(name[1])) : undefined);
      if (value === undefined) throw new Error(`${key} needs ${name}`);
      const said = typeof value === 'number' ? number(value) : value;
      // A sign before a figure is a word in a sentence.
      const [, sign, size] = /^([≈>]) (.+)/.exec(said) ?? [];
      return sign ? t(sign === '>' ? 'count.beyond' : 'count.about', { size }) : space + said;
    });
  }

  /** A sentence in parts: plain text, a quotation, a lie. @param {string} key @param {Values} [values] @returns {Part[]} */
  const parts = (key, values) => split(t(key, values));

  /**
   * The key of what is said under a protocol, or of a task, in other words than elsewhere.
   * @param {string} key @param {string | undefined} name
   */
  const under = (key, name) => {
    const own = `${key}.${name}`;
    return name !== undefined && (words[own] !== undefined || words[`${own}.other`] !== undefined) ? own : key;
  };

  /** In Chinese by commas alone. @param {string[]} items */
  const list = (items) => (lang === 'zh' ? items.join('、') : lists().format(items));
  /** A general's number as people read it. @param {number} general */
  const id = (general) => String(general - 1 + first);
  /** @param {number} who */
  const general = (who) => t('general', { id: id(who) });

  return {
    lang,
    t,
    parts,
    under,
    number,
    list,
    id,
    /** “2 and 4”. @param {number[]} all */
    ids: (all) => list(all.map(id)),
    /** “General 3”, “Generals 2 and 4”. @param {number[]} all */
    generals: (all) => (all.length === 1 ? general(all[0]) : t('generals.named', { list: list(all.map(id)) })),
    general,
    /** @param {Word | 'wait'} order */
    order: (order) => t(`order.${order ?? 'none'}`),
  };
}

/** @typedef {ReturnType<typeof makeSpeech>} Speech */

/** @param {string} text @returns {Part[]} */
export function split(text) {
  return text
    .split(/(<[a-z]+>.*?<\/[a-z]+>)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const marked = /^<([a-z]+)>(.*)<\/[a-z]+>$/.exec(piece);
      return marked ? { tone: marked[1], text: marked[2] } : { tone: '', text: piece };
    });
}

/** What can be said so far: its words grow as pieces come. @type {Partial<Record<Lang, {speeches: Speech[], words: Record<string, string>, pieces: Set<Piece>}>>} */
const known = {};

/** Whether all these words of a language are there. @param {Lang} lang @param {Iterable<Piece>} [pieces] */
export const isLearnt = (lang, pieces = FIRST) => [...pieces].every((piece) => known[lang]?.pieces.has(piece));

/** Fetches words of a language, what of them is not there yet. @param {Lang} lang @param {Iterable<Piece>} [pieces] */
export async function learn(lang, pieces = FIRST) {
  await Promise.all([...pieces].map((piece) => learnPiece(lang, piece)));
}

/** What runs of a protocol beyond the start are told in. @param {Lang} lang @param {string} protocol */
export async function learnOf(lang, protocol) {
  kinds = await bringKinds();
  await learn(lang, ['protocols', ...(kinds.KINDS_OF[protocol] ?? [])]);
}

/** @param {Lang} lang @param {Piece} piece */
async function learnPiece(lang, piece) {
  if (isLearnt(lang, [piece])) return;
  const bring = CATALOGUES[piece] ?? (kinds = await bringKinds()).CATALOGUES[piece];
  // A protocol may have no words that others have not.
  const came = (await bring?.[lang]())?.default;
  const { words, pieces } = (known[lang] ??= beginning(lang));
  Object.assign(words, came);
  pieces.add(piece);
}

/** @param {Lang} lang */
function beginning(lang) {
  /** @type {Record<string, string>} */
  const words = {};
  return { speeches: [0, 1].map((first) => makeSpeech(lang, words, first)), words, pieces: /** @type {Set<Piece>} */ (new Set()) };
}

/**
 * A language that has been learnt, as it is or in a dialect.
 * @param {Lang} lang @param {Dialect} [dialect] @param {0 | 1} [first] the number that people read for the first general @returns {Speech}
 */
export function speech(lang, dialect, first = 1) {
  const spoken = known[lang];
  if (!spoken) throw new Error(`${lang} is not learnt yet`);
  return dialect ? kinds.speak(lang, dialect, spoken.words, first) : spoken.speeches[first];
}
