// A text to be copied: a button that says for a while when it is done, and the text in a field where it must be copied by hand.

import { icon } from './icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

const COPIED_MS = 2000;

/**
 * Copies a text: by the clipboard where there is one, else by selecting it in a field.
 * @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} [text]
 * @returns {Promise<boolean>}
 */
export async function copy(field, text = field.value) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.value = text;
    field.hidden = false;
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}

/**
 * @param {Binder} own @param {Page} page @param {() => string} text
 * @param {{words: string, field: HTMLInputElement | HTMLTextAreaElement, testid?: string, looks?: string}} how `words`: on the button
 */
export function copying({ el, refresh }, { t }, text, { words, field, testid, looks = 'line' }) {
  let answer = '';
  async function copyText() {
    answer = (await copy(field, text())) ? 'share.copied' : 'share.selected';
    refresh();
    setTimeout(() => {
      answer = '';
      refresh();
    }, COPIED_MS);
  }
  return {
    button: el('button', { class: `bar-button ${looks}`, 'data-testid': testid, onclick: copyText }, icon('copy', 16), el('span', {}, () => t(answer || words))),
    told: el('p', { class: 'unseen', role: 'status' }, () => (answer ? t(answer) : '')),
  };
}
