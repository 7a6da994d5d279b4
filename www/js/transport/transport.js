// Buttons of time, how messengers ride, how fast.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { scrubber } from './scrubber.js';

/** @typedef {import('../shell/page.js').Page} Page */

const SPEEDS = [0.5, 1, 2, 4];

/** @param {HTMLElement} root @param {Page} page */
export function transport(root, page) {
  const { store, t, say } = page;
  const { el, list, refresh } = binder();
  const s = () => store.state;
  const atStart = () => !s().session || (s().cursor === 0 && !s().motion);
  const atEnd = () => !s().session || s().cursor >= s().length;
  /** @param {string} testid @param {string} action @param {'start' | 'back' | 'step' | 'end'} sign @param {() => boolean} off */
  const button = (testid, action, sign, off) =>
    el(
      'button',
      {
        class: 'round',
        'data-testid': testid,
        'aria-label': () => t(`transport.${action}`),
        title: () => t(`transport.${action}`),
        'aria-disabled': () => (off() ? 'true' : null),
        onclick: () => {
          if (!off()) store.apply({ type: action });
        },
      },
      icon(sign),
    );
  const playName = () => t(s().playing ? 'transport.pause' : 'transport.play');
  const play = list(
    el('button', {
      class: 'round main',
      'data-testid': 'play',
      'aria-label': playName,
      title: playName,
      'aria-disabled': () => (s().session ? null : 'true'),
      onclick: () => store.apply({ type: s().playing ? 'pause' : 'play' }),
    }),
    () => [s().playing],
    String,
    (playing) => icon(playing ? 'pause' : 'play'),
  );
  const speed = el(
    'select',
    {
      class: 'pill',
      'aria-label': () => t('speed'),
      title: () => t('speed'),
      value: () => String(s().speed),
      onchange: (/** @type {Event} */ e) =>
        store.apply({ type: 'speed', speed: Number(/** @type {HTMLSelectElement} */ (e.target).value) }),
    },
    ...SPEEDS.map((x) =>
      el('option', { value: String(x) }, () => t('speed.times', { speed: x === 0.5 ? '.5' : say().number(x) })),
    ),
  );
  const mode = el(
    'select',
    {
      class: 'pill mode',
      'data-testid': 'mode',
      value: () => s().mode,
      'aria-label': () => t('mode'),
      title: () => t('mode'),
      onchange: (/** @type {Event} */ e) =>
        store.apply({ type: 'mode', mode: /** @type {HTMLSelectElement} */ (e.target).value }),
    },
    el('option', { value: 'round' }, () => t('mode.round')),
    el('option', { value: 'message' }, () => t('mode.message')),
  );
  const line = scrubber(page);
  root.append(
    el(
      'div',
      { class: 'buttons' },
      button('to-start', 'start', 'start', atStart),
      button('step-back', 'back', 'back', atStart),
      play,
      button('step', 'step', 'step', atEnd),
      button('to-end', 'end', 'end', atEnd),
    ),
    el(
      'div',
      { class: 'pills' },
      el(
        'span',
        { class: 'choose pill-room' },
        list(
          el('span', { 'aria-hidden': 'true' }),
          () => [s().mode],
          String,
          (how) => icon(how === 'round' ? 'round' : 'message'),
        ),
        mode,
      ),
      el('span', { class: 'choose pill-room' }, speed),
    ),
    line.node,
  );
  return () => {
    refresh();
    line.refresh();
  };
}
