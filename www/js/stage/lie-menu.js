// What a traitor can say in a message: a menu of the truth, both orders and silence, for this message or for all like it.

import { missingSeal } from '../signed/forgeries.js';
import { choicesOf } from '../state/lies.js';
import { icon, token } from '../kit/icons.js';
import { isSigned } from '../state/spec.js';
import { remark, remarkSigned } from '../words/message-words.js';
import { letterButton } from './letter-button.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/engine.js').Message} Message */
/** @typedef {import('../state/lies.js').Choice} Choice */
/** @typedef {(choice: Choice, reach?: import('../state/lies.js').Reach) => void} Choose */
/**
 * `now`: what he says now. `titleId`: of the sentence that names the menu.
 * @typedef {{event: Message, heard: import('../state/types.js').Word | undefined, now: Choice, titleId: string}} Asked
 */

/** @param {Binder} binder @param {Page} page @param {Asked} asked @param {Choose} choose */
export function lieMenu(binder, page, asked, choose) {
  const { el } = binder;
  const { t, say } = page;
  const { event, now, titleId } = asked;
  return el(
    'div',
    { class: 'message-menu' },
    el('div', { role: 'menu', 'aria-labelledby': titleId }, ...choicesOf(event).map((choice) => item(binder, page, asked, choice, choose))),
    el(
      'div',
      { class: 'message-all' },
      el('button', { class: 'pill-button', onclick: () => choose(now, 'round') }, t('choice.all.round')),
      el(
        'button',
        { class: 'pill-button', onclick: () => choose(now, 'recipient') },
        t('choice.all.recipient', { to: say().general(event.to) }),
      ),
      letterButton(binder, page),
    ),
  );
}

/** @param {Binder} binder @param {Page} page @param {Asked} asked @param {Choice} choice @param {Choose} choose */
function item({ el }, { store, t, say }, { event, heard, now }, choice, choose) {
  const s = store.state;
  const forged = lacks(s, choice);
  const word = t(forged === null ? `choice.${choice}` : `choice.sm.forge.${choice}`);
  const beside = isSigned(s)
    ? remarkSigned(say(), choice, event, forged)
    : remark(say(), choice, event, heard, choice === now, s.spec?.inputs);
  const sign = () => {
    if (choice === 'T') return icon('check', 20);
    return choice === 'N' ? el('span', { class: 'nobody' }, icon('cross', 11)) : token(choice === 'O' ? 'N' : choice, 9.5);
  };
  return el(
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
    el('span', { class: 'choice-sign', 'aria-hidden': 'true' }, sign()),
    el('span', { class: 'choice-word' }, word),
    el('span', { class: 'choice-remark' }, beside),
  );
}

/** Whose seal the letter would lack with this word, or null. @param {import('../state/types.js').State} s @param {Choice} choice */
function lacks(s, choice) {
  const { session, scenario, perRound, message: step } = s;
  if (!isSigned(s) || !session || !scenario || step === null || (choice !== 'A' && choice !== 'R')) return null;
  return missingSeal(session, scenario, perRound, step, choice);
}

/**
 * Keys in a note with a menu: letters choose if keys that write do something, arrows go through it.
 * @param {KeyboardEvent} event @param {HTMLElement[]} items none where there is no menu @param {boolean} letters
 * @returns {boolean} whether the key did something
 */
export function handleMenuKey({ key }, items, letters) {
  const choice = items.find((item) => item.dataset.choice === key.toUpperCase());
  if (letters && choice) {
    choice.click();
    return true;
  }
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  /** @type {Record<string, number>} */
  const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at + items.length - 1) % items.length, Home: 0, End: items.length - 1 };
  if (at < 0 || !(key in to)) return false;
  items[to[key]].focus();
  return true;
}
