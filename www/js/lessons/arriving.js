// Data that a page about lessons shows: in the language that is spoken, and until they have come in the other.

/** @typedef {import('../state/types.js').Lang} Lang */

/**
 * @template T
 * @param {import('../shell/page.js').Page} page @param {(lang: Lang) => Promise<T>} bring
 * @param {() => void} changed called when something has come, or cannot be had
 */
export function arriving({ store }, bring, changed) {
  /** @type {{lang: Lang, is: T} | null} */
  let data = null;
  /** @type {Lang | null} */
  let asked = null;
  let hasFailed = false;

  /** @param {Lang} lang */
  async function ask(lang) {
    asked = lang;
    hasFailed = false;
    try {
      const is = await bring(lang);
      if (asked === lang) data = { lang, is };
    } catch (error) {
      if (asked === lang) hasFailed = true;
      reportError(error);
    }
    changed();
  }

  return {
    /** What there is, null at first; asks for what is not there. */
    now() {
      const { lang } = store.state;
      if (asked !== lang) void ask(lang);
      return data?.is ?? null;
    },
    hasFailed: () => hasFailed,
    again: () => void (asked = null),
  };
}
