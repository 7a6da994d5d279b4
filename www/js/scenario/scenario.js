// The scenario: protocol, generals, rounds of relay, the order, the traitors and how they lie.

import { binder } from '../kit/dom.js';
import { freshSeed, limits } from '../state/engine.js';
import { glossed } from '../words/glossary.js';
import { plain, some } from '../words/narrate.js';
import { povOf, givenOrder } from '../state/pov.js';
import { icon, shield, token } from '../kit/icons.js';
import { hasOpinions, isSigned } from '../state/spec.js';
import { bound } from './bound.js';
import { exhibits } from './exhibits.js';
import { opinions } from './opinions.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Scenario} Scenario */

const PROTOCOLS = ['om', 'sm', 'flat', 'ic'];
const STRATEGIES = ['honest', 'flip', 'half', 'split', 'silent', 'random'];
/** Above this many generals the shields of the list are drawn smaller. */
const LARGE_SHIELDS = 8;

/** @param {HTMLElement} root @param {Page} page */
export function scenario(root, page) {
  const { store, t, say } = page;
  const own = binder();
  const { el, list, refresh } = own;
  /** @type {Scenario} */
  const none = { protocol: 'om', n: 4, m: 1, order: 'A', traitors: [], strategy: 'flip', seed: '1', lies: [] };
  const fog = () => povOf(store.state) !== null;
  /** In fog what cannot be known is shown like this everywhere, hidden fields included. @returns {Scenario} */
  const foggy = () => {
    const { n, m, protocol } = store.state.scenario ?? none;
    return { ...none, n, m, protocol, order: givenOrder(store.state) ?? none.order };
  };
  const stolen = () => (fog() ? [] : store.state.stolen);
  const now = () => (fog() ? foggy() : (store.state.scenario ?? none));
  const most = {
    n: limits().generals,
    get m() {
      return now().n - 2;
    },
  };
  const least = { n: 2, m: 0 };

  /** A line below the protocol's name, of those that need one. */
  const hint = () => {
    const key = say().under('protocol.hint', now().protocol);
    return key === 'protocol.hint' ? null : key;
  };
  const isWrong = () => store.state.grounds.reason === 'known-wrong';

  /** @param {import('../state/engine.js').Changes} changes @param {string} [control] */
  const edit = (changes, control) => store.apply({ type: 'edit', changes, control });

  /** @param {'n' | 'm'} name @param {number} value */
  const put = (name, value) => {
    if (Number.isInteger(value) && value >= least[name] && value <= most[name] && value !== now()[name])
      edit({ [name]: value }, name);
  };

  /** @param {'n' | 'm'} name */
  const stepper = (name) => {
    /** @type {HTMLInputElement} */
    const field = el('input', {
      type: 'number',
      id: `field-${name}`,
      'aria-label': () => (name === 'm' ? `${plain(say().parts('m'))}\u00a0m` : null),
      'data-testid': name,
      inputmode: 'numeric',
      min: least[name],
      max: () => most[name],
      value: () => String(now()[name]),
      oninput: () => {
        if (field.value !== '') put(name, Number(field.value));
      },
      onchange: () => {
        field.value = String(now()[name]);
      },
    });
    /** @param {1 | -1} by @param {'minus' | 'plus'} sign */
    const button = (by, sign) =>
      el(
        'button',
        {
          'aria-label': () => t(`${name}.${sign === 'plus' ? 'more' : 'fewer'}`),
          'aria-disabled': () => (now()[name] === (by > 0 ? most : least)[name] ? 'true' : null),
          onclick: () => put(name, now()[name] + by),
        },
        icon(sign, 16),
      );
    return el('span', { class: 'stepper' }, button(-1, 'minus'), field, button(1, 'plus'));
  };

  /** @param {'A' | 'R'} order */
  const orderChoice = (order) =>
    el(
      'label',
      { class: () => (now().order === order ? 'choice on' : 'choice') },
      el('input', {
        type: 'radio',
        name: 'order',
        value: order,
        checked: () => now().order === order,
        onchange: () => edit({ order }),
      }),
      token(order, 9),
      el('span', {}, () => t(`order.${order}`)),
    );

  const shields = list(
    el('div', {
      class: () => (now().n > LARGE_SHIELDS ? 'shields many' : 'shields'),
      role: 'group',
      'aria-labelledby': 'label-traitors',
    }),
    () => Array.from({ length: now().n }, (_, i) => i + 1),
    String,
    (id, own) => {
      const loyal = () => !now().traitors.includes(id);
      return own.list(
        own.el('button', {
          class: 'shield-button',
          'aria-pressed': () => String(!loyal()),
          'aria-label': () => t('traitor.toggle', { who: say().general(id) }),
          title: () => t(loyal() ? 'turn.traitor' : 'turn.loyal', { who: say().general(id) }),
          onclick: () => store.apply({ type: 'turn', general: id }),
        }),
        () => [loyal()],
        String,
        (is) => shield(id, is, 36),
      );
    },
  );

  /** @type {HTMLSelectElement} */
  const strategy = el(
    'select',
    {
      'aria-labelledby': 'label-strategy',
      'data-testid': 'strategy',
      value: () => now().strategy,
      onchange: () => edit({ strategy: strategy.value }),
    },
    ...STRATEGIES.map((name) =>
      el('option', { value: name }, () => t(isSigned(store.state) ? `strategy.sm.${name}` : `strategy.${name}`)),
    ),
  );

  /** @param {() => string} words @param {string} field */
  const label = (words, field) => el('label', { class: 'label', for: field }, words);
  /** A label whose terms are explained: it names its control by id. @param {string} id @param {string} key @param {() => import('../words/i18n.js').Values} [values] */
  const terms = (id, key, values) => glossed(own, el('span', { class: 'label', id }), () => say().parts(key, values?.()));

  root.append(
    el('h2', { id: 'rail-title', class: 'unseen' }, () => t('scenario')),
    el('p', { class: 'hint ignored', hidden: () => store.state.ignored.length === 0 }, () =>
      t('ignored', { count: store.state.ignored.length, keys: store.state.ignored.join(', ') }),
    ),
    el(
      'div',
      { class: 'field' },
      label(() => t('protocol'), 'field-protocol'),
      el(
        'span',
        { class: 'choose' },
        el(
          'select',
          {
            id: 'field-protocol',
            'data-testid': 'protocol',
            value: () => now().protocol,
            onchange: (/** @type {Event} */ e) => edit({ protocol: /** @type {HTMLSelectElement} */ (e.target).value }),
          },
          ...PROTOCOLS.map((name) => el('option', { value: name }, () => t(`protocol.${name}`))),
        ),
      ),
      glossed(own, el('p', { class: () => (isWrong() ? 'hint warn' : 'hint'), hidden: () => hint() === null }), () => say().parts(hint() ?? 'protocol')),
    ),
    el(
      'div',
      { class: 'field' },
      el(
        'div',
        { class: 'row' },
        label(() => t('n'), 'field-n'),
        stepper('n'),
      ),
      el('input', {
        type: 'range',
        min: least.n,
        max: most.n,
        'aria-label': () => t('n'),
        value: () => String(now().n),
        oninput: (/** @type {Event} */ e) => put('n', Number(/** @type {HTMLInputElement} */ (e.target).value)),
      }),
    ),
    el(
      'div',
      { class: 'row' },
      el('span', { class: 'label', id: 'label-m' }, terms('label-m-words', 'm'), '\u00a0', el('i', { class: 'variable' }, 'm')),
      stepper('m'),
    ),
    el(
      'div',
      {
        class: 'field',
        role: 'radiogroup',
        'data-testid': 'order',
        'aria-labelledby': 'label-order',
        hidden: () => hasOpinions(store.state) || (fog() && givenOrder(store.state) === null),
      },
      terms('label-order', 'order'),
      el('div', { class: 'choices' }, orderChoice('A'), orderChoice('R')),
    ),
    opinions(own, page, terms),
    el('hr'),
    el('p', { class: 'hint', hidden: () => !fog() }, () =>
      t(hasOpinions(store.state) ? 'fog.hidden.opinions' : povOf(store.state) === 1 ? 'fog.hidden.commander' : 'fog.hidden', { who: say().general(povOf(store.state) ?? 1) }),
    ),
    el(
      'div',
      { class: 'field', hidden: fog },
      terms('label-traitors', 'traitors'),
      shields,
      el('p', { class: 'hint' }, () => t(now().traitors.length ? 'traitors.hint' : 'traitors.none')),
      el('p', { class: 'hint', hidden: () => stolen().length === 0 }, () =>
        stolen().length === 0 ? '' : t('stolen.now', { who: some(say(), stolen()) }),
      ),
    ),
    el(
      'div',
      { class: 'field', hidden: () => now().traitors.length === 0 },
      terms('label-strategy', 'strategy', () => ({ count: now().traitors.length })),
      el(
        'div',
        { class: 'row' },
        el('span', { class: 'choose' }, strategy),
        el(
          'button',
          {
            class: 'die',
            hidden: () => now().strategy !== 'random',
            'aria-label': () => t('seed.draw'),
            title: () => t('seed.draw'),
            onclick: () => edit({ seed: freshSeed() }, 'seed'),
          },
          icon('die'),
        ),
      ),
      el('p', { class: 'hint', hidden: () => now().strategy !== 'random' }, () => t('seed.now', { seed: now().seed })),
      el('p', { class: 'hint', hidden: () => !isSigned(store.state) }, () => t('strategy.sm.hint')),
      el(
        'button',
        { class: 'text-button', 'data-testid': 'show-lies', onclick: () => store.apply({ type: 'aside', aside: 'lies' }) },
        () => (now().lies.length === 0 ? t('lies.show') : t('lies.single', { count: now().lies.length })),
      ),
    ),
    el('hr', { hidden: fog }),
    bound(el('div', { class: 'field', hidden: fog }), own, page),
    exhibits(own, page),
  );
  return refresh;
}
