// One sentence leads; whoever asks why opens the rest.

/** @typedef {import('../state/types.js').Binder} Binder */

/**
 * What stands behind the leading sentence, a paragraph each.
 * @param {Binder} binder @param {import('../shell/page.js').Page} page @param {(() => string)[]} told
 */
export const why = (binder, page, ...told) => opens(binder, page, 'lab.why', ...told);

/** The same where it is told how, not why. @param {Binder} binder @param {import('../shell/page.js').Page} page @param {(() => string)[]} told */
export const how = (binder, page, ...told) => opens(binder, page, 'lab.how', ...told);

/** @param {Binder} binder @param {import('../shell/page.js').Page} page @param {string} key @param {(() => string)[]} told */
const opens = ({ el }, { t }, key, ...told) =>
  el('details', { class: 'why', 'data-testid': 'lab-why', 'data-answer': true }, el('summary', {}, () => t(key)), ...told.map((words) => el('p', { class: 'lab-lead' }, words)));
