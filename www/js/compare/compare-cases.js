// The two runs of a comparison beside each other: of each who lies, its figure, what the general hears and how it ends.

import { token } from '../kit/icons.js';
import { onlyIn } from './beside.js';
import { conditions } from '../verdict/conditions.js';
import { NAMES } from './compare-sides.js';
import { differingOf, heardAs, truthOf } from './compare-words.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./compare-sides.js').Side} Side */
/** @typedef {import('./compare-sides.js').Two} Two */

/** More rows than this are counted, not listed. */
const ROWS = 24;

/** What he hears on a side; what he hears on that side alone is marked. @param {Binder} binder @param {Page} page @param {Two} two @param {Side} i */
function hears({ el, list }, { store, t, say }, two, i) {
  const rows = () => {
    const mine = two.heard(i);
    const odd = new Set(onlyIn(mine, two.heard(i === 0 ? 1 : 0)));
    return mine.slice(0, ROWS).map((received) => ({ received, odd: odd.has(received) }));
  };
  return el(
    'div',
    { class: 'pair-heard', hidden: () => two.viewer() === null || two.side(i) === null },
    el('h4', { class: 'label' }, () => t('pair.hears', { who: say().general(two.viewer() ?? 1) })),
    list(
      el('ol', { 'data-testid': `pair-heard-${NAMES[i]}` }),
      rows,
      ({ received, odd }) => `${store.state.lang} ${JSON.stringify(received)} ${odd}`,
      ({ received, odd }, own) => {
        const spec = two.side(i)?.spec;
        return own.el(
          'li',
          { class: odd && two.side(1) ? 'odd' : '' },
          token(received.said, 9),
          own.el('span', {}, spec ? heardAs(say(), spec, received) : ''),
        );
      },
    ),
  );
}

/** What a side is: its number, who lies in it, and how much of it is not in the other. @param {Binder} binder @param {Page} page @param {Two} two @param {Side} i */
function heading({ el }, { t, say }, two, i) {
  const truth = () => {
    const scenario = two.side(i)?.scenario;
    if (!scenario) return '';
    if (two.isOfProtocols()) return t(`protocol.${scenario.protocol}`);
    return two.isFoggy() ? t('pair.unknown') : truthOf(say(), scenario);
  };
  return el(
    'h3',
    {},
    el('span', { class: 'label', hidden: () => two.isOfProtocols() || two.isAlone() }, () => t('pair.case', { number: i + 1 })),
    el('span', { class: 'pair-truth' }, truth),
    el(
      'span',
      { class: 'fine', 'data-testid': `differing-${NAMES[i]}`, hidden: () => two.isFoggy() || two.side(1) === null },
      () => differingOf(say(), two.side(i)?.differing?.size),
    ),
  );
}

/** Whether he can tell the two apart. @param {Binder} binder @param {Page} page @param {Two} two */
function sign({ el }, { t }, two) {
  return el(
    'div',
    {
      class: 'pair-sign',
      hidden: () => two.side(1) === null,
      'data-testid': 'pair-sign',
      'data-equal': () => String(!two.isOfProtocols() && two.isSame()),
    },
    el('span', { class: 'pair-equals', 'aria-hidden': 'true' }, () => (two.isOfProtocols() ? '' : two.isSame() ? '=' : '≠')),
    el('span', { class: 'label' }, () => (two.isOfProtocols() ? '' : t(two.isSame() ? 'pair.equal' : 'pair.differs'))),
  );
}

/** @param {Binder} binder @param {Page} page @param {Two} two @param {HTMLElement[][]} pictures of each side: its map, and the place of its other figures */
export function cases(binder, page, two, pictures) {
  const { el } = binder;
  /** @param {Side} i */
  const runOf = (i) =>
    el(
      'section',
      {
        class: 'pair-case',
        hidden: () => two.side(i) === null,
        'aria-label': () => page.t('pair.case', { number: i + 1 }),
      },
      heading(binder, page, two, i),
      ...pictures[i],
      hears(binder, page, two, i),
      conditions(binder, page, () => two.ended(i), NAMES[i]),
    );
  return el('div', { class: 'pair-cases' }, runOf(0), sign(binder, page, two), runOf(1));
}
