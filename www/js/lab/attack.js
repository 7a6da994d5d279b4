// Find an attack: the fewest lies that break OM(m), by these traitors or any so many, exactly.

import { edit } from '../core.js';
import { pen } from '../dom.js';

/** @typedef {import('#generals').Attack} Attack */

/** @param {import('../panels/lab.js').Bench} bench @returns {import('../panels/lab.js').Tool} */
export function attack({ page: { t, say, store }, ask, show, redraw }) {
  const { el, refresh } = pen();
  const asked = { who: 'these', order: 'this', condition: 'any', free: false };
  /** @type {Attack | null} */
  let answer = null;
  /** The question that was last asked. */
  let last = '';
  let refusal = '';
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

  async function update() {
    const now = scenario();
    if (!now) return;
    // Its own lies play no part in the question.
    const link = edit(store.state.link, { lies: [] });
    const question = `${link} ${JSON.stringify(options())} ${store.state.lang}`;
    if (question === last) return;
    last = question;
    answer = null;
    refusal = '';
    show(null);
    if (now.protocol !== 'om') {
      refusal = t('lab.oral-only');
      return redraw();
    }
    if (asked.who === 'these' && now.traitors.length === 0) {
      refusal = t('lab.nobody');
      return redraw();
    }
    const given = await ask.ask('attack', link, options());
    if (question !== last) return;
    answer = given;
    show(
      answer?.lies
        ? { link: answer.link, title: t('lab.found', { n: now.n, k: k(), count: answer.lies }), note: t(answer.link ? 'lab.smallest' : 'lab.nolink') }
        : null,
    );
  }

  /** @param {'who' | 'order' | 'condition'} name @param {string[]} values */
  const select = (name, values) => {
    /** @type {HTMLSelectElement} */
    const field = el(
      'select',
      {
        id: `lab-${name}`,
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
    return el('div', { class: 'field' }, el('label', { class: 'label', for: `lab-${name}` }, () => t(`lab.${name}`)), field);
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
      { class: 'lab-options' },
      select('who', ['these', 'any']),
      select('order', ['this', 'either']),
      select('condition', ['any', 'agreement', 'validity']),
      el('label', { class: 'lab-check' }, free, el('span', {}, () => t('lab.free'))),
    ),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'attack-answer' }, () => {
      if (refusal) return refusal;
      if (!answer) return t('lab.computing');
      if (answer.lies === null) return t('lab.attack.none');
      return t('lab.attack.some', { count: answer.lies, condition: t(`lab.condition.${answer.condition}`) });
    }),
  );
  return {
    node,
    refresh() {
      update();
      refresh();
    },
    stop: () => {
      last = '';
    },
  };
}
