// All generals as rows, where their camps on the map are too small to touch.

import { binder } from '../kit/dom.js';
import { plain } from '../words/narrate.js';
import { roleOf } from '../state/spec.js';
import { povOf, loyalty } from '../state/pov.js';
import { shield, token } from '../kit/icons.js';
import { isDecided } from '../state/decided.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page @param {() => boolean} near whether camps are too small */
export function generalList(root, { store, t, say }, near) {
  const { el, list, refresh } = binder();
  const s = () => store.state;
  const shown = () => near() && s().scenario !== null;
  /** @type {HTMLDetailsElement} */
  const whole = el(
    'details',
    { 'data-testid': 'roster' },
    el('summary', {}, () => t('roster', { count: s().scenario?.n ?? 0 })),
    list(
      el('ul', { class: 'roster-rows' }),
      () => (shown() ? Array.from({ length: s().scenario?.n ?? 0 }, (_, i) => i + 1) : []),
      String,
      (id, own) => {
        const loyal = () => loyalty(s(), id);
        const kind = () => (loyal() === null ? 'unknown' : loyal() ? 'loyal' : 'traitor');
        const known = () => povOf(s()) === null || povOf(s()) === id;
        const decision = () => (known() && isDecided(s()) ? (s().verdict?.decisions[String(id)] ?? null) : null);
        const row = own.el(
          'button',
          {
            'aria-pressed': () => String(s().chosen === id),
            onclick: () => {
              store.apply({ type: 'choose', general: id });
              whole.open = false;
              whole.querySelector('summary')?.focus();
            },
          },
          own.list(
            own.el('span', {}),
            () => [loyal()],
            String,
            (is) => shield(id, is, 32),
          ),
          own.el(
            'span',
            {},
            () => say().general(id),
            ' ',
            own.el('span', { class: 'fine' }, () =>
              plain(say().parts(`role.${roleOf(store.state, id)}.${kind()}`)),
            ),
          ),
          own.list(
            own.el('span', {}),
            () => [decision()].filter((one) => one !== null),
            String,
            (order) => token(order, 9),
          ),
        );
        return own.el('li', {}, row);
      },
    ),
  );
  root.append(whole);
  return () => {
    root.hidden = !shown();
    if (shown()) refresh();
  };
}
