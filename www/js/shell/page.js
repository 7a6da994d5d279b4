// What every panel of a page part is given: the store to read and to act on, the reader's words, and where the part stands.

import { numberOf } from '../state/lesson.js';
import { spokenIn } from '../state/spec.js';
import { learn, speech, useKinds } from '../words/i18n.js';

/** @typedef {Pick<import('../state/store.js').Store, 'state' | 'apply' | 'subscribe'>} Store */

useKinds(() => import('./kinds-part.js'));
let parts = 0;

/**
 * @param {Store} store @param {HTMLElement} root the element that holds the whole part
 * @param {Set<import('../words/i18n.js').Piece>} [words] what it speaks of; grows as more is opened
 */
export function createPage(store, root, words = new Set()) {
  const part = ++parts;
  /** @param {import('../words/i18n.js').Piece[]} more */
  const learnMore = async (more) => {
    // The reader may have turned to the other language meanwhile.
    for (let lang = null; lang !== store.state.lang; ) await learn((lang = store.state.lang), more);
    for (const piece of more) words.add(piece);
  };
  return pageOf(store, root, learnMore, (name) => `${name}-${part}`);
}

/** @param {Store} store @param {HTMLElement} root @param {Page['learn']} learnMore @param {(name: string) => string} id @returns {Page} */
function pageOf(store, root, learnMore, id) {
  const say = () => speech(store.state.lang, spokenIn(store.state), numberOf(store.state));
  return {
    store,
    root,
    say,
    t: (key, values) => say().t(key, values),
    learn: learnMore,
    id,
    open: (link) => store.apply({ type: 'open', link, entry: true }),
    with: (other, side) => pageOf(other, root, learnMore, side ? (name) => id(`${name}-${side}`) : id),
  };
}

/**
 * `learn`: brings the words of what is opened. `id`: one that no other part of the same document has. `open`: opens a link as a new
 * entry of the history. `with`: the same part with another store; where a panel stands twice, on a side with ids of its own.
 * @typedef {{store: Store, root: HTMLElement, say: () => import('../words/i18n.js').Speech,
 *   t: (key: string, values?: import('../words/i18n.js').Values) => string,
 *   learn: (more: import('../words/i18n.js').Piece[]) => Promise<void>, id: (name: string) => string,
 *   open: (link: string) => void, with: (store: Store, side?: string) => Page}} Page
 */
