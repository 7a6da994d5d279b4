// Find an attack: the fewest lies that break OM(m), by these traitors or any so many, exactly.

import { binder } from '../kit/dom.js';
import { ARMY } from './asked-army.js';
import { fewestLies } from './found.js';
import { nextQuestions, ofArmy, ofSigned, ofTool, ofTraitor, stronger, weaker } from './next-questions.js';
import { question } from './question.js';

/** @typedef {import('#generals').Attack} Attack */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./lab.js').Bench} Bench */
/** @typedef {ReturnType<typeof question<Attack | null>>} Asking */
/**
 * What the reader asks: of these traitors or of any so many, with this order or either, against which condition, and whether lies among
 * traitors are free.
 * @typedef {{who: string, order: string, condition: string, free: boolean}} Asked
 */

/** How many traitors are asked about: as many as there are, at least one. @param {import('../state/types.js').Scenario | null} scenario */
const traitorsOf = (scenario) => Math.max(1, scenario?.traitors.length ?? 1);

/** The question as the laboratory is asked. @param {Asked} asked @param {number} k */
export const optionsOf = ({ who, order, condition, free }, k) => ({
  ...(who === 'any' ? { k } : {}),
  eitherOrder: order === 'either',
  ...(condition === 'any' ? {} : { condition }),
  freeAmongTraitors: free,
});

/**
 * That there is no attack, said of no more than was tried: with one order, or with either (`order` null).
 * @param {Speech} say @param {number | null} k @param {import('../state/types.js').Word} order
 */
function noneOf({ t, order: named }, k, order) {
  const values = { order: named(order) };
  if (k === null) return t(order === null ? 'lab.attack.none' : 'lab.attack.none.this', values);
  return t(order === null ? 'lab.attack.none.any' : 'lab.attack.none.any.this', { ...values, count: k });
}

/**
 * @param {Speech} say @param {Attack} answer @param {boolean} free @param {number | null} k so many traitors, whoever they are; null: those
 *   of the scenario
 * @param {import('../state/types.js').Word} order the one that was tried; null: either
 */
export function answerOf(say, { lies, condition }, free, k, order) {
  if (lies === null) return noneOf(say, k, order);
  const { t } = say;
  const values = { count: lies, condition: t(`lab.condition.${condition}`) };
  if (lies === Infinity) return t('lab.attack.beyond', values);
  if (lies === 0) return t('lab.attack.free', values);
  return t(free ? 'lab.attack.some.free' : 'lab.attack.some', values);
}

/** @param {Binder} binder @param {Bench} bench @param {Asked} asked is changed by them @param {() => boolean} isShut */
function choices({ el }, { page: { t, say, store }, redraw }, asked, isShut) {
  /** @param {'who' | 'order' | 'condition'} name @param {string[]} values */
  function select(name, values) {
    const wordOf = (/** @type {string} */ value) => {
      const { scenario } = store.state;
      return t(`lab.${name}.${value}`, { count: traitorsOf(scenario), order: say().order(scenario?.order ?? 'A') });
    };
    /** @type {HTMLSelectElement} */
    const field = el(
      'select',
      {
        'data-testid': `attack-${name}`,
        value: () => asked[name],
        onchange: () => {
          asked[name] = field.value;
          redraw();
        },
      },
      ...values.map((value) => el('option', { value }, () => wordOf(value))),
    );
    return el('label', { class: 'field' }, el('span', { class: 'label' }, () => t(`lab.${name}`)), field);
  }
  /** @type {HTMLInputElement} */
  const free = el('input', {
    type: 'checkbox',
    checked: () => asked.free,
    onchange: () => {
      asked.free = free.checked;
      redraw();
    },
  });
  return el(
    'div',
    { class: 'lab-options', hidden: isShut },
    select('who', ['these', 'any']),
    select('order', ['this', 'either']),
    select('condition', ['any', 'agreement', 'validity']),
    el('label', { class: 'lab-check' }, free, el('span', {}, () => t('lab.free'))),
  );
}

/** The same with the other order too. @param {Bench} bench @param {Asked} asked is changed @returns {import('./next-questions.js').Question} */
const ofEither = ({ page: { t }, redraw }, asked) => ({
  id: 'either',
  words: t('lab.next.either'),
  ask() {
    asked.order = 'either';
    redraw();
  },
});

/**
 * What one would ask next.
 * @param {Bench} bench @param {Asking} asking @param {Asked} asked is changed by it @param {boolean} isIdle @returns {import('./next-questions.js').Question[]}
 */
function next(bench, asking, asked, isIdle) {
  const { page, redraw } = bench;
  const { scenario } = page.store.state;
  const refused = asking.refused()?.code;
  const answer = asking.answer();
  if (!scenario || refused === 'oral-only') return [];
  const any = {
    id: 'any',
    words: page.t('lab.next.any', { count: traitorsOf(scenario) }),
    ask() {
      asked.who = 'any';
      redraw();
    },
  };
  if (isIdle) return [any, ofTraitor(page, scenario)];
  if (refused) return stronger(scenario).map(ofArmy(page));
  if (!answer) return [];
  if (answer.lies !== null) return [...stronger(scenario).map(ofArmy(page)), ofSigned(page), ofTool(page, 'tolerance')];
  return [...(asked.who === 'these' ? [any] : []), ...(asked.order === 'this' ? [ofEither(bench, asked)] : []), ...weaker(scenario).map(ofArmy(page)), ofTool(page, 'tolerance'), ofTool(page, 'exhaust')];
}

/** @param {Bench} bench @returns {import('./lab.js').Tool} */
export function attack(bench) {
  const { page, ask, show } = bench;
  const { t, say, store } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  /** @type {Asked} */
  const asked = { who: 'these', order: 'this', condition: 'any', free: false };
  /** @type {Asking} */
  const asking = question(bench);
  /** These traitors were asked for, and there are none. */
  const isIdle = () => asked.who === 'these' && store.state.scenario?.traitors.length === 0;

  async function update() {
    const { scenario } = store.state;
    if (!scenario) return;
    const k = traitorsOf(scenario);
    const options = optionsOf(asked, k);
    const link = ARMY.attack(store.state.link);
    const words = `${link} ${JSON.stringify(options)}`;
    const answer = await asking.put(words, async () => (isIdle() ? null : ask.ask('attack', link, options)));
    if (!answer) return;
    show(answer.lies === null ? null : fewestLies(t, answer, scenario.n, k, asked.free));
  }

  const sentence = () => {
    const [answer, refused] = [asking.answer(), asking.refused()];
    if (refused) return t(`lab.${refused.code}`);
    if (isIdle()) return t('lab.nobody');
    const k = asked.who === 'any' ? traitorsOf(store.state.scenario) : null;
    const order = asked.order === 'this' ? (store.state.scenario?.order ?? 'A') : null;
    return answer ? answerOf(say(), answer, asked.free, k, order) : t('lab.computing');
  };

  return {
    node: el(
      'div',
      {},
      el('h3', {}, () => t('lab.attack.title')),
      el('p', { class: 'lab-lead' }, () => t('lab.attack.lead')),
      choices(drawing, bench, asked, () => asking.refused()?.code === 'oral-only'),
      el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'attack-answer', 'data-answer': true }, sentence),
      nextQuestions(drawing, page, () => next(bench, asking, asked, isIdle())),
    ),
    refresh() {
      update();
      refresh();
    },
    stop: asking.stop,
  };
}
