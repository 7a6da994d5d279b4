// Of three generals all pairs of rules as a field, with what is known of each and the reader's own among them; of four the count alone.

import { drawn } from '../kit/picture.js';
import { cellAt, pairsPicture, signPicture } from './pairs-figure.js';
import { bitsOf, tablesOf, withPair } from './rule-tables.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./rule-answer.js').RuleAnswer} RuleAnswer */

const MARKS = /** @type {const} */ (['o', 'a', 'yours']);

/** A click takes the pair that stands there. @param {Binder} binder @param {RuleAnswer} rule @param {() => string} tallied */
function field({ picture }, rule, tallied) {
  /** @returns {[number, number] | null} */
  const own = () => {
    const [first, second] = tablesOf(rule.written());
    return rule.generals() === 3 ? [bitsOf(first), bitsOf(second)] : null;
  };
  const node = picture(() => pairsPicture(rule.pairs(), own(), tallied()));
  node.addEventListener('click', ({ clientX, clientY }) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    rule.write(withPair(rule.written(), [cellAt((clientY - top) / height), cellAt((clientX - left) / width)]));
  });
  return node;
}

/** @param {Binder} binder @param {Page} page @param {RuleAnswer} rule */
export function rulePairs(binder, { t, say }, rule) {
  const { el } = binder;
  const isOfThree = () => rule.generals() === 3;
  const tallied = () => {
    const tally = rule.tally();
    if (!tally) return '';
    const { choices: all, obedient, agreeing, working } = tally;
    return t(`lab.rule.tally.${isOfThree() ? 'three' : 'four'}`, { all, obedient, agreeing, working });
  };
  const across = (/** @type {number} */ general) => () => t('lab.rule.across', { who: say().general(general) });
  const legend = MARKS.map((mark) =>
    el('li', {}, drawn(signPicture(mark)), el('span', {}, () => t(`lab.rule.sign.${mark}`))),
  );
  return el(
    'div',
    { class: 'rule-field', 'data-answer': true },
    el(
      'figure',
      { hidden: () => !isOfThree() },
      el('figcaption', {}, across(3)),
      el('span', {}, across(2)),
      // Until it is counted the field has the name of its tool.
      field(binder, rule, () => tallied() || t('lab.rule')),
    ),
    el(
      'div',
      {},
      el('p', { class: 'hint', 'data-testid': 'rule-tally', hidden: () => !rule.tally() }, tallied),
      el('ul', { hidden: () => !isOfThree() }, ...legend),
    ),
  );
}
