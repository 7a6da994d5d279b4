// How the chosen file looks before it is saved: a picture, the beginning of a text, or why there is none.

import { el } from '../kit/dom.js';

/** @typedef {import('./files-column.js').Chosen} Chosen */
/** @typedef {import('../files/types.js').Preview} Preview */

/**
 * @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page @param {Chosen} chosen
 * @param {() => string | null} refusal why there is no such file @param {() => void} told called when the size of the file has become known
 */
export function filePreview(own, page, chosen, refusal, told) {
  const { t, say } = page;
  const node = own.el('div', { class: 'file-preview', 'data-testid': 'file-preview', tabindex: 0, role: 'group', 'aria-label': () => t('share.preview') });
  /** The preview that was asked for last: an earlier one that comes later is of nothing. @type {object | null} */
  let asked = null;

  /** @param {string} looks @param {string} text */
  const sentence = (looks, text) => node.replaceChildren(el('p', { class: looks }, text));

  /** @param {Preview} preview */
  function put(preview) {
    if (preview.kind === 'picture') {
      node.replaceChildren(preview.node);
      const { size } = preview;
      chosen.size = size ? t('share.size.pixels', size) : '';
      return;
    }
    node.replaceChildren(el('pre', {}, preview.text + (preview.length > preview.text.length ? '\n…' : '')));
    chosen.size = t('share.size.characters', { count: preview.length, size: say().number(preview.length) });
  }

  async function show() {
    const mine = (asked = {});
    const why = refusal();
    node.setAttribute('aria-busy', String(why === null));
    chosen.size = '';
    if (why !== null) sentence('file-refused', why);
    else
      try {
        const preview = await chosen.offer.preview(page, chosen.options);
        if (asked !== mine) return;
        put(preview);
      } catch (error) {
        if (asked !== mine) return;
        sentence('file-refused', t('share.failed'));
        reportError(error);
      }
    node.setAttribute('aria-busy', 'false');
    told();
  }

  return {
    node,
    show: () => void show(),
    /** Of a run that is no longer shared nothing stays in the page. */
    clear() {
      asked = null;
      chosen.size = '';
      node.replaceChildren();
      node.setAttribute('aria-busy', 'false');
    },
  };
}
