// Find an attack: the fewest lies that break OM(m), by these traitors or any so many, exactly.

import { edit } from '../state/engine.js';
import { binder } from '../kit/dom.js';
import { fewestLies } from './found.js';
import { question } from './question.js';

/** @typedef {import('#generals').Attack} Attack */

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function attack(bench) {
  const {
    page: { t, say, store },
    ask,
    show,
    redraw,
  } = bench;
  const { el, refresh } = binder();
  const asked = { who: 'these', order: 'this', condition: 'any', free: false };
  /** @type {ReturnType<typeof question<Attack | null>>} */
  const asking = question(bench);
  const scenario = () => store.state.scenario;
  const k = () => Math.max(1, scenario()?.traitors.length ?? 1);

  function options() {
    return {
      ...(asked.who === 'any' ? { k: k() } : {}),
      eitherOrder: asked.order === 'either',
      ...(asked.condition === 'any' ? {} : { condition: asked.condition }),
      freeAmongTraitors: asked.free,
    };
  }

  /** These traitors were asked for, and there are none. */
  const idle = () => asked.who === 'these' && scenario()?.traitors.length === 0;

  async function update() {
    const now = scenario();
    if (!now) return;
    // Its own lies play no part in the question.
    const link = edit(store.state.link, { lies: [] });
    const words = `${link} ${JSON.stringify(options())}`;
    const answer = await asking.put(words, async () => (idle() ? null : ask.ask('attack', link, options())));
    if (!answer) return;
    show(answer.lies === null ? null : fewestLies(t, answer, now.n, k(), asked.free));
  }

  /** @param {'who' | 'order' | 'condition'} name @param {string[]} values */
  const select = (name, values) => {
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
      ...values.map((value) =>
        el('option', { value }, () => t(`lab.${name}.${value}`, { count: k(), order: say().order(scenario()?.order ?? 'A') })),
      ),
    );
    return el('label', { class: 'field' }, el('span', { class: 'label' }, () => t(`lab.${name}`)), field);
  };
  /** @type {HTMLInputElement} */
  const free = el('input', {
    type: 'checkbox',
    checked: () => asked.free,
    onchange: () => {
      asked.free = free.checked;
      redraw();
    },
  });

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.attack.title')),
    el('p', { class: 'lab-lead' }, () => t('lab.attack.lead')),
    el(
      'div',
      { class: 'lab-options', hidden: () => asking.refused()?.code === 'oral-only' },
      select('who', ['these', 'any']),
      select('order', ['this', 'either']),
      select('condition', ['any', 'agreement', 'validity']),
      el('label', { class: 'lab-check' }, free, el('span', {}, () => t('lab.free'))),
    ),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'attack-answer' }, () => {
      const [answer, refused] = [asking.answer(), asking.refused()];
      if (refused) return t(`lab.${refused.code}`);
      if (idle()) return t('lab.nobody');
      if (!answer) return t('lab.computing');
      if (answer.lies === null) return t('lab.attack.none');
      return t(answer.lies === Infinity ? 'lab.attack.beyond' : answer.lies === 0 ? 'lab.attack.free' : asked.free ? 'lab.attack.some.free' : 'lab.attack.some', { count: answer.lies, condition: t(`lab.condition.${answer.condition}`) });
    }),
  );
  return {
    node,
    refresh() {
      update();
      refresh();
    },
    stop: asking.stop,
  };
}
