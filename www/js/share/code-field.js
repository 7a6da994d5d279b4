// A piece of code to be pasted into another page, with its name and a button that copies it.

import { copying } from '../kit/copying.js';

/**
 * @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page
 * @param {{name: 'frame' | 'element', rows: number}} how @param {() => string} code
 */
export function codeField(own, page, { name, rows }, code) {
  const { el } = own;
  const { t, id } = page;
  /** @type {HTMLTextAreaElement} */
  const field = el('textarea', { class: 'share-code', id: id(`share-${name}-code`), 'data-testid': `share-${name}`, readonly: true, rows, spellcheck: 'false' });
  const { button, told } = copying(own, page, code, { words: 'share.copy', looks: 'mini', field, testid: `share-${name}-copy` });
  button.setAttribute('aria-describedby', id(`share-${name}-label`));
  const label = el('label', { class: 'label', id: id(`share-${name}-label`), for: field.id }, () => t(`share.${name}`));
  return {
    nodes: [el('div', { class: 'share-label' }, label, button), field, told],
    // Its value alone, which nothing that reads the page's elements finds in fog.
    refresh() {
      const text = code();
      if (field.value !== text) field.value = text;
    },
  };
}
