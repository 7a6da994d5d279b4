// The choice of a protocol, those that the engine has, by what they are for, and what is to be said of the chosen one.

import { limits } from '../state/engine.js';
import { glossed } from '../words/glossary.js';
import { knownScenario } from './known-scenario.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** What they are for, as keys; the last has all others. */
const GROUPS = [
  ['protocols.order', 'om', 'sm', 'flat'],
  ['protocols.opinions', 'ic', 'king', 'queen', 'benor'],
  ['protocols.any-time', 'bracha', 'pbft'],
  ['protocols.own', 'own'],
  ['protocols.more'],
];

/** Protocols under what they are for, none of it empty. @param {readonly string[]} all */
export function grouped(all) {
  const named = GROUPS.flat();
  const of = (/** @type {string[]} */ names) => (names.length > 0 ? all.filter((name) => names.includes(name)) : all.filter((name) => !named.includes(name)));
  return GROUPS.map(([key, ...names]) => ({ key, names: of(names) })).filter(({ names }) => names.length > 0);
}

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
export function protocolField(binder, page) {
  const { el, refresh } = binder;
  const { store, t, say } = page;
  const now = () => knownScenario(store.state).protocol;
  const isWrong = () => store.state.grounds.reason === 'known-wrong';
  /** A line below its name, of those that need one. */
  const hint = () => {
    const key = say().under(say().under('protocol.hint', now()), `${knownScenario(store.state).by}`);
    return key === 'protocol.hint' ? null : key;
  };
  const groups = grouped(limits().protocols);
  const isNamed = (/** @type {string} */ key, /** @type {string} */ name) => say().under(key, name) !== key;
  // What the others are called comes when one is looked for, if not before: until then each is called as in links.
  const bring = () => page.learn(['protocols']).then(refresh, reportError);
  const named = (/** @type {string} */ name) => (isNamed('protocol', name) ? t(`protocol.${name}`) : name);
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      id: page.id('field-protocol'),
      'data-testid': 'protocol',
      value: now,
      onchange: () => store.apply({ type: 'edit', changes: { protocol: select.value } }),
      onfocus: bring,
      onpointerenter: bring,
    },
    ...groups.map(({ key, names }) =>
      el('optgroup', { label: () => (isNamed('protocols', key.slice(10)) ? t(key) : '') }, ...names.map((name) => el('option', { value: name }, () => named(name)))),
    ),
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
