// The seals of the letter that is told now: who sealed what, opened one by one; shown where letters are sealed so.

import { icon, sealSign, token } from '../kit/icons.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('#generals').Certificate} Certificate */

/** @type {WeakMap<object, {step: number, found: Certificate | null}>} */
const opened = new WeakMap();

/** The letter at the cursor with its seals, if it bears any. @param {Pick<State, 'session' | 'cursor' | 'length' | 'place' | 'scenario'>} s @returns {Certificate | null} */
export function certificateNow({ session, cursor, length, ...s }) {
  if (!session || cursor < 1 || cursor >= length) return null;
  const known = opened.get(session);
  if (known?.step === cursor) return known.found;
  const found = session.certificate(cursor);
  const viewer = povOf(s);
  const shown = found && (viewer === null || viewer === found.from || viewer === found.to) ? found : null;
  opened.set(session, { step: cursor, found: shown });
  return shown;
}

/** @param {import('../state/types.js').Binder} drawing @param {Page} page */
export function sealsPanel({ el, list }, page) {
  const { store, t, say } = page;
  const s = () => store.state;
  const now = () => certificateNow(s());
  const heads = list(
    el('span', { class: 'queue-seals-row' }),
    () => (now()?.seals ?? []).map((seal, i) => ({ seal, key: `${s().link} ${s().cursor} ${i}` })),
    ({ key }) => key,
    ({ seal }) => sealSign(seal.signer, seal.holds ? 'good' : 'forged', 22),
  );
  return el(
    'details',
    { class: 'queue-seals', 'data-testid': 'seals', 'data-answer': true, hidden: () => now() === null },
    el('summary', {}, el('span', { class: 'label' }, () => t('slow.seals')), heads, icon('step', 14)),
    list(
      el('ul'),
      () => (now()?.seals ?? []).map((seal, i) => ({ seal, key: `${s().lang} ${s().link} ${s().cursor} ${i}` })),
      ({ key }) => key,
      ({ seal }, own) =>
        own.el(
          'li',
          {},
          sealSign(seal.signer, seal.holds ? 'good' : 'forged', 26),
          own.el('span', {}, t(seal.holds ? 'slow.seal' : 'slow.seal.forged', { who: say().general(seal.signer), part: t(`part.${seal.kind}`), view: seal.view })),
          seal.word === null ? '' : token(seal.word, 8),
        ),
    ),
    el('p', { class: 'hint' }, () => (now()?.refused ? t('slow.seals.refused') : '')),
  );
}
