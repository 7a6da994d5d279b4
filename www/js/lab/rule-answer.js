// What the laboratory answers about the rule that is written: the runs that break it, and how many rules of its kind work.

import { BEGIN, tablesOf } from './rule-tables.js';

/** @typedef {import('#generals').Rules} Rules */
/** @typedef {import('#generals').RuleTally} RuleTally */

/** A run that breaks the rule. @param {import('../shell/page.js').Page} page @param {Rules['cases'][number]} broken @returns {import('./found.js').Finding} */
function findingOf({ t, say }, { condition, link, obeyed }) {
  const obeys = () =>
    Object.entries(obeyed).map(([id, order]) => t('lab.rule.obeys', { who: say().general(Number(id)), order: say().order(order) }));
  return {
    link,
    title: () => t(`lab.rule.fails.${condition}`),
    note: () => t('lab.rule.note', { obeyed: say().list(obeys()) }),
    obeyed,
  };
}

/** The rule that is written, as a link has it, and what is known of it. @param {import('./lab.js').Bench} bench */
export function ruleAnswer({ page, ask, show, redraw }) {
  const { store } = page;
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
    const broken = answer?.cases[place];
    show(broken ? findingOf(page, broken) : null);
    redraw();
  }

  return {
    written,
    generals,
    cases,
    tally: () => tallies[generals()],
    /** Of three generals a letter for each pair of tables: at sixteen times the number of the second, and the first's. */
    pairs: () => tallies[3]?.each ?? '',
    tried: () => answer?.tried ?? null,
    hasFailed: () => hasFailed,
    /** How many runs broke it before the last change of a cell; null after any other. */
    before: () => change.before,
    /** The cell changed last. */
    changed: () => change.cell,
    /** Which of the runs that break it is shown. */
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
