// The bytes on the scroll, each to be changed by hand; what each seal signs and the keys that check it.

import { hex, partOf, sealCount, withByte } from '../state/letter-codec.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/engine.js').Letter} Letter */

const ROW = 16;
/** How seals are told apart under their bytes. */
const LINES = ['solid', 'dashed', 'dotted'];

/** @param {number} place */
const lineOf = (place) => (place < 0 ? '' : LINES[place % LINES.length]);

/**
 * @param {import('../state/types.js').Binder} binder @param {Page} page @param {() => Letter | null} letter
 * @returns {HTMLElement}
 */
export function bytes({ el, list }, { store, t, say }, letter) {
  const open = () => store.state.letter;
  const now = () => open()?.bytes ?? [];
  /** The one byte that Tab reaches. */
  let at = 0;

  /** @param {number} index */
  const go = (index) => {
    at = Math.max(0, Math.min(now().length - 1, index));
    /** @type {HTMLElement | null} */ (grid.querySelector(`[data-at="${at}"]`))?.focus();
  };
  /** @param {number} index @param {number} value */
  const put = (index, value) => {
    at = index;
    store.apply({ type: 'letter-bytes', bytes: withByte(now(), index, value) });
  };

  /** @param {KeyboardEvent} event @param {number} index */
  function keyed(event, index) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, number>} */
    const to = {
      ArrowRight: index + 1,
      ArrowLeft: index - 1,
      ArrowDown: index + ROW,
      ArrowUp: index - ROW,
      Home: 0,
      End: now().length - 1,
    };
    if (event.key in to) go(to[event.key]);
    else if (/^[0-9a-f]$/i.test(event.key)) put(index, (now()[index] << 4) | parseInt(event.key, 16));
    else return;
    event.preventDefault();
  }

  /** @param {number} index */
  const name = (index) => {
    const { part, place } = partOf(index);
    return t(`byte.${part}`, { at: hex(index), value: hex(now()[index] ?? 0), place: place + 1 });
  };

  const grid = el('div', { class: 'bytes', role: 'group', 'aria-label': () => t('bytes.edit'), 'data-testid': 'bytes' });
  list(
    grid,
    () => Array.from({ length: Math.ceil(now().length / ROW) }, (_, row) => row),
    String,
    (row, own) =>
      own.list(
        own.el('div', { class: 'byte-row' }),
        () => [-1, ...Array.from({ length: Math.min(ROW, now().length - row * ROW) }, (_, i) => row * ROW + i)],
        String,
        (index, mine) => {
          if (index < 0) return mine.el('span', { class: 'byte-at', 'aria-hidden': 'true' }, hex(row * ROW).padStart(3, '0'));
          const { part, place } = partOf(index);
          return mine.el(
            'button',
            {
              'data-at': index,
              class: () => `byte ${part} ${lineOf(place)}${now()[index] === open()?.sent[index] ? '' : ' changed'}`,
              tabindex: () => (index === Math.min(at, now().length - 1) ? 0 : -1),
              'aria-label': () => name(index),
              onclick: () => put(index, now()[index] ^ 1),
              onkeydown: (/** @type {KeyboardEvent} */ event) => keyed(event, index),
            },
            () => hex(now()[index] ?? 0),
          );
        },
      ),
  );

  return el(
    'div',
    { class: 'letter-bytes' },
    el(
      'div',
      { class: 'bytes-head' },
      el('h3', { class: 'label' }, () => t('bytes', { count: now().length })),
      list(
        el('span', { class: 'bytes-legend' }),
        () => Array.from({ length: sealCount(now()) }, (_, place) => place),
        String,
        (place, own) => own.el('span', { class: lineOf(place) }, () => t('bytes.seal', { place: place + 1 })),
      ),
    ),
    el('p', { class: 'hint' }, () => t('bytes.hint')),
    grid,
    list(
      el('div', { class: 'proofs' }),
      () => letter()?.seals ?? [],
      ({ signer, signature, text, publicKey }) => `${store.state.lang} ${signer} ${signature} ${text} ${publicKey}`,
      ({ signer, signature, text, publicKey }, own) => {
        const row = (/** @type {string} */ key, /** @type {string} */ value) => [
          own.el('dt', {}, t(key)),
          own.el('dd', {}, value),
        ];
        return own.el(
          'details',
          {},
          own.el('summary', {}, t('proof', { who: say().general(signer) })),
          own.el('dl', {}, ...row('proof.text', text), ...row('proof.key', publicKey), ...row('proof.signature', signature)),
        );
      },
    ),
  );
}
