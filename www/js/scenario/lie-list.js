// The lies that the reader has chosen, one row each, and the forks of this run: every choice can be taken back.

import { binder } from '../kit/dom.js';
import { read } from '../state/engine.js';
import { tellFork } from '../words/describe-change.js';
import { messageAt, slotKey, stepOf } from '../state/lies.js';
import { povOf } from '../state/pov.js';
import { icon, shield, token } from '../kit/icons.js';
import { history } from './history.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Lie} Lie */

/** More rows than this are counted, not listed. */
const ROWS = 60;
/** Of a long history the nearest forks are shown. */
const FORKS = 6;

/** Which forks are listed: around the one that is now. @param {number} past @param {number} future */
export function around(past, future) {
  const after = Math.min(future, Math.max(1, FORKS - 1 - past));
  return { from: Math.max(0, past - (FORKS - 1 - after)), to: past + after };
}

/** @param {HTMLElement} root @param {Page} page */
export function lieList(root, page) {
  const { store, t, say } = page;
  const own = binder();
  const { el, list, refresh } = own;
  const s = () => store.state;
  const fog = () => povOf(s()) !== null;
  const now = () => (fog() ? [] : (s().scenario?.lies ?? []));
  /** The row that the last fork brought. */
  let fresh = '';
  let listed = '';

  /** @param {Lie} lie */
  const detail = (lie) => {
    const session = s().session;
    const step = session ? stepOf(session, lie) : null;
    const event = session && step !== null ? messageAt(session, step) : null;
    return { step, event };
  };

  /** @param {Lie} lie @param {import('../state/types.js').Binder} row */
  const row = (lie, row) => {
    const { step, event } = detail(lie);
    const from = lie.path[lie.path.length - 1];
    // Of two relays in one round the path says whose word each passes on.
    const relayed = lie.path.length > 1 ? ` · ${lie.path.join(' → ')}` : '';
    const round = t('lies.round', { round: event?.round ?? lie.path.length }) + relayed;
    return row.el(
      'li',
      { class: () => (slotKey(lie) === fresh ? 'lie-row fresh' : 'lie-row') },
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
          event
            ? `${round} · ${t(event.lie ? 'lies.lie' : 'lies.true', { honest: event.honest === null ? '' : say().order(event.honest) })}`
            : round,
          row.el('i', {}, () => (slotKey(lie) === fresh ? ` · ${t('lies.fresh')}` : '')),
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
  };

  /** @returns {{at: number, words: string, link: string}[]} */
  const forks = () => {
    const { past, future, link } = s();
    if (fog()) return [];
    const all = [...past, link, ...[...future].reverse()];
    const { from, to } = around(past.length, future.length);
    return all.slice(from, to + 1).map((one, i) => {
      const at = from + i;
      const before = all[at - 1];
      return {
        at: at - past.length,
        words: before === undefined ? t('fork.open') : tellFork(say(), read(before).scenario, read(one).scenario),
        link: one,
      };
    });
  };

  root.append(
    el(
      'div',
      { class: 'lies-head' },
      el('h2', { id: 'lies-title' }, () => t('lies.title')),
      history(own, page, false),
      el(
        'button',
        {
          class: 'lies-back',
          'aria-label': () => t('lies.back'),
          title: () => t('lies.back'),
          onclick: () => store.apply({ type: 'aside', aside: 'general' }),
        },
        icon('cross', 15),
      ),
    ),
    el('p', { class: 'hint plain' }, () => t('lies.hint')),
    list(
      el('ul', { class: 'lie-list', 'data-testid': 'lies' }),
      () => now().slice(0, ROWS),
      (lie) => `${s().lang} ${slotKey(lie)} ${lie.said} ${s().link}`,
      row,
    ),
    el(
      'p',
      { class: 'lies-foot' },
      el('span', {}, () => {
        if (fog()) return '';
        const strategy = t(`strategy.${s().scenario?.strategy ?? 'flip'}`);
        return now().length === 0 ? t('lies.none', { strategy }) : t('lies.count', { count: now().length, strategy });
      }),
      el(
        'button',
        {
          class: 'text-button',
          'data-testid': 'reset-lies',
          hidden: () => now().length === 0,
          onclick: () => store.apply({ type: 'reset-lies' }),
        },
        () => t('lies.reset'),
      ),
    ),
    el(
      'div',
      { class: 'forks', hidden: () => s().past.length + s().future.length === 0 },
      el('h3', { class: 'label' }, () => t('forks.title')),
      list(
        el('ol', { class: 'fork-list' }),
        forks,
        (fork) => `${s().lang} ${fork.at} ${fork.words}`,
        (fork, item) =>
          item.el(
            'li',
            {},
            item.el(
              'button',
              {
                'aria-current': fork.at === 0 ? 'step' : null,
                onclick: () => store.apply({ type: 'history', by: fork.at }),
              },
              item.el('span', {}, fork.words),
              fork.at === 0 ? item.el('span', { class: 'label' }, t('forks.now')) : null,
            ),
          ),
      ),
    ),
  );
  return () => {
    const { link, past, scenario } = s();
    document.body.dataset.aside = s().aside;
    if (link !== listed && scenario) {
      const before =
        past.length > 0 && s().future.length === 0
          ? new Map(read(past[past.length - 1]).scenario.lies.map((l) => [slotKey(l), l.said]))
          : null;
      const added = before ? scenario.lies.filter((l) => before.get(slotKey(l)) !== l.said) : [];
      fresh = added.length === 1 ? slotKey(added[0]) : '';
      listed = link;
    }
    if (scenario && (s().aside === 'lies' || fog())) refresh();
  };
}
