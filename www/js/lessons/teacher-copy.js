// A text to be copied: a button that says when it is done, and the text in a field where it must be copied by hand.

import { icon } from '../kit/icons.js';
import { copy } from '../share/share.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

const COPIED_MS = 2000;

/**
 * @param {Binder} own @param {Page} page @param {() => string} text
 * @param {{testid: string, words: string, field: HTMLInputElement | HTMLTextAreaElement}} how `words`: on the button
 */
export function copying({ el, refresh }, { t }, text, { testid, words, field }) {
  let answer = '';
  async function copyText() {
    answer = (await copy(field, text())) ? 'teacher.copied' : 'teacher.selected';
    refresh();
    setTimeout(() => {
      answer = '';
      refresh();
    }, COPIED_MS);
  }
  return {
    button: el('button', { class: 'bar-button line', 'data-testid': testid, onclick: copyText }, icon('copy', 15), el('span', {}, () => t(answer || words))),
    told: el('span', { class: 'unseen', role: 'status' }, () => (answer ? t(answer) : '')),
  };
}
