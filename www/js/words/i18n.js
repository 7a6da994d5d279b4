// The page's words: catalogues of flat keys, {placeholders}, plurals by Intl, and marks like <q> that become parts, never markup.

/** @typedef {import('../state/types.js').Lang} Lang */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {{tone: string, text: string}} Part */

/** Where the catalogues are: each comes when its language is first spoken. @type {Record<Lang, () => Promise<{default: Record<string, string>}>>} */
const CATALOGUES = {
  en: () => import('../../lang/en.json', { with: { type: 'json' } }),
  zh: () => import('../../lang/zh.json', { with: { type: 'json' } }),
};
/** @type {Record<Lang, string>} */
export const TAGS = { en: 'en', zh: 'zh-Hans' };
/** Long numbers are grouped by thin spaces in both languages. */
const GROUP = '\u202f';

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

/** @param {Lang} lang @param {Record<string, string>} words */
function makeSpeech(lang, words) {
  // Made when first needed: each takes a browser some milliseconds.
  const plurals = once(() => new Intl.PluralRules(TAGS[lang]));
  const numbers = once(() => new Intl.NumberFormat(TAGS[lang], { useGrouping: true }));
  const lists = once(() => new Intl.ListFormat(TAGS[lang], { type: 'conjunction' }));

  /** @param {number} value */
  const number = (value) =>
    // Counts in Rust go no further.
    value > 1e38 ? '> 10³⁸' : value < 10_000
      ? String(value)
      : numbers()
          .formatToParts(value)
          .map((p) => (p.type === 'group' ? GROUP : p.value))
          .join('');

  /** @param {string} key @param {Values} [values] @returns {string} */
  function t(key, values = {}) {
    const plural = typeof values.count === 'number' ? words[`${key}.${plurals().select(values.count)}`] : undefined;
    const template = plural ?? words[key];
    if (template === undefined) throw new Error(`no words for ${key}`);
    return template.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${key} needs ${name}`);
      return typeof value === 'number' ? number(value) : value;
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

  return {
    lang,
    t,
    parts,
    under,
    number,
    /** @param {string[]} items */
    list: (items) => (lang === 'zh' && items.every((x) => /^\d/.test(x)) ? items.join('、') : lists().format(items)),
    /** @param {number} id */
    general: (id) => t('general', { id: String(id) }),
    /** @param {Word} order */
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

/** @type {Partial<Record<Lang, Speech>>} */
const spoken = {};

/** Whether a language can be spoken. @param {Lang} lang */
export const isLearnt = (lang) => spoken[lang] !== undefined;

/** Fetches the words of a language. @param {Lang} lang */
export async function learn(lang) {
  if (isLearnt(lang)) return;
  const { default: words } = await CATALOGUES[lang]();
  spoken[lang] ??= makeSpeech(lang, words);
}

/** A language that has been learnt. @param {Lang} lang @returns {Speech} */
export function speech(lang) {
  const known = spoken[lang];
  if (!known) throw new Error(`${lang} is not learnt yet`);
  return known;
}
