// What stands in the link and does nothing: left off behind it, not known here, or of no use in this run. Said once, never refused.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { hasUnread, idleKeys } from '../state/idle-keys.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */

/** More characters than this of what does nothing are not shown. */
const SHOWN = 40;

/** @param {string} text */
const short = (text) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** In sentences; '' where all of the link does something. @param {State} s @param {import('../words/i18n.js').Speech} say */
export function unreadWords(s, { t }) {
  const { leftOff, unused } = s;
  const known = unused.map((pair) => pair.slice(0, pair.indexOf('=')));
  const unknown = s.ignored.filter((key) => key !== leftOff && !known.includes(key));
  const idle = [...unused, ...idleKeys(s)].map(short);
  const rest = leftOff && short(leftOff);
  const said = [
    rest && t('unread.rest', { rest: rest.trim() }),
    unknown.length > 0 && t('ignored', { count: unknown.length, keys: unknown.join(', ') }),
    idle.length > 0 && t('unread.idle', { count: idle.length, keys: idle.join(', ') }),
  ];
  return said.filter(Boolean).join(t('gap'));
}

/** @param {HTMLElement} root @param {Page} page */
export function unread(root, { store, t, say }) {
  const { el, refresh } = binder();
  const s = () => store.state;
  const words = () => (hasUnread(s()) ? unreadWords(s(), say()) : '');
  root.append(
    el(
      'div',
      { class: 'unread-notice', role: 'status', 'data-testid': 'unread', hidden: () => words() === '' },
      el('span', {}, words),
      el(
        'button',
        { class: 'bar-button square', 'aria-label': () => t('close'), onclick: () => store.apply({ type: 'read' }) },
        icon('cross', 14),
      ),
    ),
  );
  return refresh;
}
