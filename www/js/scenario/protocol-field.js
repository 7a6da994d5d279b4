// The choice of a protocol, those that the engine has, and what is to be said of the chosen one.

import { limits } from '../state/engine.js';
import { glossed } from '../words/glossary.js';
import { knownScenario } from './known-scenario.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
export function protocolField(binder, page) {
  const { el } = binder;
  const { store, t, say } = page;
  const now = () => knownScenario(store.state).protocol;
  const isWrong = () => store.state.grounds.reason === 'known-wrong';
  /** A line below its name, of those that need one. */
  const hint = () => {
    const key = say().under('protocol.hint', now());
    return key === 'protocol.hint' ? null : key;
  };
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      id: page.id('field-protocol'),
      'data-testid': 'protocol',
      value: now,
      onchange: () => store.apply({ type: 'edit', changes: { protocol: select.value } }),
    },
    ...limits().protocols.map((name) => el('option', { value: name }, () => t(`protocol.${name}`))),
  );
  return el(
    'div',
    { class: 'field' },
    el('label', { class: 'label', for: select.id }, () => t('protocol')),
    el('span', { class: 'choose' }, select),
    glossed(binder, page, el('p', { class: () => (isWrong() ? 'hint warn' : 'hint'), hidden: () => hint() === null }), () =>
      say().parts(hint() ?? 'protocol'),
    ),
  );
}
