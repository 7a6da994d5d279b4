// What stands around the map of such a run: the queue beside it, the phases below it. It plays letter by letter.

import { binder } from '../kit/dom.js';
import { isSlow } from '../state/spec.js';
import { watched } from '../kit/watching.js';
import { rememberPlaces } from './return.js';
import { phaseStrip } from './phase-strip.js';
import { queuePanel } from './queue-panel.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** `showBundle`: opens the seals that a general holds. @typedef {{tell: import('./queue-row.js').Tell, showList: () => void, showBundle: (general: number) => void}} Around */

/** By the roots of page parts. @type {WeakMap<HTMLElement, Around>} */
const standing = new WeakMap();

/** Puts it into a page part, once: it stays there, seen while such a run is open. @param {Page} page @param {boolean} isAlone not one of two maps @returns {Around} */
export function standAround(page, isAlone) {
  const { root, store } = page;
  const known = standing.get(root);
  if (known) return known;
  const aloud = document.createElement('p');
  aloud.className = 'unseen';
  aloud.setAttribute('role', 'status');
  /** @type {Around} */
  const around = {
    tell: (key, values) => void (aloud.textContent = page.t(key, values)),
    showBundle(general) {
      if (store.state.aside !== 'general') store.apply({ type: 'aside', aside: 'general' });
      store.apply({ type: 'choose', general });
      store.apply({ type: 'sheet', sheet: 'general' });
      store.apply({ type: 'raise', up: true });
      requestAnimationFrame(() => {
        const found = /** @type {HTMLDetailsElement | null} */ (root.querySelector('.bundle'));
        if (!found) return;
        found.open = true;
        found.scrollIntoView({ block: 'nearest' });
        /** @type {HTMLElement | null} */ (found.querySelector('summary'))?.focus({ preventScroll: true });
      });
    },
    showList() {
      if (store.state.aside !== 'general') store.apply({ type: 'aside', aside: 'general' });
      store.apply({ type: 'sheet', sheet: 'queue' });
      store.apply({ type: 'raise', up: true });
      /** @type {HTMLElement | null} */ (root.querySelector('.queue-letter'))?.focus();
    },
  };
  if (!isAlone) return around;
  standing.set(root, around);
  root.append(aloud);
  rememberPlaces(store, () => void (aloud.textContent = ''));
  const { force, refresh } = watched(page, (own) => parts(own, around));
  let frame = 0;
  store.subscribe(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      refresh();
    });
  });
  force();
  return around;
}

/** Where there is a sheet, the queue is a tab of it. @param {import('../state/types.js').Binder} binder @param {Page} page */
const queueTab = ({ el }, { store, t }) =>
  el(
    'button',
    {
      'data-testid': 'sheet-queue',
      'aria-pressed': () => String(store.state.sheet === 'queue'),
      onclick: () => store.apply({ type: 'sheet', sheet: 'queue' }),
    },
    () => t('slow.queue'),
  );

/** Beside the way to the camps one to the letters, which stand behind all that is around the map. @param {import('../state/types.js').Binder} binder @param {Page} page @param {Around} around */
const skipToQueue = ({ el }, { t }, { showList }) => el('button', { class: 'bar-button solid', 'data-testid': 'skip-queue', onclick: showList }, () => t('slow.skip'));

/** A sentence longer than its place grows over the map: the strip gives way to it. @param {HTMLElement} room @param {HTMLElement} told @param {HTMLElement} strip */
function keepAbove(room, told, strip) {
  new ResizeObserver(() => strip.style.setProperty('--over', `${Math.max(0, told.offsetHeight - room.offsetHeight)}px`)).observe(told);
}

/** @param {Page} page @param {Around} around */
function parts(page, around) {
  const s = () => page.store.state;
  const [beside, below] = [binder(), binder()];
  const place = (/** @type {string} */ kind) => /** @type {HTMLElement} */ (page.root.querySelector(kind));
  const queue = queuePanel(beside, page, around.tell);
  const strip = phaseStrip(below, page);
  const tab = queueTab(beside, page);
  place('.panel').prepend(queue.node);
  place('.centre').append(strip);
  keepAbove(place('.narration'), place('.told'), strip);
  place('.sheet-tabs > :nth-child(2)').after(tab);
  const skip = skipToQueue(beside, page, around);
  place('.skip').append(skip);
  return () => {
    const { spec, session, mode, sheet, raised } = s();
    const isOpen = isSlow(s()) && session !== null;
    const isTold = spec?.stages !== undefined && session !== null;
    queue.node.hidden = tab.hidden = skip.hidden = !isOpen;
    strip.hidden = !isTold;
    page.root.dataset.slow = isOpen ? 'on' : 'off';
    page.root.dataset.phases = isTold ? 'on' : 'off';
    if (!isOpen && sheet === 'queue') {
      page.store.apply({ type: 'sheet', sheet: 'scenario' });
      page.store.apply({ type: 'raise', up: raised });
    }
    // No rounds ride here: one letter after the other does.
    if (isOpen && mode !== 'message') page.store.apply({ type: 'mode', mode: 'message' });
    if (isOpen) queue.keep(beside.refresh);
    if (isTold) below.refresh();
  };
}
