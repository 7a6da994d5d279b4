// How traitors lie: the strategy, the die of a random one, and the way to the single lies.

import { freshSeed } from '../state/engine.js';
import { icon } from '../kit/icons.js';
import { liesBy } from '../state/session-cache.js';
import { isSigned } from '../state/spec.js';
import { fieldLabel } from './field-label.js';
import { knownScenario } from './known-scenario.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** From the plainest to the one that needs a seed. */
const STRATEGIES = ['honest', 'flip', 'half', 'split', 'silent', 'random'];

/** How many of the messages of those whom a die decides are lies: few or none, and they look honest. @param {import('../state/types.js').State} s @param {import('../words/i18n.js').Speech} say */
export function liesDrawn(s, say) {
  const { strategy, traitors } = knownScenario(s);
  if (strategy !== 'random' || !s.session || traitors.length === 0) return '';
  const { messages, lies } = liesBy(s.session, traitors);
  return say.t('seed.lies', { count: traitors.length, messages, lies });
}

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
export function strategyField(binder, page) {
  const { el } = binder;
  const { store, t, say } = page;
  const now = () => knownScenario(store.state);
  const signed = () => isSigned(store.state);
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      'aria-labelledby': page.id('label-strategy'),
      'data-testid': 'strategy',
      value: () => now().strategy,
      onchange: () => store.apply({ type: 'edit', changes: { strategy: select.value } }),
    },
    ...STRATEGIES.map((name) => el('option', { value: name }, () => t(signed() ? `strategy.sm.${name}` : say().under(`strategy.${name}`, now().protocol)))),
  );
  const die = el(
    'button',
    {
      class: 'die',
      hidden: () => now().strategy !== 'random',
      'aria-label': () => t('seed.draw'),
      title: () => t('seed.draw'),
      onclick: () => store.apply({ type: 'edit', changes: { seed: freshSeed() }, control: 'seed' }),
    },
    icon('die'),
  );
  return el(
    'div',
    { class: 'field', hidden: () => now().traitors.length === 0 },
    fieldLabel(binder, page, 'label-strategy', 'strategy', () => ({ count: now().traitors.length })),
    el('div', { class: 'row' }, el('span', { class: 'choose' }, select), die),
    el('p', { class: 'hint', hidden: () => now().strategy !== 'random' }, () => t('seed.now', { seed: now().seed })),
    el('p', { class: 'hint', 'data-testid': 'seed-lies', hidden: () => liesDrawn(store.state, say()) === '' }, () => liesDrawn(store.state, say())),
    el('p', { class: 'hint', hidden: () => !signed() }, () => (signed() ? t('strategy.sm.hint') : '')),
    el(
      'button',
      { class: 'text-button', 'data-testid': 'show-lies', onclick: () => store.apply({ type: 'aside', aside: 'lies' }) },
      () => (now().lies.length === 0 ? t('lies.show') : t('lies.single', { count: now().lies.length })),
    ),
  );
}
