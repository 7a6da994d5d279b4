// What the terms of the field mean: a note beside the word on hover, focus and tap, and for assistive technology.

import { binder } from '../kit/dom.js';
import { TERMS } from './glossary.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** Between the word and its note, and between the note and the window's edge. */
const GAP = 6;
const EDGE = 8;

/** The meanings for assistive technology, and the note that shows one. @param {HTMLElement} root @param {Page} page */
export function meanings(root, page) {
  const { t } = page;
  const { el, refresh } = binder();
  const note = el('p', { class: 'gloss-note', 'aria-hidden': 'true', hidden: true });
  const all = TERMS.map((term) => el('p', { id: page.id(`gloss-${term}`) }, () => t(`gloss.${term}`)));
  root.append(el('div', { hidden: true }, ...all), note);
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
  listenForTerms(root, () => shown, show, hide);
  let said = page.say();
  page.store.subscribe(() => {
    if (shown && !shown.isConnected) hide();
    if (said === page.say()) return;
    said = page.say();
    refresh();
  });
  // One of them brought it.
  const word = root.querySelector('.gloss:focus') ?? root.querySelector('.gloss:hover');
  if (word instanceof HTMLElement) show(word);
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
