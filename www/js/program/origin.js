// Whose text it is: that of the link that was opened, until another stands there; then one can go back to it, and from what was laid aside too.

import { program } from '../state/engine.js';
import programs from './programs.json' with { type: 'json' };

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').State} State */

/** Whether a link has just been opened: nothing of it was changed yet. @param {Pick<State, 'past' | 'future'>} s */
const isFresh = ({ past, future }) => past.length === 0 && future.length === 0;

/** A link that brings no program has this one. */
const BARE = 'v=1&p=own';

/** Whether the page offers this text itself: then it is nobody's. @param {string} text */
const isOffered = (text) => text === program().text(BARE) || programs.some((one) => one.text === text);

/** Keeps the text of the link that was opened last. */
export function createOrigin() {
  /** @type {string | null} */
  let text = null;
  return {
    /** @param {Pick<State, 'past' | 'future' | 'scenario'>} s */
    note(s) {
      const { prog } = s.scenario ?? {};
      if (isFresh(s) && prog !== undefined) text = isOffered(prog) ? null : prog;
    },
    /** Whether this is its text; null: it brought none of its own. @param {string} now */
    is: (now) => (text === null ? null : now === text),
    text: () => text ?? '',
  };
}

/** Where the text is from, and the ways to others that there are. @param {Binder} binder @param {Page} page @param {import('./text.js').Text} text */
export function originNote({ el }, { store, t }, text) {
  const origin = createOrigin();
  const is = () => {
    origin.note(store.state);
    return origin.is(text.checked.text);
  };
  const isRunning = () => text.runs() || (is() === false && origin.text() === text.running());
  return el(
    'p',
    { class: 'program-origin hint', 'data-testid': 'program-origin', hidden: () => is() === null && isRunning() && text.aside() === null },
    el('span', { hidden: () => is() === null }, () => t(is() === false ? 'program.origin.changed' : 'program.origin')),
    ' ',
    el('button', { 'data-testid': 'program-origin-back', hidden: () => is() !== false, onclick: () => text.put(origin.text()) }, () => t('program.origin.back')),
    ' ',
    el('button', { 'data-testid': 'program-running', hidden: isRunning, onclick: () => text.put(text.running()) }, () => t('program.origin.running')),
    ' ',
    el('button', { 'data-testid': 'program-aside', hidden: () => text.aside() === null, onclick: text.bringBack }, () => t('program.origin.aside')),
  );
}
