// What a loyal general’s message says, what he was told himself, and how he compares with an honest general.

import { plain } from '../words/narrate.js';
import { tellPart } from '../marks/tell.js';
import { mask, token } from '../kit/icons.js';
import { isSigned } from '../state/spec.js';
import { sealsOf } from '../state/session-cache.js';
import { judgement } from '../words/message-words.js';
import { tellLetter } from '../words/narrate-signed.js';
import { letterButton } from './letter-button.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('../state/engine.js').Message} Message */

/** @param {Binder} binder @param {Page} page @param {Message} event @param {Word | undefined} heard what he was told on its path */
export function saidNote(binder, page, event, heard) {
  const { el } = binder;
  const { store, t, say } = page;
  if (event.part) return el('div', { class: 'message-note' }, el('p', {}, plain(tellPart(say(), `${store.state.scenario?.protocol}`, event, store.state.scenario?.by))), letterButton(binder, page));
  if (isSigned(store.state)) return signedNote(binder, page, event);
  /** The words where every general has an opinion. @param {string} key */
  const under = (key) => say().under(key, store.state.spec?.inputs);
  /** @param {string} name @param {Word} word */
  const line = (name, word) => [el('dt', {}, name), el('dd', {}, token(word, 9), el('b', {}, say().order(word)))];

  const order = event.path.length === 1;
  const relayed = event.path.length === 2 ? t('message.he-says', { who: say().id(event.path[0]) }) : t('message.he-says.short');
  const told = heard === undefined || order ? event.honest : heard;
  return el(
    'div',
    { class: 'message-note' },
    event.lie ? el('p', { class: 'message-lie' }, mask(20), t('message.lie')) : null,
    el(
      'dl',
      {},
      ...line(order ? t(under('message.he-orders')) : relayed, event.said),
      ...line(t(order ? under('message.holds') : 'message.told'), told),
    ),
    el('p', {}, t(under(judgement(event, told)), { order: say().order(event.honest) })),
  );
}

/** @param {Binder} binder @param {Page} page @param {Message} event */
function signedNote(binder, page, event) {
  const { session, message: step } = page.store.state;
  const forged = session && step !== null ? sealsOf(session, step).forged : null;
  return binder.el(
    'div',
    { class: 'message-note' },
    binder.el('p', {}, plain(tellLetter(page.say(), event, forged))),
    letterButton(binder, page),
  );
}
