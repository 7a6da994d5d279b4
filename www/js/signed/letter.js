// A signed letter under the glass: who sealed what over which bytes, what each check says, and every way to cheat.

import { freshSeed } from '../state/engine.js';
import { binder } from '../kit/dom.js';
import { checked, findings, firstChange, withOneBit, withOtherOrder, withOtherSigner } from '../state/letter-codec.js';
import { povOf } from '../state/pov.js';
import { icon, sealSign, stamp } from '../kit/icons.js';
import { forgery } from '../state/letter-actions.js';
import { bytes } from './letter-bytes.js';
import { picture } from './letter-picture.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/engine.js').Letter} Letter */
/** @typedef {import('../state/letter-codec.js').Finding} Finding */
/** @typedef {{key: string, step: number, from: number, to: number, round: number, letter: Letter | null, findings: Finding[] | null}} Look */

/** @param {HTMLElement} root @param {Page} page */
export function letter(root, page) {
  const { store, t, say } = page;
  const own = binder();
  const { el, list, refresh } = own;
  const s = () => store.state;
  const open = () => s().letter;
  /** @type {Look | null} */
  let look = null;

  /** What the reader finds, asked of the engine once for each change. */
  function see() {
    const { letter: shown, session, lang, link } = s();
    if (!shown || !session) return (look = null);
    const key = `${lang} ${link} ${shown.step} ${shown.bytes.join()}`;
    if (look?.key === key) return look;
    const event = session.event(shown.step);
    if (event.kind !== 'message') return (look = null);
    const found = checked(session, shown.step, shown.bytes);
    const { from, to, round } = event;
    const all = found && findings(say(), found, shown.sent, shown.bytes);
    look = { key, step: shown.step, from, to, round, letter: found, findings: all };
    return look;
  }
  const good = () => look?.letter?.refused === null;
  const bytesNow = () => open()?.bytes ?? [];
  const sent = () => open()?.sent ?? [];
  const who = (/** @type {number | undefined} */ id) => say().general(id ?? 1);

  /** Why it is refused, where no seal alone is to blame. */
  const refusal = () => {
    if (!look) return '';
    if (!look.letter) return t('letter.unreadable');
    const { refused } = look.letter;
    return refused === null || refused === 'bad-signature'
      ? ''
      : t(`letter.refused.${refused}`, { to: who(look.to), from: who(look.from), round: look.round });
  };

  /** @param {string} name @param {(bytes: readonly number[]) => readonly number[]} change */
  const cheat = (name, change) => {
    const after = () => (open() ? change(sent()) : []);
    const on = () => firstChange(after(), bytesNow()) < 0;
    return el(
      'button',
      {
        class: 'cheat',
        'data-testid': `cheat-${name}`,
        'aria-pressed': () => String(on()),
        onclick: () => store.apply({ type: 'letter-bytes', bytes: on() ? sent() : after() }),
      },
      () => t(`cheat.${name}`),
    );
  };

  /** Loyal generals whose key would help with this letter, and those whose key is already stolen. */
  const keepers = () => {
    const { scenario, stolen } = s();
    if (povOf(s()) !== null) return [];
    const signers = look?.letter?.seals.map(({ signer }) => signer) ?? [];
    return [...new Set([...signers, ...stolen])]
      .filter((id) => scenario && id <= scenario.n && !scenario.traitors.includes(id))
      .sort((a, b) => a - b);
  };
  /** @param {number} id */
  const steal = (id) => {
    const { stolen } = s();
    const next = stolen.includes(id) ? stolen.filter((other) => other !== id) : [...stolen, id].sort((a, b) => a - b);
    store.apply({ type: 'edit', changes: { stolen: next } });
  };
  // In fog nobody knows whose keys the traitors own; the glass is closed then.
  const owned = () => (povOf(s()) === null ? [...(s().scenario?.traitors ?? []), ...s().stolen].sort((a, b) => a - b) : []);

  const verdict = el(
    'div',
    { class: 'letter-verdict' },
    el(
      'div',
      {},
      el('p', { class: 'label' }, () => t('letter.checks', { to: who(look?.to) })),
      el(
        'h2',
        {
          id: 'letter-title',
          tabindex: -1,
          'data-testid': 'letter-verdict',
          'data-state': () => (good() ? 'genuine' : 'refused'),
        },
        () => t(good() ? 'letter.genuine' : 'letter.refused'),
      ),
    ),
    list(
      el('span', {}),
      () => [good()],
      String,
      (fine) => stamp(fine ? 'holds' : 'broken'),
    ),
  );

  const checks = el(
    'div',
    { class: 'letter-checks' },
    verdict,
    el('p', { class: 'letter-why', role: 'status', hidden: () => refusal() === '' }, refusal),
    list(
      el('ol', { class: 'findings' }),
      () => look?.findings ?? [],
      (f) => `${f.signer} ${f.state} ${f.title} ${f.why}`,
      (f, mine) =>
        mine.el(
          'li',
          { class: f.state, 'data-state': f.state },
          sealSign(f.signer, f.state, 34),
          mine.el('div', {}, mine.el('b', {}, f.title), mine.el('p', {}, f.why)),
        ),
    ),
    el('h3', { class: 'label' }, () => t('cheat')),
    el(
      'div',
      { class: 'cheats' },
      cheat('order', withOtherOrder),
      cheat('signer', (now) => withOtherSigner(now, s().scenario?.n ?? 4)),
      cheat('bit', withOneBit),
    ),
    el('p', { class: 'hint' }, () => {
      const keys = owned();
      return keys.length === 0
        ? t('cheat.keys.none')
        : t('cheat.keys', {
            who: keys.length === 1 ? who(keys[0]) : t('generals.named', { list: say().list(keys.map(String)) }),
          });
    }),
    el(
      'button',
      {
        class: 'turn-button',
        'data-testid': 'forge',
        hidden: () => forgery(s()) === null,
        onclick: () => {
          const changes = forgery(s());
          if (changes) store.apply({ type: 'edit', changes });
        },
      },
      () => t('forge', { from: who(look?.from) }),
    ),
    el('h3', { class: 'label' }, () => t('keys')),
    list(
      el('div', { class: 'cheats' }),
      () => [...keepers().map(String), 'new', ...(s().stolen.length > 0 && povOf(s()) === null ? ['see'] : [])],
      (what) => what,
      (what, mine) => {
        if (what === 'new')
          return mine.el(
            'button',
            {
              class: 'cheat',
              'data-testid': 'new-keys',
              onclick: () => store.apply({ type: 'edit', changes: { seed: freshSeed() } }),
            },
            () => t('keys.new'),
          );
        if (what === 'see')
          return mine.el('button', { class: 'cheat', 'data-testid': 'see-end', onclick: () => seeEnd() }, () =>
            t('keys.see'),
          );
        const id = Number(what);
        return mine.el(
          'button',
          {
            class: 'cheat',
            'data-testid': `steal-${id}`,
            'aria-pressed': () => String(s().stolen.includes(id)),
            onclick: () => steal(id),
          },
          () => t(s().stolen.includes(id) ? 'keys.return' : 'keys.steal', { who: who(id) }),
        );
      },
    ),
    bytes(own, page, () => look?.letter ?? null),
  );

  /** The end of the run shows what the stolen key broke. */
  function seeEnd() {
    store.apply({ type: 'letter-close' });
    store.apply({ type: 'end' });
  }

  root.append(
    el(
      'div',
      { class: 'strip' },
      el('h2', {}, () => t('letter')),
      el('p', { class: 'run' }, () =>
        look ? t('letter.place', { step: look.step, length: Math.max(0, s().length - 1), m: s().scenario?.m ?? 0 }) : '',
      ),
      el(
        'button',
        {
          class: 'letter-close',
          'data-testid': 'letter-close',
          onclick: () => store.apply({ type: 'letter-close' }),
        },
        () => t('close'),
        icon('cross', 12),
      ),
    ),
    list(
      el('div', { class: 'letter-stage' }),
      () => (look && open() ? [look] : []),
      (now) => now.key,
      (now) => picture(say(), { ...now, sent: sent(), bytes: bytesNow() }),
    ),
    checks,
  );

  let was = false;
  /** @type {HTMLElement | null} */
  let opener = null;
  return () => {
    see();
    const is = open() !== null && look !== null;
    if (is && !was) opener = /** @type {HTMLElement | null} */ (document.activeElement);
    // In fog not even the shut letter keeps what was known.
    if (is || was || povOf(s()) !== null) refresh();
    if (is !== was) {
      document.body.dataset.letter = is ? 'open' : 'shut';
      was = is;
      if (is) document.getElementById('letter-title')?.focus();
      else if (opener?.isConnected) opener.focus();
    }
  };
}
