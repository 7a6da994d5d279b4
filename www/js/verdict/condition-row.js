// One condition of the verdict: its stamp, its name and why. What is broken has witnesses on the map: pointing at the row lights them.

import { glossed } from '../words/glossary.js';
import { stamp } from '../kit/icons.js';
import { outcome } from '../words/outcome.js';
import { because } from './verdict-words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../words/outcome.js').Condition} Condition */

/** @param {import('../state/types.js').Binder} binder @param {Page} page @param {Condition} condition @param {() => boolean} isOver whether it may be told */
export function conditionRow(binder, page, condition, isOver) {
  const { el, list } = binder;
  const { store, t, say } = page;
  const s = () => store.state;
  const isTold = () => isOver() && s().verdict !== null;
  const state = () => {
    const { verdict } = s();
    return isOver() && verdict ? outcome(verdict, condition) : 'open';
  };
  const why = () => {
    const { verdict, scenario, spec } = s();
    if (isOver() && verdict && scenario) return because(say(), verdict, condition, scenario);
    return t(say().under(`${condition}.meaning`, spec?.task));
  };
  /** @param {number[]} generals */
  const point = (generals) => {
    if (generals.length > 0 || s().pointed.length > 0) store.apply({ type: 'point', generals });
  };
  const pointAtWitnesses = () => point(isOver() ? (s().verdict?.[condition]?.witnesses ?? []) : []);

  return el(
    'li',
    {
      'data-testid': `verdict-${condition}`,
      'data-state': state,
      tabindex: () => (state() === 'broken' ? 0 : null),
      onpointerenter: pointAtWitnesses,
      onpointerleave: () => point([]),
      onfocus: pointAtWitnesses,
      onblur: () => point([]),
    },
    list(el('span', { class: 'stamp-room', 'aria-hidden': 'true' }), () => [state()], String, stamp),
    el(
      'div',
      {},
      el(
        'p',
        { class: 'condition' },
        glossed(binder, page, el('b', {}), () => say().parts(say().under(condition, s().spec?.task))),
        el('b', { class: state }, () => (isTold() ? ` ${t(`state.${state()}`)}` : '')),
      ),
      el('p', { class: 'because' }, why),
    ),
  );
}
