// One sentence leads; whoever asks why opens the rest.

/** @typedef {import('../state/types.js').Binder} Binder */

/**
 * What stands behind the leading sentence, a paragraph each.
 * @param {Binder} binder @param {import('../shell/page.js').Page} page @param {(() => string)[]} told
 */
export const why = ({ el }, { t }, ...told) =>
  el('details', { class: 'why', 'data-testid': 'lab-why' }, el('summary', {}, () => t('lab.why')), ...told.map((words) => el('p', { class: 'lab-lead' }, words)));
