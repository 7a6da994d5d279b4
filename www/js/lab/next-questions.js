// The next question: what one would ask after an answer, as buttons that ask it. Nobody is left with one sentence on an empty page.

import { limits } from '../state/engine.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').Scenario} Scenario */
/** @typedef {Pick<Scenario, 'n' | 'm' | 'traitors'>} Army */
/** @typedef {{id: string, words: string, ask: () => void}} Question */
/** Another army: what is changed in the scenario, and how the question is put. @typedef {{id: string, values: Record<string, number>, changes: import('../state/engine.js').Changes}} Other */
/** `may`: there is such an army. @typedef {Other & {may: boolean}} Offered */

/** The traitors and one more, a lieutenant if there is one left. @param {Army} army */
function oneMore({ n, traitors }) {
  const loyal = Array.from({ length: n }, (_, i) => i + 1).filter((id) => !traitors.includes(id));
  const next = loyal.find((id) => id > 1) ?? loyal[0];
  return [...traitors, next].sort((a, b) => a - b);
}

/** Armies that may break where this one does not: fewer generals, more traitors, more rounds. @param {Army} army @returns {Other[]} */
export function weaker(army) {
  const { n, m, traitors } = army;
  const f = traitors.length + 1;
  /** @type {Offered[]} */
  const all = [
    { id: 'n', values: { n: n - 1 }, changes: { n: n - 1 }, may: n > 3 && !traitors.includes(n) },
    { id: 'f', values: { count: f }, changes: { traitors: oneMore(army) }, may: n - f >= 2 },
    { id: 'm', values: { m: m + 1 }, changes: { m: m + 1 }, may: m + 1 <= n - 2 },
  ];
  return all.filter(({ may }) => may);
}

/** Armies that may hold where this one breaks: more generals, fewer traitors. @param {Army} army @returns {Other[]} */
export function stronger({ n, traitors }) {
  const fewer = traitors.slice(0, -1);
  /** @type {Offered[]} */
  const all = [
    { id: 'n', values: { n: n + 1 }, changes: { n: n + 1 }, may: n < limits().generals },
    { id: 'f', values: { count: fewer.length }, changes: { traitors: fewer }, may: fewer.length > 0 },
  ];
  return all.filter(({ may }) => may);
}

/** @param {Page} page @returns {(other: Other) => Question} */
export const ofArmy = ({ store, t }) => ({ id, values, changes }) => ({
  id,
  words: t(`lab.next.${id}`, values),
  ask: () => store.apply({ type: 'edit', changes }),
});

/** The same army put to another tool. @param {Page} page @param {'tolerance' | 'attack' | 'exhaust'} tool @returns {Question} */
export const ofTool = ({ store, t }, tool) => ({ id: tool, words: t(`lab.${tool}`), ask: () => store.apply({ type: 'view', view: tool }) });

/** Where nobody is a traitor: the last general is made one. @param {Page} page @param {Army} army @returns {Question} */
export const ofTraitor = ({ store, t, say }, { n }) => ({
  id: 'turn',
  words: t('turn.traitor', { who: say().general(n) }),
  ask: () => store.apply({ type: 'edit', changes: { traitors: [n] } }),
});

/** The same army with signatures, of which everything is tried. @param {Page} page @returns {Question} */
export const ofSigned = ({ store, t }) => ({
  id: 'signed',
  words: t('lab.next.signed'),
  ask() {
    store.apply({ type: 'edit', changes: { protocol: 'sm' } });
    store.apply({ type: 'view', view: 'exhaust' });
  },
});

/**
 * The button that asks goes away with the answer: who has pressed it stands at the next answer, or before another tool.
 * @param {Binder} binder @param {Page} page @param {() => Question[]} questions
 */
export function nextQuestions({ el, list }, { store, t }, questions) {
  /** @param {Question} question */
  function put({ ask }) {
    const { tool } = store.state;
    ask();
    const stand = node.closest(store.state.tool === tool ? '.lab-tool > *' : '.lab-tool');
    const place = /** @type {HTMLElement | null} */ (stand?.querySelector(':scope > .lab-answer') ?? stand);
    if (place) place.tabIndex = -1;
    place?.focus();
  }
  const node = el(
    'div',
    { class: 'lab-next', 'data-testid': 'lab-next', hidden: () => questions().length === 0 },
    el('h4', { class: 'label' }, () => t('lab.next')),
    list(
      el('div', { class: 'cheats' }),
      questions,
      ({ id, words }) => `${store.state.link} ${id} ${words}`,
      (question, own) => own.el('button', { class: 'cheat', 'data-testid': `next-${question.id}`, onclick: () => put(question) }, question.words),
    ),
  );
  return node;
}
