// One line of offers under the sentence that tells a step: a link in words, and × for who wants none. It takes no focus, and its coming is not announced.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { isElsewhere, seen } from './seen.js';
import { BEGINNING, looked, offered, refused, timeUp, waited } from './visit.js';
import { createWait } from './wait.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./path.js').Way} Way */

/** Where the focus is once the offer that had it has gone: on play, which comes next. @param {Page} page @param {HTMLElement} place */
function handFocusOn(page, place) {
  if (place.contains(document.activeElement)) /** @type {HTMLElement | null} */ (page.root.querySelector('.transport .main'))?.focus();
}

/** @param {Page} page @param {HTMLElement} place @param {Way} way */
function take(page, place, { link, rides = false }) {
  handFocusOn(page, place);
  page.open(link);
  if (rides) page.store.apply({ type: 'play' });
}

/** @param {import('../state/types.js').Binder} binder @param {Page} page @param {HTMLElement} place @param {Way} way */
const wayOf = ({ el }, page, place, way) =>
  el(
    'a',
    {
      href: `#${way.link}`,
      'data-testid': way.words,
      onclick: (/** @type {MouseEvent} */ event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        take(page, place, way);
      },
    },
    () => page.t(way.words),
  );

/** Lets a line fade, and takes it away. @param {HTMLElement} line */
function fade(line) {
  if (!line.checkVisibility()) return line.remove();
  line.inert = true;
  line.classList.add('going');
  line.addEventListener('animationend', () => line.remove());
}

/** @param {HTMLElement} place @param {Page} page */
export function offers(place, page) {
  const { store, root } = page;
  let visit = BEGINNING;
  /** @type {{offer: import('./path.js').Offer, line: HTMLElement, refresh: () => void} | null} */
  let shown = null;
  const wait = createWait(() => step(timeUp(visit, seen(store.state))));
  // Whoever is about to take one, or reads it, is given the time.
  function hold() {
    if (!visit.isOver) wait.hold(seen(store.state).isVeiled || place.matches(':hover, :focus-within'));
  }

  /** @param {import('./path.js').Offer} offer */
  function lineOf(offer) {
    const drawing = binder();
    const { el, refresh } = drawing;
    const end = () => page.t('offer.end');
    const line = el(
      'p',
      { class: 'offer', 'data-testid': 'offer' },
      el('span', { class: 'ways' }, ...offer.ways.map((way) => wayOf(drawing, page, place, way))),
      el('button', { class: 'offer-end', 'data-testid': 'offer-end', 'aria-label': end, title: end, onclick: () => step(refused(visit)) }, icon('cross', 14)),
    );
    return { offer, line, refresh };
  }
  /** Room is kept until the reader has gone elsewhere: the stage does not move under him. */
  function keepRoom() {
    if (visit.isOver && root.dataset.offers === 'on' && isElsewhere(store.state)) root.dataset.offers = 'over';
  }
  /** @param {import('./visit.js').Visit} next */
  function step(next) {
    visit = next;
    const now = seen(store.state);
    const offer = offered(visit, now);
    if (offer === shown?.offer) shown?.refresh();
    else {
      if (shown) {
        handFocusOn(page, place);
        fade(shown.line);
      }
      shown = offer && lineOf(offer);
      if (shown) place.append(shown.line);
    }
    root.toggleAttribute('data-accent', offer !== null && visit.at === 0);
    keepRoom();
    wait.until(waited(visit));
    hold();
  }
  root.dataset.offers = 'on';
  for (const name of ['pointerenter', 'pointerleave', 'focusin', 'focusout']) place.addEventListener(name, hold);
  store.subscribe(() => (visit.isOver ? keepRoom() : step(looked(visit, seen(store.state)))));
  step(looked(visit, seen(store.state)));
}
