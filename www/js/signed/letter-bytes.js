// The bytes on the scroll, each to be changed by hand: by a click one bit, by the keyboard digit for digit.

import { partOf, signersIn } from '../state/letter-codec.js';
import { hex, withByte } from './letter-findings.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */

const ROW = 16;
/** What stands before the bytes of a row: the place of its first. */
const HEAD = -1;
/** How seals are told apart under their bytes. */
const LINES = ['solid', 'dashed', 'dotted'];

/** @param {number} place */
const lineOf = (place) => (place < 0 ? '' : LINES[place % LINES.length]);

/** How many numbers there are, from the first. @param {number} count @param {number} [first] */
const numbers = (count, first = 0) => Array.from({ length: count }, (_, i) => first + i);

/** Which byte a key goes to, which may be beyond the ends; undefined where the key goes nowhere. @param {string} key @param {number} index @param {number} length @returns {number | undefined} */
export function byteReached(key, index, length) {
  if (key === 'ArrowRight') return index + 1;
  if (key === 'ArrowLeft') return index - 1;
  if (key === 'ArrowDown') return index + ROW;
  if (key === 'ArrowUp') return index - ROW;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}

/** A byte after a hexadecimal digit was typed on it: the digit comes in from the right. @param {number} byte @param {string} digit */
export const typedOver = (byte, digit) => ((byte << 4) | parseInt(digit, 16)) & 0xff;

/** What is done to the bytes, and the one of them that Tab reaches. @param {Page} page @param {(index: number) => void} focus */
function editing({ store }, focus) {
  let at = 0;
  const now = () => store.state.letter?.bytes ?? [];

  /** @param {number} index */
  function go(index) {
    at = Math.max(0, Math.min(now().length - 1, index));
    focus(at);
  }

  /** @param {number} index @param {number} value */
  function put(index, value) {
    at = index;
    store.apply({ type: 'letter-bytes', bytes: withByte(now(), index, value) });
  }

  return {
    now,
    isReached: (/** @type {number} */ index) => index === Math.min(at, now().length - 1),
    isChanged: (/** @type {number} */ index) => now()[index] !== store.state.letter?.sent[index],
    /** @param {number} index */
    turnBit: (index) => put(index, now()[index] ^ 1),
    /** @param {KeyboardEvent} event @param {number} index */
    handleKey(event, index) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const reached = byteReached(event.key, index, now().length);
      if (reached !== undefined) go(reached);
      else if (/^[0-9a-f]$/i.test(event.key)) put(index, typedOver(now()[index], event.key));
      else return;
      event.preventDefault();
    },
  };
}

/** Rows of bytes, each headed by the place of its first. @param {Binder} binder @param {Page} page */
function grid({ el, list }, page) {
  const { t, say } = page;
  const node = el('div', { class: 'bytes', role: 'group', 'aria-label': () => t('bytes.edit'), 'data-testid': 'bytes' });
  const edit = editing(page, (index) => /** @type {HTMLElement | null} */ (node.querySelector(`[data-at="${index}"]`))?.focus());

  /** @param {Binder} own @param {number} index */
  function byte(own, index) {
    const { part, place } = partOf(index);
    const seal = () => say().id(signersIn(edit.now())[place] ?? 0);
    const value = () => hex(edit.now()[index] ?? 0);
    return own.el(
      'button',
      {
        'data-at': index,
        class: () => `byte ${part} ${lineOf(place)}${edit.isChanged(index) ? ' changed' : ''}`,
        tabindex: () => (edit.isReached(index) ? 0 : -1),
        'aria-label': () => t(`byte.${part}`, { at: hex(index), value: value(), seal: seal() }),
        onclick: () => edit.turnBit(index),
        onkeydown: (/** @type {KeyboardEvent} */ event) => edit.handleKey(event, index),
      },
      value,
    );
  }

  const rows = () => numbers(Math.ceil(edit.now().length / ROW));
  /** @param {number} row */
  const bytesOf = (row) => numbers(Math.min(ROW, edit.now().length - row * ROW), row * ROW);
  return list(node, rows, String, (row, own) =>
    own.list(
      own.el('div', { class: 'byte-row' }),
      () => [HEAD, ...bytesOf(row)],
      String,
      (index, mine) =>
        index === HEAD
          ? mine.el('span', { class: 'byte-at', 'aria-hidden': 'true' }, hex(row * ROW).padStart(3, '0'))
          : byte(mine, index),
    ),
  );
}

/** @param {Binder} binder @param {Page} page */
export function bytes(binder, page) {
  const { el, list } = binder;
  const { store, t } = page;
  const now = () => store.state.letter?.bytes ?? [];
  return [
    el(
      'div',
      { class: 'bytes-head' },
      el('h3', { class: 'label' }, () => t('bytes', { count: now().length })),
      list(
        el('span', { class: 'bytes-legend' }),
        () => signersIn(now()).map((seal, place) => ({ seal, place })),
        ({ seal, place }) => `${seal} ${place}`,
        ({ seal, place }, own) => own.el('span', { class: lineOf(place) }, () => t('bytes.seal', { seal })),
      ),
    ),
    el('p', { class: 'hint' }, () => t('bytes.hint')),
    grid(binder, page),
  ];
}
