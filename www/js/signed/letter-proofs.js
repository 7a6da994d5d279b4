// What each seal of a letter signs, the key that checks it, and the signature, for whoever wants to check it himself.

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {() => import('./letter-reading.js').Reading | null} reading */
export const proofs = ({ el, list }, { store, t, say }, reading) =>
  list(
    el('div', { class: 'proofs' }),
    () => reading()?.letter?.seals ?? [],
    ({ signer, signature, text, publicKey }) => `${store.state.lang} ${signer} ${signature} ${text} ${publicKey}`,
    ({ signer, signature, text, publicKey }, own) => {
      const row = (/** @type {string} */ key, /** @type {string} */ value) => [own.el('dt', {}, t(key)), own.el('dd', {}, value)];
      return own.el(
        'details',
        {},
        own.el('summary', {}, t('proof', { who: say().general(signer) })),
        own.el('dl', {}, ...row('proof.text', text), ...row('proof.key', publicKey), ...row('proof.signature', signature)),
      );
    },
  );
