// The ladder: how weak the traitors may be and still break a condition, a rung for each kind, and a run for each that does.

import { binder } from '../kit/dom.js';
import { stamp } from '../kit/icons.js';
import { answers } from '../state/spec.js';
import { ARMY } from './asked-army.js';
import { KINDS, ladderWords, mayOf, rungWords, stateOf, weakest } from './ladder-words.js';
import { nextQuestions, ofArmy, ofTool, ofTraitor, stronger, weaker } from './next-questions.js';
import { question } from './question.js';
import { why } from './why.js';

/** @typedef {import('./ladder-words.js').Ladder} Ladder */
/** @typedef {import('./ladder-words.js').Kind} Kind */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {ReturnType<typeof question<Ladder | null>>} Asking */

/** A rung's run. @param {Page} page @param {Kind} kind @param {Ladder} ladder @returns {import('./found.js').Finding | null} */
function findingOf({ t, store }, kind, ladder) {
  const rung = ladder[kind];
  const { scenario } = store.state;
  if (!rung?.breaks || !scenario) return null;
  return {
    link: rung.link,
    title: () => t('lab.ladder.found', { kind: t(`lab.ladder.${kind}`), n: scenario.n, k: scenario.traitors.length }),
    note: () => (rung.link ? '' : t('lab.nolink')),
  };
}

/** A rung as a card, which shows its run where it has one. @param {import('../state/types.js').Binder} own @param {Page} page @param {Kind} kind @param {() => Ladder | null} now @param {() => Kind | null} chosen @param {(kind: Kind) => void} choose */
function rungCard(own, page, kind, now, chosen, choose) {
  const { t, say, store } = page;
  const rung = now()?.[kind] ?? null;
  const breaks = !!rung?.breaks;
  const asButton = { onclick: () => choose(kind), 'aria-pressed': () => String(chosen() === kind) };
  return own.el(
    breaks ? 'button' : 'div',
    { class: `window-card${breaks ? ' breaks' : ''}`, 'data-testid': `rung-${kind}`, ...(breaks ? asButton : {}) },
    own.el('b', {}, t(`lab.ladder.${kind}`)),
    own.el('span', { class: 'may' }, mayOf(say(), kind, store.state)),
    own.el(
      'span',
      { class: `window-state ${stateOf(rung)}`, 'data-state': stateOf(rung), 'data-answer': true },
      ...(now() ? [stamp(stateOf(rung)), own.el('span', {}, rungWords(say(), kind, rung))] : []),
    ),
  );
}

/** What one would ask next. @param {Page} page @param {Asking} asking */
function next(page, asking) {
  const { scenario } = page.store.state;
  if (!scenario) return [];
  if (scenario.traitors.length === 0) return [ofTraitor(page, scenario)];
  const answer = asking.answer();
  if (asking.refused() || (answer && weakest(answer))) return stronger(scenario).map(ofArmy(page));
  if (!answer) return [];
  return [...weaker(scenario).map(ofArmy(page)), ...(answers(page.store.state, 'exhaust') ? [ofTool(page, 'exhaust')] : [])];
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function ladder(bench) {
  const { page, ask, show } = bench;
  const { t, say, store } = page;
  const drawing = binder();
  const { el, list, refresh } = drawing;
  /** @type {Asking} */
  const asking = question(bench);
  const now = () => asking.answer();
  const isIdle = () => store.state.scenario?.traitors.length === 0;
  /** @type {Kind | null} */
  let chosen = null;

  /** @param {Kind | null} kind */
  function choose(kind) {
    chosen = kind;
    const known = now();
    show(kind && known ? findingOf(page, kind, known) : null);
  }

  async function update() {
    const link = ARMY.ladder(store.state.link);
    const given = await asking.put(link, async () => (isIdle() ? null : ask.ask('ladder', link)));
    if (given) choose(weakest(given));
  }

  function sentence() {
    const refused = asking.refused();
    if (refused) return t(say().under(`lab.exhaust.${refused.code}`, store.state.spec?.inputs));
    if (isIdle()) return t('lab.exhaust.nobody');
    const known = now();
    return known ? ladderWords(say(), known) : t('lab.computing');
  }

  const rungs = list(
    el('ol', { class: 'ladder', reversed: true, 'aria-label': () => t('lab.ladder.rungs') }),
    () => [...KINDS],
    (kind) => `${kind} ${store.state.lang} ${store.state.spec?.inputs} ${JSON.stringify(now()?.[kind] ?? null)} ${now() !== null}`,
    (kind, own) => own.el('li', {}, rungCard(own, page, kind, now, () => chosen, choose)),
  );
  return {
    node: el(
      'div',
      {},
      el('h3', {}, () => t('lab.ladder.title')),
      el('p', { class: 'lab-lead' }, () => t('lab.ladder.lead', { who: say().generals(store.state.scenario?.traitors ?? []) })),
      el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'ladder-answer', 'data-answer': true }, sentence),
      rungs,
      el('p', { class: 'hint ladder-note' }, () => t('lab.ladder.note')),
      why(drawing, page, () => t('lab.ladder.why'), () => t('lab.ladder.why.twins')),
      nextQuestions(drawing, page, () => next(page, asking)),
    ),
    refresh() {
      update();
      refresh();
    },
    stop: asking.stop,
  };
}
