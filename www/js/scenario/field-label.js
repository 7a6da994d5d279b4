// A label whose terms are explained: as its words are buttons, it names its control by id.

import { glossed } from '../words/glossary.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/**
 * Where other evidence decides, a field may mean another thing.
 * @param {Binder} binder @param {Page} page @param {string} name of its id in this part of the page
 * @param {string} key of its words @param {() => import('../words/i18n.js').Values} [values]
 */
export const fieldLabel = (binder, page, name, key, values) =>
  glossed(binder, page, binder.el('span', { class: 'label', id: page.id(name) }), () => page.say().parts(page.say().under(key, page.store.state.spec?.evidence), values?.()));
