// What stays in this browser where it allows, and is sent nowhere. Other tabs write there too: so it is read again each time.

/** @param {unknown} thing @returns {thing is Record<string, unknown>} */
export const isRecord = (thing) => typeof thing === 'object' && thing !== null && !Array.isArray(thing);

/** @param {string | null} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Where it stays: asking for it is refused where storage is shut to this page. @typedef {() => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} Where */

/** Null where there is nothing, and where storage is shut to this page. @param {Where} where @param {string} name */
function stored(where, name) {
  try {
    return where().getItem(name);
  } catch {
    return null;
  }
}

/** Whether storage takes it: it may be full, or shut. @param {Where} where @param {string} name @param {string | null} text null: nothing is to stay */
function put(where, name, text) {
  try {
    if (text === null) where().removeItem(name);
    else where().setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @template T
 * @param {string} name @param {(found: unknown) => T} read what it means here; other pages of the same origin may have left anything under that name
 * @param {Where} [where] in the browser, where nobody says that it is this tab's alone
 */
export function keeping(name, read, where = () => localStorage) {
  /** What storage did not take, and what stands there instead: it lasts as long as the page, or until another tab writes. @type {{text: string | null, instead: string | null} | null} */
  let refused = null;
  let last = { text: /** @type {string | null} */ (null), is: read(null) };
  function text() {
    const there = stored(where, name);
    return refused?.instead === there ? refused.text : there;
  }
  return {
    now() {
      const here = text();
      if (last.text !== here) last = { text: here, is: read(parsed(here)) };
      return last.is;
    },
    /** @param {T | null} next null: nothing is to stay */
    keep(next) {
      const wanted = next === null ? null : JSON.stringify(next);
      refused = put(where, name, wanted) ? null : { text: wanted, instead: stored(where, name) };
    },
    /** @param {() => void} changed called when another tab has written */
    whenElsewhere(changed) {
      addEventListener('storage', ({ key }) => (key === null || key === name) && changed());
    },
  };
}
