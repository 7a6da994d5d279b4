// Terms of the field, each explained where it first appears: a dotted word whose meaning comes on hover, focus and tap.

import { el as make } from '../kit/dom.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./i18n.js').Part} Part */

/** The terms; in catalogues a text marks one as <traitor>traitors</traitor>. */
export const TERMS = [
  'commander',
  'lieutenant',
  'traitor',
  'order',
  'opinion',
  'round',
  'relay',
  'path',
  'vector',
  'lie',
  'agreement',
  'validity',
  'consistency',
  'truth',
  'majority',
  'tie',
];
/** The mark of the term “lie” is not the mark of a sentence that tells one. */
const MARKS = new Map(TERMS.map((term) => [term === 'lie' ? 'lies' : term, term]));
/** How other marks look. @type {Record<string, keyof HTMLElementTagNameMap>} */
export const TAG = { q: 'em', lie: 'strong', i: 'i' };

/** A part of a sentence as a node. @param {Page} page @param {Part & {mark: string}} part */
function node(page, { tone, text, mark }) {
  const term = MARKS.get(tone);
  if (!term) return tone === '' ? document.createTextNode(text) : make(TAG[tone], { class: tone }, text);
  const word = make('button', { class: 'gloss', 'data-term': term, 'aria-describedby': page.id(`gloss-${term}`) }, text);
  return mark === '' ? word : make('span', { class: 'unbroken' }, word, mark);
}

/** The mark that a text begins with: no line begins with it. @param {Part | undefined} part */
const markOf = (part) => (part?.tone === '' ? (/^\p{P}+/u.exec(part.text)?.[0] ?? '') : '');

/**
 * Puts a text with its terms into an element, and again when language or values change.
 * @template {Element} E
 * @param {Binder} binder @param {Page} page @param {E} parent @param {() => Part[]} parts @returns {E}
 */
export function glossed({ list }, page, parent, parts) {
  return list(
    parent,
    () =>
      parts().map(({ tone, text }, i, all) => ({
        i,
        tone,
        text: MARKS.has(all[i - 1]?.tone) ? text.slice(markOf(all[i]).length) : text,
        mark: markOf(all[i + 1]),
      })),
    ({ tone, text, mark, i }) => `${i} ${tone} ${text} ${mark}`,
    (part) => node(page, part),
  );
}

/** Brings what terms mean, and the note that shows it. */
export const bringMeanings = () => import('./meanings-part.js');

/** What terms mean comes when one is first pointed at, tapped or reached by keys. @param {HTMLElement} root @param {Page} page */
export function glossary(root, page) {
  let isComing = false;
  const fetchMeanings = async (/** @type {Event} */ { target }) => {
    if (isComing || !(target instanceof Element) || !target.closest('.gloss')) return;
    isComing = true;
    try {
      const [{ meanings }] = await Promise.all([bringMeanings(), page.learn(['late'])]);
      meanings(root, page);
    } catch (error) {
      // The next time it is tried again.
      isComing = false;
      reportError(error);
    }
  };
  for (const kind of ['pointerover', 'focusin', 'click']) root.addEventListener(kind, fetchMeanings);
}
