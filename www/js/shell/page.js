// What every panel of a page part is given: the store to read and to act on, the reader's words, and where the part stands.

import { speech } from '../words/i18n.js';

/** @typedef {Pick<import('../state/store.js').Store, 'state' | 'apply' | 'subscribe'>} Store */

let parts = 0;

/** @param {Store} store @param {HTMLElement} root the element that holds the whole part */
export function createPage(store, root) {
  const part = ++parts;
  return pageOf(store, root, (name) => `${name}-${part}`);
}

/** @param {Store} store @param {HTMLElement} root @param {(name: string) => string} id @returns {Page} */
function pageOf(store, root, id) {
  const say = () => speech(store.state.lang);
  return {
    store,
    root,
    say,
    t: (key, values) => say().t(key, values),
    id,
    open: (link) => store.apply({ type: 'open', link, entry: true }),
    with: (other, side) => pageOf(other, root, side ? (name) => id(`${name}-${side}`) : id),
  };
}

/**
 * `id`: one that no other part of the same document has. `open`: opens a link as a new entry of the history. `with`: the same part
 * with another store; where a panel stands twice, on a side with ids of its own.
 * @typedef {{store: Store, root: HTMLElement, say: () => import('../words/i18n.js').Speech,
 *   t: (key: string, values?: import('../words/i18n.js').Values) => string, id: (name: string) => string,
 *   open: (link: string) => void, with: (store: Store, side?: string) => Page}} Page
 */
