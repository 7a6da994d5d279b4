// The note of one message: what is said, what was heard, what an honest general would say; in a traitor's hands a menu.

import { binder } from '../kit/dom.js';
import { missingSeal } from '../signed/forgeries.js';
import { CHOICES, choiceOf, messageAt } from '../state/lies.js';
import { plain } from '../words/narrate.js';
import { placeNote } from './note-placement.js';
import { icon, mask, shield, token } from '../kit/icons.js';
import { isSigned } from '../state/spec.js';
import { heardBefore, sealsOf } from '../state/session-cache.js';
import { tellLetter } from '../words/narrate-signed.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/engine.js').Message} Message */
/** @typedef {import('../state/lies.js').Choice} Choice */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../words/narrate.js').Inputs} Inputs */
/** @typedef {{where: (step: number) => {plan: import('../scene/types.js').Layout, box: import('./note-placement.js').Mark} | null}} Map */

/** On this narrow screens a note is a sheet. */
const SHEET_BELOW = 600;

/** What stands before the word: “General 1 said …”. @param {Speech} say @param {number[]} path @param {Inputs} [inputs] */
export function opening(say, path, inputs) {
  if (path.length === 1) return say.t(say.under('message.order', inputs));
  const [first, ...others] = path.slice(0, -1);
  const begin = say.t('message.quote', { who: others.length > 0 ? String(first) : say.general(first) });
  return others.reduce((inner, id) => say.t('quote.next.short', { who: String(id), inner }), begin);
}

/** What stands beside a choice. @param {Speech} say @param {Choice} choice @param {Message} event @param {import('../state/types.js').Word | undefined} heard @param {boolean} chosen @param {Inputs} [inputs] */
export function remark(say, choice, event, heard, chosen, inputs) {
  const order = say.order(event.honest);
  if (choice === 'T') {
    if (event.path.length === 1) return say.t(say.under('choice.truth.order', inputs), { order });
    return say.t(heard === null ? 'choice.truth.unheard' : 'choice.truth', { order });
  }
  if (choice === 'N') return say.t(chosen && event.lie ? 'choice.nobody.lie' : 'choice.nobody');
  if (chosen) return say.t(event.lie ? 'choice.lie' : 'choice.true');
  return say.t(event.path.length === 1 ? say.under('choice.whatever.order', inputs) : 'choice.whatever');
}

/** The key of the sentence that compares him with an honest general. @param {Message} event @param {import('../state/types.js').Word} told */
function judgement({ lie, path }, told) {
  if (path.length === 1) return lie ? 'message.honest.order' : 'message.true.order';
  if (lie) return 'message.honest';
  return told === null ? 'message.true.unheard' : 'message.true';
}

/**
 * The same of a signed letter: what he can show, and whose seal a forgery would lack.
 * @param {Speech} say @param {Choice} choice @param {Message} event @param {number | null} forged
 */
export function remarkSigned(say, choice, event, forged) {
  if (choice === 'T') return say.t(event.honest === null ? 'choice.sm.truth.nothing' : 'choice.sm.truth', { order: say.order(event.honest) });
  if (choice === 'N') return say.t('choice.sm.nobody');
  return forged === null ? say.t('choice.sm.good') : say.t('choice.sm.forged', { who: say.general(forged) });
}

