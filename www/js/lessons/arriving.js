// Data that a page about lessons shows: in the language that is spoken, and until they have come in the other.

/** @typedef {import('../state/types.js').Lang} Lang */

/**
 * @template T
 * @param {import('../shell/page.js').Page} page @param {(lang: Lang, about: string) => Promise<T>} bring
 * @param {() => void} changed called when something has come, or cannot be had
 * @param {(s: import('../state/types.js').State) => string} [about] of what they are; '' where there is but one
 */
export function arriving({ store }, bring, changed, about = () => '') {
  /** @type {{lang: Lang, about: string, is: T} | null} */
  let data = null;
  /** What was asked for last, and what of it could not be had. @type {string | null} */
  let asked = null;
  /** @type {string | null} */
  let failed = null;
  const wanted = () => `${store.state.lang} ${about(store.state)}`;

  /** @param {Lang} lang @param {string} what */
  async function ask(lang, what) {
    const mine = `${lang} ${what}`;
    asked = mine;
    failed = null;
    try {
      const is = await bring(lang, what);
      if (asked === mine) data = { lang, about: what, is };
    } catch (error) {
      if (asked === mine) failed = mine;
      reportError(error);
    }
    changed();
  }
  const isThere = () => data !== null && data.about === about(store.state);

  return {
    isThere,
    /** What there is, null at first; asks for what is not there. */
    now() {
      if (asked !== wanted()) void ask(store.state.lang, about(store.state));
      return data !== null && isThere() ? data.is : null;
    },
    hasFailed: () => failed !== null && failed === wanted(),
    again: () => void (asked = null),
  };
}
