// On a phone a text is there to be read until its reader wants to edit it: a finger that scrolls or looks brings no keyboard up.

/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {Binder} binder @param {import('../shell/page.js').Page} page @param {import('./text.js').Text} text */
export function editButton({ el, refresh }, { t }, { editor }) {
  const phone = matchMedia('(pointer: coarse) and (width < 600px)');
  let isEdited = false;
  function isRead() {
    const isLocked = phone.matches && !isEdited;
    editor.lock(isLocked);
    return isLocked;
  }
  phone.addEventListener('change', refresh);
  function edit() {
    isEdited = true;
    refresh();
    editor.focus();
  }
  return el('button', { class: 'bar-button line', 'data-testid': 'program-edit', hidden: () => !isRead(), onclick: edit }, () => t('program.edit'));
}
