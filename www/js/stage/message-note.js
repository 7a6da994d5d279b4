// The note of one message: a card beside its messenger, or a sheet on small screens; a traitor's is a menu of what he could say.

import { binder, el } from '../kit/dom.js';
import { choiceOf, messageAt } from '../state/lies.js';
import { placeNote } from './note-placement.js';
import { icon, shield } from '../kit/icons.js';
import { heardBefore } from '../state/session-cache.js';
import { partName } from '../words/part-words.js';
import { opening } from '../words/message-words.js';
import { handleMenuKey, lieMenu } from './lie-menu.js';
import { saidNote } from './said-note.js';


/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/engine.js').Message} Message */
/** @typedef {import('../state/lies.js').Choice} Choice */
/** @typedef {Pick<import('./stage.js').Stage, 'root' | 'where'>} Map */

/** On this narrow screens a note is a sheet. */
const SHEET_BELOW = 600;
/** Between the list of messages and a sheet beside it. */
const BESIDE = 8;

/** @param {HTMLElement} root the column of the map @param {Page} page @param {Map} map */
export function messageNote(root, page, map) {
  const { store } = page;
  const s = () => store.state;
  const card = el('div', { class: 'message', hidden: true, role: 'dialog', 'data-testid': 'message' });
  root.append(card);
  const contents = noteContents(page);
  /** What the open note shows. */
  let shown = '';
  /** What had the focus before it opened. @type {Element | null} */
  let before = null;

  function place() {
    const { message: step } = s();
    if (step !== null && !card.hidden) placeCard(card, map, step, listingOf(page));
  }
  function focusFirst() {
    const first = card.querySelector('[aria-checked="true"]') ?? card.querySelector('.message-close');
    /** @type {HTMLElement | null} */ (first)?.focus({ preventScroll: true });
  }
  card.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const items = /** @type {HTMLElement[]} */ ([...card.querySelectorAll('[data-choice]')]);
    if (event.key === 'Escape') store.apply({ type: 'message', step: null });
    else if (!handleMenuKey(event, items, s().letters)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  window.addEventListener('resize', place);

  return () => {
    const key = contents.key();
    if (key === shown) return place();
    const wasOpen = shown !== '';
    const inside = card.contains(document.activeElement);
    if (key !== '' && !wasOpen) before = document.activeElement;
    shown = key;
    card.hidden = key === '' || !contents.draw(card);
    if (card.hidden) {
      card.replaceChildren();
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      return;
    }
    place();
    // One that a beat brings with it leaves the focus with the text.
    if (inside || (!wasOpen && !before?.closest('.lesson-place'))) focusFirst();
  };
}

/** The list of messages, where it lies over the map. @param {Page} page @returns {HTMLElement | null} */
const listingOf = ({ root }) => root.querySelector('.listing:not([hidden])');

/** Where something lies on the map. @param {HTMLElement} node @param {HTMLElement} map @returns {import('./note-placement.js').Box} */
function boxOn(node, map) {
  const [{ left, right, top, bottom }, on] = [node.getBoundingClientRect(), map.getBoundingClientRect()];
  return { left: left - on.left, right: right - on.left, top: top - on.top, bottom: bottom - on.top };
}

/** How much of the map's height no sentence has grown over. @param {HTMLElement} card @param {HTMLElement} map */
function roomOver(card, map) {
  const said = card.parentElement?.querySelector('.told')?.getBoundingClientRect();
  const { top, bottom } = map.getBoundingClientRect();
  return (said?.height && said.top > top ? Math.min(bottom, said.top) : bottom) - top;
}

/**
 * Beside the messenger, or a sheet where there is no room: beside the list, if that is open.
 * @param {HTMLElement} card @param {Map} map @param {number} step @param {HTMLElement | null} listing
 */
function placeCard(card, map, step, listing) {
  const found = map.where(step);
  card.classList.remove('low');
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const others = listing ? [boxOn(listing, map.root)] : [];
  const spot = found && window.innerWidth >= SHEET_BELOW ? placeNote(found.plan, found.box, size, others) : null;
  const beside = listing ? listing.offsetLeft + listing.offsetWidth + BESIDE : 0;
  card.classList.toggle('low', spot === null);
  card.dataset.side = spot?.side ?? '';
  card.style.left = spot ? `${(map.root.offsetLeft + spot.left).toFixed(1)}px` : beside + size.width <= map.root.offsetWidth ? `${beside}px` : '';
  card.style.top = spot ? `${(map.root.offsetTop + spot.top).toFixed(1)}px` : '';
  const room = roomOver(card, map.root);
  card.style.setProperty('--room', `${room}px`);
  card.style.setProperty('--below', `${(map.root.offsetParent?.clientHeight ?? 0) - map.root.offsetTop - room}px`);
  card.style.setProperty('--tip', spot ? `${spot.tip.toFixed(1)}px` : '0');
}

/** What stands in the note: what is said and heard, or a traitor's menu. @param {Page} page */
function noteContents(page) {
  const { store, t, say } = page;
  const s = () => store.state;
  /** The choice that the reader made last, where another looks the same. @type {{key: string, choice: Choice} | null} */
  let picked = null;

  /** @param {Choice} choice @param {import('../state/lies.js').Reach} [reach] */
  function choose(choice, reach = 'one') {
    const { message: step } = s();
    if (step === null) return;
    store.apply({ type: 'lie', step, choice, reach });
    picked = { key: `${step} ${s().link}`, choice };
  }
  /** @param {Message} event @param {import('../state/types.js').Scenario} scenario */
  const current = (event, scenario) => (picked?.key === `${s().message} ${s().link}` ? picked.choice : choiceOf(event, scenario));

  return {
    /** It stays as it is while this does; '' where none is open. */
    key() {
      const { message: step, link, lang } = s();
      return step === null ? '' : `${step} ${link} ${lang} ${say().id(1)} ${picked?.key}`;
    },
    /** Fills the card, if there is such a message. @param {HTMLElement} card */
    draw(card) {
      const { session, scenario, message: step } = s();
      const event = session && step !== null ? messageAt(session, step) : null;
      if (!event || !session || !scenario) return false;
      const drawing = binder();
      const heard = heardBefore(session, event);
      const traitor = scenario.traitors.includes(event.from);
      const titleId = page.id('message-title');
      card.setAttribute('aria-label', t('message.name', { from: say().general(event.from), to: say().general(event.to) }));
      card.replaceChildren(
        head(drawing, page, event, traitor, titleId),
        traitor
          ? lieMenu(drawing, page, { event, heard, now: current(event, scenario), titleId }, choose)
          : saidNote(drawing, page, event, heard),
      );
      return true;
    },
  };
}

/** Who tells whom, and what he passes on. @param {Binder} drawing @param {Page} page @param {Message} event @param {boolean} traitor @param {string} titleId */
function head({ el }, { store, t, say }, event, traitor, titleId) {
  const first = event.path.length === 1;
  const names = { from: say().id(event.from), to: say().id(event.to) };
  const who = el('b', {}, t(first ? say().under('message.orders', store.state.spec?.inputs) : 'message.tells', names));
  const { part } = event;
  const quote = part ? partName(say(), store.state.scenario?.protocol, part) : first ? '' : t('message.quoted', { quote: opening(say(), event.path) });
  return el(
    'div',
    { class: 'message-head' },
    shield(event.from, !traitor, 30),
    el('p', { id: titleId }, who, quote ? ' ' : '', el('em', {}, quote)),
    el(
      'button',
      { class: 'message-close', 'aria-label': t('close'), onclick: () => store.apply({ type: 'message', step: null }) },
      icon('cross', 13),
    ),
  );
}
