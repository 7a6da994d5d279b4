// The kinds of files as tiles, of which one is chosen, each with what it would be of what is shown.

/** @typedef {import('../files/types.js').FileOffer} FileOffer */

/**
 * @param {import('../state/types.js').Binder} own @param {import('../shell/page.js').Page} page @param {readonly FileOffer[]} offers
 * @param {import('./files-column.js').Chosen} chosen @param {() => void} changed
 */
export function fileTiles({ el }, page, offers, chosen, changed) {
  const { t, id, store } = page;
  const tile = (/** @type {FileOffer} */ offer) => {
    const { kind } = offer;
    const choose = () => {
      chosen.offer = offer;
      chosen.size = '';
      changed();
    };
    return el(
      'label',
      { class: () => `file-tile${chosen.offer === offer ? ' on' : ''}${store.state.sharing && offer.refused(page) !== null ? ' refused' : ''}` },
      el('input', { type: 'radio', name: id('file-kind'), value: kind, 'data-testid': `file-${kind}`, checked: () => chosen.offer === offer, onchange: choose }),
      el('b', {}, () => t(`share.kind.${kind}`)),
      el('span', {}, () => (store.state.sharing ? offer.about(page) : '')),
    );
  };
  return el('div', { class: 'file-tiles', role: 'radiogroup', 'aria-label': () => t('share.files') }, ...offers.map(tile));
}
