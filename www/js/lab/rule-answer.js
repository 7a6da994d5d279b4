// What the laboratory answers about the rule that is written: the runs that break it, and how many rules of its kind work.

import { BEGIN, tablesOf } from './rule-tables.js';

/** @typedef {import('#generals').Rules} Rules */
/** @typedef {import('#generals').RuleTally} RuleTally */

/**
 * The rule that is written and all that is known of it. `written`: as a link has it; `before`: how many runs broke it before the last change
 * of a cell; `changed`: that cell; `shown`: which of the runs that break it is shown.
 * @param {import('./lab.js').Bench} bench
 */
export function ruleAnswer({ page: { t, say, store }, ask, show, redraw }) {
  /** What was written last, for whoever comes back without it in the address. */
  let mine = BEGIN[3];
  const written = () => store.state.place.rule ?? mine;
  /** @type {Rules | null} */
  let answer = null;
  /** By how many generals there are. @type {Record<number, RuleTally | undefined>} */
  const tallies = {};
  let shown = 0;
  /** @type {{rule: string, cell: string, before: number | null}} */
  let change = { rule: '', cell: '', before: null };
  /** The question on its way or answered. */
  let last = '';
  let isAsked = false;
  let hasFailed = false;

  const generals = () => tablesOf(written()).length + 1;
  const cases = () => answer?.cases.length ?? 0;

  async function update() {
    const [question, n] = [written(), generals()];
    if (question === last) return;
    mine = last = question;
    if (question !== change.rule) change.before = null;
    isAsked = true;
    const told = await Promise.all([ask.ask('rules', tablesOf(question)), tallies[n] ?? ask.ask('ruleTally', n)]).catch(() => null);
    if (question !== last) return;
    isAsked = false;
    hasFailed = !told;
    [answer, tallies[n]] = told ?? [null];
    choose(0);
  }

  /** Shows one of the runs that break it. @param {number} place */
  function choose(place) {
    shown = place;
    const { condition, link, obeyed } = answer?.cases[place] ?? {};
    const obeys = () =>
      Object.entries(obeyed ?? {}).map(([id, order]) => t('lab.rule.obeys', { who: say().general(Number(id)), order: say().order(order) }));
    show(
      condition
        ? {
            link: link ?? null,
            title: () => t(`lab.rule.fails.${condition}`),
            note: () => t('lab.rule.note', { obeyed: say().list(obeys()) }),
            obeyed,
          }
        : null,
    );
    redraw();
  }

  return {
    written,
    generals,
    cases,
    tally: () => tallies[generals()],
    /** What every pair of rules of three generals is, a letter each, row by row. */
    pairs: () => tallies[3]?.each ?? '',
    tried: () => answer?.tried ?? null,
    hasFailed: () => hasFailed,
    before: () => change.before,
    changed: () => change.cell,
    shown: () => shown,
    update,
    showNext: () => choose((shown + 1) % cases()),
    /** @param {string} rule @param {string} [cell] by whose change it came about */
    write(rule, cell = '') {
      change = { rule, cell, before: cell ? cases() : null };
      store.apply({ type: 'rule', rule });
    },
    /** Whatever comes now comes too late; what is answered stays. */
    stop() {
      if (isAsked || hasFailed) last = '';
    },
  };
}

/** @typedef {ReturnType<typeof ruleAnswer>} RuleAnswer */
