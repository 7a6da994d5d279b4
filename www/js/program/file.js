// A file of the reader's as the text: what is no text, or longer than a program may be, is not opened, and the text that stands there stays.

import { limits } from '../state/engine.js';

/** @typedef {import('../state/types.js').Binder} Binder */

/**
 * The text of a file, or why it is none.
 * @param {Blob} file @returns {Promise<{text: string} | {why: 'large' | 'strange'}>}
 */
export async function textIn(file) {
  if (file.size > limits().programBytes) return { why: 'large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? { why: 'strange' } : { text };
  } catch {
    return { why: 'strange' };
  }
}

/** Opens a file that is chosen or dropped; says so where it does not. @param {Binder} binder @param {import('../shell/page.js').Page} page @param {import('./text.js').Text} text */
export function fileOpener({ el, refresh }, { t }, text) {
  /** What was not opened, while this text stands. @type {{why: 'large' | 'strange', name: string, count: number, beside: string} | null} */
  let refused = null;
  /** @param {File} file */
  async function read(file) {
    const found = await textIn(file);
    refused = 'why' in found ? { why: found.why, name: file.name, count: file.size, beside: text.checked.text } : null;
    if ('text' in found) text.put(found.text);
    else refresh();
  }
  const field = el('input', { type: 'file', accept: '.byz,text/plain', hidden: true, 'data-testid': 'program-file' });
  field.addEventListener('change', async () => {
    const [file] = field.files ?? [];
    if (file) await read(file);
    field.value = '';
  });
  const now = () => (refused?.beside === text.checked.text ? refused : null);
  const says = () => {
    const it = now();
    return it ? t(`program.file.${it.why}`, { name: it.name, count: it.count, limit: limits().programBytes }) : '';
  };
  return {
    node: el('div', {}, field, el('p', { class: 'program-unserved', role: 'alert', 'data-testid': 'program-file-refused', hidden: () => now() === null }, says)),
    choose: () => field.click(),
    read,
  };
}
