// Write the rule yourself: what a lieutenant obeys by what he heard, and the run in which that fails.

import { binder } from '../kit/dom.js';
import { ruleAnswer } from './rule-answer.js';
import { ruleCells } from './rule-cells.js';
import { rulePairs } from './rule-pairs.js';
import { BEGIN, isEach, withEachTurned } from './rule-tables.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./rule-answer.js').RuleAnswer} RuleAnswer */

/** How many generals there are, and whether each lieutenant has a table of his own. @param {Binder} binder @param {Page} page @param {RuleAnswer} rule */
function options({ el }, { t }, rule) {
  /** @param {3 | 4} n @param {string} key */
  const army = (n, key) =>
    el(
      'button',
      {
        class: 'cheat',
        'data-testid': `rule-${n}`,
        'aria-pressed': () => String(rule.generals() === n),
        onclick: () => rule.write(BEGIN[n]),
      },
      () => t(key),
    );
  return el(
    'div',
    { class: 'lab-options' },
    army(3, 'lab.rule.three'),
    army(4, 'lab.rule.four'),
    el(
      'button',
      {
        class: 'cheat',
        hidden: () => rule.generals() === 4,
        'aria-pressed': () => String(isEach(rule.written())),
        onclick: () => rule.write(withEachTurned(rule.written())),
      },
      () => t('lab.rule.each'),
    ),
  );
}

/** Whether the rule works, and the next run that breaks it. @param {Binder} binder @param {Page} page @param {RuleAnswer} rule */
function answer({ el }, { t }, rule) {
  const sentence = () => {
    const tried = rule.tried();
    if (tried === null) return t(rule.hasFailed() ? 'lab.failed' : 'lab.computing');
    const [count, before] = [rule.cases(), rule.before()];
    const now = t(count === 0 ? 'lab.rule.works' : 'lab.rule.broken', { count, tried });
    return before === null ? now : `${now} ${t('lab.rule.before', { count: before })}`;
  };
  return [
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'rule-answer', 'data-answer': true }, sentence),
    el(
      'button',
      { class: 'cheat', 'data-testid': 'rule-next', 'data-answer': true, hidden: () => rule.cases() < 2, onclick: rule.showNext },
      () => t('lab.rule.next', { place: rule.shown() + 1, all: rule.cases() }),
    ),
  ];
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function rule(bench) {
  const { page } = bench;
  const drawing = binder();
  const { el, refresh } = drawing;
  const about = ruleAnswer(bench);
  return {
    node: el(
      'div',
      {},
      el('h3', {}, () => page.t('lab.rule.title')),
      el('p', { class: 'lab-lead' }, () => page.t('lab.rule.lead')),
      options(drawing, page, about),
      ruleCells(drawing, page, about),
      ...answer(drawing, page, about),
      rulePairs(drawing, page, about),
    ),
    refresh() {
      about.update();
      refresh();
    },
    stop: about.stop,
  };
}
