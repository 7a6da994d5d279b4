// All pairs of rules there are, and how many of them never disagree, are of any use, and do both: counted by the engine.

import { answerFor } from './chain.js';
import { told } from './words.js';

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page */
export function rulesTried({ el }, page) {
  const say = () => told(page);
  const rules = () => answerFor(page.store.state).rules;
  /** @param {'agreeing' | 'useful' | 'working'} name */
  const count = (name) =>
    el('li', { class: name }, el('b', { 'data-testid': `rules-${name}` }, () => say().number(rules()[name])), ' ', el('span', {}, () => say().t(`rules.${name}`)));
  return el(
    'section',
    { class: 'two-rules', 'aria-labelledby': page.id('rules-title') },
    el('h3', { id: page.id('rules-title'), 'data-testid': 'rules' }, () => say().t('rules', { pairs: rules().pairs })),
    el('ul', {}, count('agreeing'), count('useful'), count('working')),
    el('p', { class: 'hint' }, () => say().t('rules.why')),
  );
}
