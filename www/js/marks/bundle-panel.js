// The bundle of seals that the chosen general holds: opened, who sealed what, one by one.

import { icon, sealSign, token } from '../kit/icons.js';
import { bundleHeld } from './bundles.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {import('../state/types.js').Binder} binder @param {Page} page @param {() => number | null} id null: nobody who holds anything */
export function bundlePanel({ el, list }, page, id) {
  const { store, t, say } = page;
  const s = () => store.state;
  const now = () => bundleHeld(s(), id());
  const state = (/** @type {boolean} */ holds) => (holds ? 'good' : 'forged');
  const seals = () => (now()?.seals ?? []).map((seal) => ({ ...seal, word: now()?.word ?? null, key: `${s().lang} ${JSON.stringify(seal)}` }));
  return el(
    'details',
    { class: 'bundle', 'data-testid': 'bundle', 'data-answer': true, hidden: () => now() === null },
    el(
      'summary',
      {},
      el('span', { class: 'label' }, () => t('bundle.title')),
      list(el('span', { class: 'bundle-row' }), seals, ({ key }) => key, ({ signer, holds }) => sealSign(signer, state(holds), 22)),
      icon('step', 14),
    ),
    el('p', { class: 'bundle-of' }, () => {
      const bundle = now();
      return bundle ? t('bundle.of', { order: say().order(bundle.word), view: bundle.view }) : '';
    }),
    list(el('ul'), seals, ({ key }) => key, ({ signer, kind, holds, word }, own) =>
      own.el('li', {}, sealSign(signer, state(holds), 26), own.el('span', {}, t(`bundle.seal.${kind}`, { who: say().general(signer) })), token(word, 8)),
    ),
    el('p', { class: 'hint' }, () => (now() ? t('bundle.enough', { count: now()?.seals.length ?? 0, n: s().scenario?.n ?? 0 }) : '')),
  );
}
