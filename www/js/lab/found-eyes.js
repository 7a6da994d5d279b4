// The same eyes: what a copy on the ring heard, beside what the general of the run that was found hears.

import { token } from '../kit/icons.js';
import { pathOf } from '../words/message-row.js';
import { asText } from './found-telling.js';

/** @typedef {import('./found.js').Heard} Heard */

/** More than this of what one general hears is counted, not listed. */
const LISTED = 6;

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {() => import('./found-telling.js').Told | null} told */
export function eyes({ el, list }, { t, say }, told) {
  const seen = () => told()?.eyes ?? null;

  /** @param {Heard} heard */
  function from({ path }) {
    const who = say().id(path.at(-1) ?? 1);
    if (path.length === 1) return t('lab.eyes.from', { who });
    const spec = told()?.spec;
    return t('lab.eyes.relayed', { who, what: spec ? pathOf({ path }, spec, say()) : '' });
  }

  /** @param {import('../state/types.js').Binder} own @param {Heard} heard */
  const row = (own, heard) =>
    own.el(
      'li',
      {},
      token(heard.said, 9),
      own.el('span', { class: 'unseen' }, t(`order.${heard.said ?? 'none'}`)),
      own.el('span', {}, from(heard)),
    );

  return el(
    'details',
    { hidden: () => !seen() },
    el('summary', { class: 'label' }, () => t('lab.eyes')),
    list(
      el('div', {
        class: 'same-eyes',
        'data-testid': 'same-eyes',
        'data-same': () => String(seen()?.same),
        hidden: () => !seen(),
      }),
      () => seen()?.sides ?? [],
      ({ who, list: heard }) => `${who} ${heard.map(asText)}`,
      ({ who, list: heard }, own) =>
        own.el(
          'div',
          {},
          own.el('b', {}, who),
          own.el('ul', {}, ...heard.slice(0, LISTED).map((one) => row(own, one))),
          heard.length > LISTED ? t('lab.eyes.more', { count: heard.length - LISTED }) : '',
        ),
    ),
  );
}
