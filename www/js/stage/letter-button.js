// From the note of a signed message to its letter under the glass.

import { bearsSeals } from '../state/spec.js';

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @returns {HTMLElement | null} null where nothing is signed */
export function letterButton({ el }, { store, t }) {
  const { message: step } = store.state;
  if (!bearsSeals(store.state) || step === null) return null;
  const look = () => {
    store.apply({ type: 'message', step: null });
    store.apply({ type: 'letter', step });
  };
  return el('button', { class: 'text-button', onclick: look }, t('letter.open'));
}
