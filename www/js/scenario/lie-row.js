// One lie as a row: who tells whom what, in which round; a press opens its message, the cross takes the lie back.

import { messageAt, slotKey, stepOf } from '../state/lies.js';
import { partName } from '../words/part-words.js';
import { icon, shield, token } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Lie} Lie */

/** @param {import('../state/types.js').Binder} row @param {Page} page @param {Lie} lie @param {() => boolean} isFresh whether the last fork brought it */
export function lieRow(row, page, lie, isFresh) {
  const { store, t, say } = page;
  const { session } = store.state;
  const step = session ? stepOf(session, lie) : null;
  const from = lie.path[lie.path.length - 1];
  return row.el(
    'li',
    { class: () => (isFresh() ? 'lie-row fresh' : 'lie-row') },
    row.el(
      'button',
      {
        class: 'lie-open',
        'aria-disabled': step === null ? 'true' : null,
        onclick: () => {
          if (step !== null) store.apply({ type: 'message', step });
        },
        onpointerenter: () => store.apply({ type: 'light', step }),
        onpointerleave: () => store.apply({ type: 'light', step: null }),
      },
      row.el(
        'span',
        { class: 'lie-line' },
        shield(from, false, 26),
        row.el('span', { class: 'lie-what' }, t('lies.tells', { from: say().general(from), to: say().general(lie.to) })),
        token(lie.said, 8.5),
      ),
      row.el(
        'span',
        { class: 'lie-detail' },
        detail(page, lie, step),
        row.el('i', {}, () => (isFresh() ? ` · ${t('lies.fresh')}` : '')),
      ),
    ),
    row.el(
      'button',
      {
        class: 'lie-remove',
        'aria-label': t('lies.remove', { from: say().general(from), to: say().general(lie.to) }),
        onclick: () => store.apply({ type: 'remove-lie', lie }),
      },
      icon('cross', 14),
    ),
  );
}

/** Its round, whose word it passes on, and what an honest general would say. @param {Page} page @param {Lie} lie @param {number | null} step */
function detail({ store, t, say }, lie, step) {
  const { session } = store.state;
  const event = session && step !== null ? messageAt(session, step) : null;
  // Of two relays in one round the path says whose word each passes on.
  const relayed = lie.path.length > 1 ? ` · ${lie.path.map(say().id).join(' → ')}` : '';
  const part = event?.part;
  const round = part ? partName(say(), store.state.scenario?.protocol, part) : t('lies.round', { round: event?.round ?? lie.path.length }) + relayed;
  if (!event) return round;
  const honest = event.honest === null ? '' : say().order(event.honest);
  return `${round} · ${t(event.lie ? 'lies.lie' : 'lies.true', { honest })}`;
}

/**
 * The lie that the last fork brought, by its slot, or '' where it brought none or more than one.
 * @param {Lie[]} before @param {Lie[]} after
 */
export function freshLie(before, after) {
  const old = new Map(before.map((lie) => [slotKey(lie), lie.said]));
  const added = after.filter((lie) => old.get(slotKey(lie)) !== lie.said);
  return added.length === 1 ? slotKey(added[0]) : '';
}
