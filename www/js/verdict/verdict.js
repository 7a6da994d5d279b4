// The verdict: what the protocol promises, each condition with its witnesses; kept back until all have decided.

import { binder } from '../kit/dom.js';
import { povOf } from '../state/pov.js';
import { isDecided } from '../state/decided.js';
import { conditionsOf } from '../words/outcome.js';
import { compared, judged } from '../general/prediction.js';
import { conditionRow } from './condition-row.js';
import { counts } from './verdict-words.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page */
export function verdict(root, page) {
  const { store, t, say } = page;
  const drawing = binder();
  const { el, list, refresh } = drawing;
  const s = () => store.state;
  const fog = () => povOf(s()) !== null;
  const isOver = () => isDecided(s()) && s().verdict !== null && !fog();

  const title = el('h2', { id: page.id('verdict-title'), class: 'label' }, () =>
    t(fog() ? 'verdict.fog' : isOver() ? 'verdict' : 'verdict.later'),
  );
  root.setAttribute('aria-labelledby', title.id);
  root.append(
    title,
    list(
      el('ul', { class: 'conditions', hidden: fog }),
      () => [...conditionsOf(s())],
      String,
      (condition, own) => conditionRow(own, page, condition, isOver),
    ),
    el('p', { class: 'judged', 'data-testid': 'judged', hidden: () => judged(s(), say()) === '' }, () => {
      const words = judged(s(), say());
      return words && `${compared(s(), say())}${t('gap')}${words}`;
    }),
    el('p', { class: 'because', hidden: () => !fog() }, () => t('verdict.unseen', { who: say().general(povOf(s()) ?? 1) })),
    el('p', { class: 'counts' }, () => counts(s(), say())),
    el('p', { class: 'counts', hidden: () => fog() || s().bound.loyalMessages === null }, () =>
      fog() ? '' : t('counts.dolev-strong', { count: s().bound.loyalMessages ?? 0 }),
    ),
    el('p', { class: 'counts', hidden: () => s().grounds.reason !== 'known-wrong' }, () => t(say().under('verdict.flat', s().spec?.evidence))),
  );
  return () => {
    if (s().scenario) refresh();
  };
}