/** @param {HTMLElement} root the column of the map @param {Page} page @param {Map} map */
export function messageNote(root, { store, t, say }, map) {
  const s = () => store.state;
  /** @type {import('../state/types.js').Binder} */
  let own = binder();
  /** What the open note shows. */
  let shown = '';
  /** The choice that the reader made last, where another looks the same. @type {{key: string, choice: Choice} | null} */
  let picked = null;
  /** @type {Element | null} */
  let before = null;
  const card = document.createElement('div');
  card.className = 'message';
  card.hidden = true;
  card.setAttribute('role', 'dialog');
  card.dataset.testid = 'message';
  root.append(card);

  const close = () => store.apply({ type: 'message', step: null });

  /** @param {Choice} choice @param {import('../state/lies.js').Reach} [reach] */
  function choose(choice, reach = 'one') {
    const { message: step } = s();
    store.apply({ type: 'lie', step, choice, reach });
    picked = { key: `${step} ${s().link}`, choice };
  }

  /** @param {Message} event @returns {Choice} */
  function current(event) {
    const scenario = s().scenario;
    if (picked?.key === `${s().message} ${s().link}`) return picked.choice;
    return scenario ? choiceOf(event, scenario) : 'T';
  }

  /** @param {Message} event @param {boolean} traitor */
  function head(event, traitor) {
    const { el } = own;
    const who = el(
      'b',
      {},
      t(event.path.length === 1 ? say().under('message.orders', s().spec?.inputs) : 'message.tells', { from: String(event.from), to: String(event.to) }),
    );
    const quote = event.path.length === 1 ? '' : t('message.quoted', { quote: opening(say(), event.path) });
    return el(
      'div',
      { class: 'message-head' },
      shield(event.from, !traitor, 30),
      el('p', { id: 'message-title' }, who, quote ? ' ' : '', el('em', {}, quote)),
      el('button', { class: 'message-close', 'aria-label': t('close'), onclick: close }, icon('cross', 13)),
    );
  }

  /** A signed letter can be looked at under the glass. */
  function glass() {
    const { message: step } = s();
    if (!isSigned(s())) return '';
    const look = () => {
      close();
      store.apply({ type: 'letter', step });
    };
    return own.el('button', { class: 'text-button', onclick: look }, t('letter.open'));
  }

  /** @param {string} name @param {import('../state/types.js').Word} word */
  function line(name, word) {
    const { el } = own;
    return [el('dt', {}, name), el('dd', {}, token(word, 9), el('b', {}, say().order(word)))];
  }

  /** @param {Message} event @param {import('../state/types.js').Word | undefined} heard */
  function note(event, heard) {
    const { el } = own;
    const { session, message: step } = s();
    if (session && step !== null && isSigned(s()))
      return el(
        'div',
        { class: 'message-note' },
        el('p', {}, plain(tellLetter(say(), event, sealsOf(session, step).forged))),
        glass(),
      );
    /** The words where every general has an opinion. @param {string} key */
    const own_ = (key) => say().under(key, s().spec?.inputs);
    const order = event.path.length === 1;
    const relayed = event.path.length === 2 ? t('message.he-says', { who: String(event.path[0]) }) : t('message.he-says.short');
    const told = heard === undefined || order ? event.honest : heard;
    return el(
      'div',
      { class: 'message-note' },
      event.lie ? el('p', { class: 'message-lie' }, mask(20), t('message.lie')) : null,
      el(
        'dl',
        {},
        ...line(order ? t(own_('message.he-orders')) : relayed, event.said),
        ...line(t(order ? own_('message.holds') : 'message.told'), told),
      ),
      el('p', {}, t(own_(judgement(event, told)), { order: say().order(event.honest) })),
    );
  }

  /** @param {Message} event @param {import('../state/types.js').Word | undefined} heard */
  function menu(event, heard) {
    const { el } = own;
    const now = current(event);
    const { session, scenario, perRound, message: step } = s();
    const signed = isSigned(s());
    /** Whose seal a choice would lack. @param {Choice} choice */
    const lacks = (choice) =>
      signed && session && scenario && step !== null && (choice === 'A' || choice === 'R') ? missingSeal(session, scenario, perRound, step, choice) : null;
    /** @param {Choice} choice */
    const word = (choice) => t(lacks(choice) === null ? `choice.${choice}` : `choice.sm.forge.${choice}`);
    /** @param {Choice} choice */
    const beside = (choice) =>
      signed ? remarkSigned(say(), choice, event, lacks(choice)) : remark(say(), choice, event, heard, choice === now, s().spec?.inputs);
    const sign = (/** @type {Choice} */ choice) =>
      choice === 'T'
        ? icon('check', 20)
        : choice === 'N'
          ? el('span', { class: 'nobody' }, icon('cross', 11))
          : token(choice, 9.5);
    return el(
      'div',
      { class: 'message-menu' },
      el(
        'div',
        { role: 'menu', 'aria-labelledby': 'message-title' },
        ...CHOICES.map((choice) =>
          el(
            'button',
            {
              role: 'menuitemradio',
              'aria-checked': String(choice === now),
              'aria-keyshortcuts': choice,
              tabindex: choice === now ? 0 : -1,
              'data-choice': choice,
              onclick: () => choose(choice),
            },
            el('span', { class: 'radio', 'aria-hidden': 'true' }),
            el('span', { class: 'choice-sign', 'aria-hidden': 'true' }, sign(choice)),
            el('span', { class: 'choice-word' }, word(choice)),
            el('span', { class: 'choice-remark' }, beside(choice)),
          ),
        ),
      ),
      el(
        'div',
        { class: 'message-all' },
        el('button', { class: 'pill-button', onclick: () => choose(now, 'round') }, t('choice.all.round')),
        el(
          'button',
          { class: 'pill-button', onclick: () => choose(now, 'recipient') },
          t('choice.all.recipient', { to: say().general(event.to) }),
        ),
        glass(),
      ),
    );
  }

  /** Beside the messenger, or a sheet. */
  function place() {
    const { message: step } = s();
    if (step === null || card.hidden) return;
    const found = map.where(step);
    const stage = /** @type {HTMLElement} */ (root.querySelector('.stage'));
    card.classList.remove('low');
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const spot = found && window.innerWidth >= SHEET_BELOW ? placeNote(found.plan, found.box, size) : null;
    card.classList.toggle('low', spot === null);
    card.dataset.side = spot?.side ?? '';
    card.style.left = spot ? `${(stage.offsetLeft + spot.left).toFixed(1)}px` : '';
    card.style.top = spot ? `${(stage.offsetTop + spot.top).toFixed(1)}px` : '';
    card.style.setProperty('--tip', spot ? `${spot.tip.toFixed(1)}px` : '0');
  }

  card.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const items = /** @type {HTMLElement[]} */ ([...card.querySelectorAll('[data-choice]')]);
    const choice = /** @type {Choice} */ (event.key.toUpperCase());
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === 'Escape') close();
    else if (s().letters && items.length > 0 && CHOICES.includes(choice)) items[CHOICES.indexOf(choice)].click();
    else if (at >= 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      items[(at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length].focus();
    else if (at >= 0 && (event.key === 'Home' || event.key === 'End')) items[event.key === 'Home' ? 0 : items.length - 1].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function draw() {
    const { session, scenario, message: step } = s();
    const event = session && step !== null ? messageAt(session, step) : null;
    if (!event || !session || !scenario) return false;
    own = binder();
    const heard = heardBefore(session, event);
    const traitor = scenario.traitors.includes(event.from);
    card.setAttribute('aria-label', t('message.name', { from: say().general(event.from), to: say().general(event.to) }));
    card.replaceChildren(head(event, traitor), traitor ? menu(event, heard) : note(event, heard));
    return true;
  }

  window.addEventListener('resize', place);
  return () => {
    const { message: step, link, lang } = s();
    const key = step === null ? '' : `${step} ${link} ${lang} ${picked?.key}`;
    if (key === shown) return place();
    const wasOpen = shown !== '';
    const inside = card.contains(document.activeElement);
    if (step !== null && !wasOpen) before = document.activeElement;
    shown = key;
    card.hidden = step === null || !draw();
    if (card.hidden) card.replaceChildren();
    if (!card.hidden) {
      place();
      if (!wasOpen || inside)
        /** @type {HTMLElement | null} */ (
          card.querySelector('[aria-checked="true"]') ?? card.querySelector('.message-close')
        )?.focus({ preventScroll: true });
    } else if (inside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}
