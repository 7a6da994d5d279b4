// How a run ends for each condition, each with its stamp and why: below two runs, and of what the laboratory found.

import { specOf } from '../state/engine.js';
import { plain } from '../words/narrate.js';
import { stamp } from '../kit/icons.js';
import { outcome } from '../words/outcome.js';
import { because } from './verdict-words.js';

/** What the laboratory breaks. @type {readonly import('../words/outcome.js').Condition[]} */
const USUAL = ['agreement', 'validity'];
/** @typedef {{verdict: import('../state/engine.js').Verdict, scenario: Pick<import('../state/types.js').Scenario, 'protocol' | 'order' | 'i' | 'traitors'>, link: string, conditions?: readonly import('../words/outcome.js').Condition[]}} Ended */

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {() => Ended | null} ended @param {string} side what a test id of each ends with */
export const conditions = ({ el, list }, { store, say, t }, ended, side) =>
  list(
    el('ul', { class: 'pair-verdict', hidden: () => ended() === null }),
    () => {
      const now = ended();
      return now ? (now.conditions ?? USUAL).map((condition) => ({ condition, now })) : [];
    },
    ({ condition, now: { link } }) => `${store.state.lang} ${condition} ${link}`,
    ({ condition, now: { verdict, scenario } }, own) => {
      const state = outcome(verdict, condition);
      return own.el(
        'li',
        { 'data-state': state, 'data-testid': `pair-${condition}-${side}` },
        stamp(state),
        own.el(
          'span',
          {},
          own.el('b', { class: state }, `${plain(say().parts(say().under(condition, specOf(scenario.protocol).task)))} ${t(`state.${state}`)}`),
          ' ',
          because(say(), verdict, condition, scenario),
        ),
      );
    },
  );
