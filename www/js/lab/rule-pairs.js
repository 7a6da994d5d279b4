// Of three generals all pairs of rules as a field, with what is known of each and the reader's own among them; of four the count alone.

import { bitsOf, tablesOf, withPair } from './rule-tables.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./rule-answer.js').RuleAnswer} RuleAnswer */
/** What a pair is: `o` obeys a loyal commander, `a` agrees, or the reader's own. @typedef {'o' | 'a' | 'yours'} Mark */

/** The sides of the field, and of one of its cells. */
const SIDE = 16;
const CELL = 13;
const MARKS = /** @type {const} */ (['o', 'a', 'yours']);

/** Which cell is at a part of the field's side. @param {number} part from 0 to 1 */
const cellAt = (part) => Math.min(SIDE - 1, Math.floor(part * SIDE));

/** @param {Binder} binder @param {Mark} mark @param {number} [x] @param {number} [y] */
function sign({ svg }, mark, x = 0, y = 0) {
  const [cx, cy] = [(x + 0.5) * CELL, (y + 0.5) * CELL];
  if (mark === 'a') return svg('circle', { class: 'agrees', cx, cy, r: 5 });
  if (mark === 'yours') return svg('circle', { class: 'yours', cx, cy, r: 9 });
  return svg(
    'g',
    {},
    svg('rect', { class: 'obeys', x: cx - 6, y: cy - 6, width: 12, height: 12, rx: 2 }),
    svg('path', { class: 'tick', d: `M${cx - 3} ${cy}l2 2.5 4-5` }),
  );
}

/** A click takes the pair that stands there. @param {Binder} binder @param {RuleAnswer} rule @param {() => string} tallied */
function field(binder, rule, tallied) {
  const { svg, list } = binder;
  /** @param {MouseEvent} event */
  const take = ({ currentTarget, clientX, clientY }) => {
    const { left, top, width, height } = /** @type {Element} */ (currentTarget).getBoundingClientRect();
    rule.write(withPair(rule.written(), [cellAt((clientY - top) / height), cellAt((clientX - left) / width)]));
  };
  const own = () => {
    const [first, second] = tablesOf(rule.written());
    return rule.generals() === 3 ? `translate(${bitsOf(second) * CELL} ${bitsOf(first) * CELL})` : '';
  };
  const cells = Array.from({ length: SIDE * SIDE }, (_, i) => `M${(i % SIDE) * CELL + 1.5} ${Math.floor(i / SIDE) * CELL + 1.5}h10v10h-10z`);
  return svg(
    'svg',
    {
      class: 'pairs',
      viewBox: `0 0 ${SIDE * CELL} ${SIDE * CELL}`,
      role: 'img',
      'data-testid': 'rule-pairs',
      'aria-label': tallied,
      onclick: take,
    },
    svg('path', { class: 'pair', d: cells.join('') }),
    list(
      svg('g'),
      () => [...rule.pairs()].flatMap((mark, i) => (mark === 'o' || mark === 'a' ? [{ mark, i }] : [])),
      ({ i }) => String(i),
      ({ mark, i }) => sign(binder, /** @type {Mark} */ (mark), Math.floor(i / SIDE), i % SIDE),
    ),
    svg('g', { transform: own }, sign(binder, 'yours')),
  );
}

/** @param {Binder} binder @param {Page} page @param {RuleAnswer} rule */
export function rulePairs(binder, { t, say }, rule) {
  const { el, svg } = binder;
  const isOfThree = () => rule.generals() === 3;
  const tallied = () => {
    const tally = rule.tally();
    if (!tally) return '';
    const { choices: all, obedient, agreeing, working } = tally;
    return t(`lab.rule.tally.${isOfThree() ? 'three' : 'four'}`, { all, obedient, agreeing, working });
  };
  const across = (/** @type {number} */ general) => () => t('lab.rule.across', { who: say().general(general) });
  const legend = MARKS.map((mark) =>
    el(
      'li',
      {},
      svg('svg', { class: 'pairs', viewBox: '-4 -4 21 21', 'aria-hidden': 'true' }, sign(binder, mark)),
      el('span', {}, () => t(`lab.rule.sign.${mark}`)),
    ),
  );
  return el(
    'div',
    { class: 'rule-field' },
    el(
      'figure',
      { hidden: () => !isOfThree() },
      el('figcaption', {}, across(3)),
      el('span', {}, across(2)),
      field(binder, rule, tallied),
    ),
    el(
      'div',
      {},
      el('p', { class: 'hint', 'data-testid': 'rule-tally', hidden: () => !rule.tally() }, tallied),
      el('ul', { hidden: () => !isOfThree() }, ...legend),
    ),
  );
}
