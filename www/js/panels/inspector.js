// The chosen general: his shield, whether he is loyal, what he heard so far in order, what he decided.

import { pen } from '../dom.js';
import { arrived } from '../motion.js';
import { quotation } from '../narrate.js';
import { shield, token } from '../signs.js';
import { decided } from '../store.js';
import { heardUntil, LISTED } from '../tally.js';
import { signersOf } from '../tell-signed.js';
import { holdings } from './holdings.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../types.js').State} State */
/** @typedef {{path: number[], said: import('../types.js').Order | null, round: number, road: boolean, refused?: string}} Heard */

/** More rows than this are counted, not listed. */
const ROWS = 40;
/** In this narrow column quotations of quotations name generals by number alone. */
const SHORT_NAMES_FROM = 2;

/** What general g has heard, then what is on the road to him now. @param {State} s @param {number} general @returns {Heard[]} */
export function heardSoFar(s, general) {
  if (!s.session || s.session.length > LISTED) return [];
  const known = heardUntil(s.session, general, Math.max(0, arrived(s))).map((r) => ({ ...r, road: false }));
  const riding = s.motion && s.motion.progress < 1 ? s.motion : null;
  if (!riding || riding.what === 'ending') return known;
  const until =
    riding.what === 'message'
      ? s.cursor
      : s.perRound.slice(0, riding.round).reduce((/** @type {number} */ sum, count) => sum + (count ?? 0), 0);
  const session = s.session;
  const here = session.cursor;
  session.seek(until);
  const soon = session
    .view(general)
    .received.slice(known.length)
    .map((r) => ({ ...r, road: true }));
  session.seek(here);
  return [...known, ...soon];
}

/** @param {HTMLElement} root @param {Page} page */
export function inspector(root, page) {
  const { store, t, say } = page;
  const own = pen();
  const { el, list, refresh } = own;
  const s = () => store.state;
  const id = () => s().chosen ?? 0;
  const loyal = () => !(s().scenario?.traitors.includes(id()) ?? false);
  /** @type {Heard[]} */
  let heard = [];
  let heardFor = '';

  const role = () => t(`role.${id() === 1 ? 'commander' : 'lieutenant'}.${loyal() ? 'loyal' : 'traitor'}`);
  const decision = () => (id() === 1 && loyal() ? (s().scenario?.order ?? null) : (s().verdict?.decisions[String(id())] ?? null));

  const later = () => {
    const protocol = s().scenario?.protocol ?? 'om';
    return protocol === 'om' ? 'decides.later' : `decides.later.${protocol}`;
  };

  /** Who told him what: “General 3: “General 1 said…””. @param {Heard} h */
  const source = (h) => {
    const from = say().general(h.path[h.path.length - 1]);
    if (s().scenario?.protocol === 'sm')
      return t(h.refused ? 'heard.sm.refused' : 'heard.sm', { from, order: say().order(h.said), by: signersOf(say(), h.path) });
    if (h.said === null) return t(h.path.length === 1 ? 'heard.order.silent' : 'heard.relay.silent', { from });
    return h.path.length === 1
      ? t('heard.order', { from, order: say().order(h.said) })
      : t('heard.relay', { from, quote: quotation(say(), h.path.slice(0, -1), h.said, SHORT_NAMES_FROM) });
  };

  /**
   * What he heard, and before each round its name where there is more than the order.
   * @returns {(Heard | {name: string, round: number})[]}
   */
  const rows = () => {
    const shown = heard.slice(0, ROWS);
    return shown.flatMap((h, i) =>
      h.round === shown[i - 1]?.round
        ? [h]
        : [{ name: t(h.road ? 'heard.round.road' : 'heard.round', { round: h.round }), round: h.round }, h],
    );
  };

  /** @type {HTMLElement} */
  const body = el(
    'div',
    { class: 'inspector-body', hidden: () => !s().chosen },
    el(
      'div',
      { class: 'who' },
      list(
        el('span', { class: 'who-shield' }),
        () => [[id(), loyal()]],
        String,
        () => shield(id(), loyal(), 48),
      ),
      el(
        'div',
        {},
        el('h2', { id: 'inspector-title' }, () => t('inspector.title', { who: say().general(id()) })),
        el('p', { class: () => (loyal() ? 'role loyal-word' : 'role traitor-word') }, role),
      ),
    ),
    el('p', { class: 'meant', hidden: () => id() !== 1 }, () =>
      t(loyal() ? 'inspector.commander' : 'inspector.commander.traitor', { order: say().order(s().scenario?.order ?? 'A') }),
    ),
    el(
      'div',
      { class: 'heard', hidden: () => id() === 1 || !s().session },
      el('h3', { class: 'label' }, () => t('heard.title')),
      list(
        el('ol', { class: 'heard-list' }),
        rows,
        (h) => ('name' in h ? h.name : `${s().lang} ${h.path.join('.')} ${h.said} ${h.road} ${h.refused}`),
        (h, own) =>
          'name' in h
            ? own.el('li', { class: 'round-name' }, h.name)
            : own.el(
                'li',
                { class: h.road ? 'road' : h.refused ? 'refused' : '' },
                token(h.said, 9, { road: h.road }),
                own.el('span', {}, source(h)),
              ),
      ),
      el('p', { class: 'hint', hidden: () => heard.length > 0 }, () => t(s().length > LISTED ? 'heard.many' : 'heard.nothing')),
      el('p', { class: 'hint', hidden: () => heard.length <= ROWS }, () =>
        t('heard.more', { count: Math.max(0, heard.length - ROWS) }),
      ),
    ),
    ...holdings(own, page, id, () => heard),
    el(
      'div',
      { class: 'decides', hidden: () => !s().scenario },
      el('h3', { class: 'label' }, () => t('decides.title')),
      list(
        el('p', { class: 'decides-line' }),
        () => [[s().lang, decided(s()), decision(), loyal(), s().scenario?.protocol]],
        String,
        (_, own) => {
          const word = decided(s()) ? decision() : null;
          if (word) return own.el('span', { class: 'decides-word' }, token(word, 15), own.el('b', {}, say().order(word)));
          return own.el('span', { class: 'hint' }, t(!loyal() ? 'decides.traitor' : later()));
        },
      ),
    ),
    el(
      'button',
      { type: 'button', class: 'turn-button', onclick: () => store.apply({ type: 'turn', general: id() }) },
      () => t(loyal() ? 'turn.traitor' : 'turn.loyal', { who: say().general(id()) }),
      ' ',
      el('kbd', {}, 'T'),
    ),
  );

  root.append(
    el('p', { class: 'hint', hidden: () => s().chosen !== null }, () => t('inspector.empty')),
    body,
  );
  return () => {
    const now = s();
    const key = `${now.link} ${now.chosen} ${arrived(now)} ${now.motion?.what} ${now.motion?.round} ${(now.motion?.progress ?? 1) < 1}`;
    if (key !== heardFor) {
      heardFor = key;
      heard = now.chosen && now.chosen <= (now.scenario?.n ?? 0) ? heardSoFar(now, now.chosen) : [];
    }
    if (now.scenario && now.chosen !== null) refresh();
  };
}
