// The head of a comparison: what is compared, as which figure, with how many traitors or against which protocol.

import { icon } from '../kit/icons.js';
import { isCovered } from '../state/lesson.js';
import { counterpart } from './beside.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./compare-sides.js').Two} Two */

/** What oral messages are compared with: what else an army may do. An order between three and two generals are no armies. @type {readonly string[]} */
const AGAINST = ['sm', 'flat', 'ic'];

/** How many traitors the other world may have. @param {Binder} binder @param {Page} page @param {Two} two */
function stepper({ el }, { store, t }, two) {
  const most = () => (store.state.scenario?.n ?? 2) - 1;
  const f = () => two.other()?.f ?? 0;
  /** @param {number} wanted */
  const put = (wanted) => {
    if (wanted >= 0 && wanted <= most()) store.apply({ type: 'pair-f', f: wanted });
  };
  /** @param {'more' | 'fewer'} which @param {'plus' | 'minus'} sign @param {number} by @param {() => number} end */
  const button = (which, sign, by, end) =>
    el(
      'button',
      {
        'aria-label': () => t(`pair.f.${which}`),
        'data-testid': `f-${which}`,
        'aria-disabled': () => (f() === end() ? 'true' : null),
        onclick: () => put(f() + by),
      },
      icon(sign, 16),
    );
  return el(
    'div',
    { class: 'pair-f', hidden: () => two.viewer() === null || two.isAlone() || two.isGiven() },
    el('span', { class: 'label' }, () => t('pair.f')),
    el(
      'span',
      { class: 'stepper' },
      button('fewer', 'minus', -1, () => 0),
      el('output', { 'data-testid': 'f' }, () => String(f())),
      button('more', 'plus', 1, most),
    ),
  );
}

/** The protocols to be compared with. @param {Binder} binder @param {Page} page @param {Two} two */
function protocols({ el }, { store, t }, two) {
  const open = () => store.state.scenario?.protocol;
  return el(
    'div',
    { class: 'cheats', hidden: () => two.viewer() !== null || two.isGiven() || two.without() !== undefined },
    ...AGAINST.map((protocol) =>
      el(
        'button',
        {
          class: 'cheat',
          'data-testid': `against-${protocol}`,
          'aria-pressed': () => String([open(), counterpart(open() ?? 'om')].includes(protocol)),
          onclick: () => store.apply({ type: 'edit', changes: { protocol } }),
        },
        () => t(`pair.against.${protocol}`),
      ),
    ),
  );
}

/** @param {Binder} binder @param {Page} page @param {Two} two @param {HTMLElement} figureChoice */
export function head(binder, page, two, figureChoice) {
  const { el } = binder;
  const { store, t, say } = page;
  const who = () => say().general(two.viewer() ?? 1);
  const title = el('h2', { id: page.id('pair-title'), tabindex: -1 }, () =>
    two.isAlone() || (two.viewer() !== null && isCovered(store.state)) ? t('pair.hears', { who: who() }) : t(two.without() ? `pair.compare.${two.without()}` : two.isOfProtocols() ? 'pair.compare' : 'pair'),
  );
  const lead = el('p', { class: 'pair-lead', hidden: two.isAlone }, () => {
    if (two.viewer() !== null) return t('pair.lead', { who: who() });
    const how = two.areUnlike() ? 'unlike' : two.without();
    return t(how ? `pair.compare.lead.${how}` : 'pair.compare.lead');
  });
  const close = el(
    'button',
    { class: 'cheat', 'data-testid': 'pair-close', onclick: () => store.apply({ type: 'pair-close' }) },
    () => t(store.state.place.both === 'map' ? 'pair.close' : 'pair.back'),
  );
  return {
    title,
    node: el(
      'div',
      { class: 'pair-head' },
      el('div', {}, title, lead),
      el(
        'div',
        { class: 'pair-controls', 'data-answer': true },
        figureChoice,
        stepper(binder, page, two),
        protocols(binder, page, two),
        close,
      ),
    ),
  };
}
