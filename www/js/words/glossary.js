// Terms of the field, each explained where it first appears: a dotted word whose meaning comes on hover, focus and tap.

import { el as make, binder } from '../kit/dom.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./i18n.js').Part} Part */

/** The terms; in catalogues a text marks one as <traitor>traitors</traitor>. */
const TERMS = [
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

/** Between the word and its note, and between the note and the window's edge. */
const GAP = 6;
const EDGE = 8;

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

/** The meanings for assistive technology, and the note that shows one. @param {HTMLElement} root @param {Page} page */
export function glossary(root, page) {
  const { t } = page;
  const { el, refresh } = binder();
  const note = el('p', { class: 'gloss-note', 'aria-hidden': 'true', hidden: true });
  const meanings = TERMS.map((term) => el('p', { id: page.id(`gloss-${term}`) }, () => t(`gloss.${term}`)));
  root.append(el('div', { hidden: true }, ...meanings), note);
  /** @type {HTMLElement | null} */
  let shown = null;

  function hide() {
    shown = null;
    note.hidden = true;
  }
  /** @param {HTMLElement} word */
  function show(word) {
    shown = word;
    note.textContent = t(`gloss.${word.dataset.term}`);
    note.hidden = false;
    placeNote(note, word);
  }
  listenForTerms(page.root, () => shown, show, hide);
  return () => {
    refresh();
    if (shown && !shown.isConnected) hide();
  };
}

/** Below the word, or above it where there is no room. @param {HTMLElement} note @param {HTMLElement} word */
function placeNote(note, word) {
  const at = word.getBoundingClientRect();
  const size = note.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - size.width - EDGE));
  const above = at.bottom + GAP + size.height > innerHeight - EDGE;
  note.style.left = `${left}px`;
  note.style.top = `${above ? at.top - GAP - size.height : at.bottom + GAP}px`;
}

/**
 * Mouse, focus and taps on terms in this part of the page, and what hides a note again.
 * @param {HTMLElement} root @param {() => HTMLElement | null} shown @param {(word: HTMLElement) => void} show @param {() => void} hide
 */
function listenForTerms(root, shown, show, hide) {
  /** @param {EventTarget | null} target */
  const termOf = (target) => (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('.gloss')) : null);
  /** @param {Event} event */
  const showOrHide = ({ target }) => {
    const word = termOf(target);
    if (word) show(word);
    else if (shown()) hide();
  };
  const hideShown = () => {
    if (shown()) hide();
  };

  root.addEventListener('pointerover', ({ target, pointerType }) => {
    const word = termOf(target);
    if (word && pointerType === 'mouse') show(word);
  });
  root.addEventListener('pointerout', ({ pointerType }) => {
    if (pointerType === 'mouse' && shown() !== document.activeElement) hideShown();
  });
  root.addEventListener('focusin', showOrHide);
  root.addEventListener('focusout', hide);
  root.addEventListener('click', showOrHide);
  root.addEventListener('scroll', hideShown, { capture: true, passive: true });
  // What scrolls around this part takes the word along.
  window.addEventListener('scroll', hideShown, { passive: true });
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !shown()) return;
      hide();
      event.preventDefault();
    },
    { capture: true },
  );
}
