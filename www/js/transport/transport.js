// Buttons of time, how messengers ride, how fast.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { isCovered } from '../state/lesson.js';
import { scrubber } from './scrubber.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

const SPEEDS = [0.5, 1, 2, 4];

/** @param {HTMLElement} root @param {Page} page */
export function transport(root, page) {
  const drawing = binder();
  const line = scrubber(page);
  root.append(
    timeButtons(drawing, page),
    drawing.el('div', { class: 'pills' }, modeChoice(drawing, page), speedChoice(drawing, page)),
    line.node,
  );
  return () => {
    drawing.refresh();
    line.refresh();
  };
}

/** To the start, a step back, play or pause, a step on, to the end. @param {Binder} drawing @param {Page} page */
function timeButtons({ el, list }, { store, t }) {
  const s = () => store.state;
  const isShut = () => !s().session || isCovered(s());
  const atStart = () => isShut() || (s().cursor === 0 && !s().motion);
  const atEnd = () => isShut() || s().cursor >= s().length;
  /** @param {string} testid @param {'start' | 'back' | 'step' | 'end'} action @param {() => boolean} off */
  const button = (testid, action, off) =>
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
      icon(action),
    );
  const playName = () => t(s().playing ? 'transport.pause' : 'transport.play');
  const play = list(
    el('button', {
      class: 'round main',
      'data-testid': 'play',
      'aria-label': playName,
      title: playName,
      'aria-disabled': () => (isShut() ? 'true' : null),
      onclick: () => store.apply({ type: s().playing ? 'pause' : 'play' }),
    }),
    () => [s().playing],
    String,
    (playing) => icon(playing ? 'pause' : 'play'),
  );
  return el(
    'div',
    { class: 'buttons' },
    button('to-start', 'start', atStart),
    button('step-back', 'back', atStart),
    play,
    button('step', 'step', atEnd),
    button('to-end', 'end', atEnd),
  );
}

/** Whole rounds, or one message at a time. @param {Binder} drawing @param {Page} page */
function modeChoice({ el, list }, { store, t }) {
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      class: 'pill mode',
      'data-testid': 'mode',
      value: () => store.state.mode,
      'aria-label': () => t('mode'),
      title: () => t('mode'),
      onchange: () => store.apply({ type: 'mode', mode: /** @type {import('../state/types.js').Mode} */ (select.value) }),
    },
    el('option', { value: 'round' }, () => t('mode.round')),
    el('option', { value: 'message' }, () => t('mode.message')),
  );
  const sign = list(
    el('span', { 'aria-hidden': 'true' }),
    () => [store.state.mode],
    String,
    (how) => icon(how === 'round' ? 'round' : 'message'),
  );
  return el('span', { class: 'choose pill-room' }, sign, select);
}

/** @param {Binder} drawing @param {Page} page */
function speedChoice({ el }, { store, t, say }) {
  const chosen = () => store.state.speed;
  const name = (/** @type {number} */ x) => t('speed.times', { speed: x === 0.5 ? '.5' : say().number(x) });
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      class: 'pill',
      'aria-label': () => t('speed'),
      title: () => t('speed'),
      value: () => String(chosen()),
      onchange: () => store.apply({ type: 'speed', speed: Number(select.value) }),
    },
    ...SPEEDS.map((x) => el('option', { value: String(x) }, () => name(x))),
    // A link may name any other.
    el('option', { value: () => String(chosen()), hidden: () => SPEEDS.includes(chosen()) }, () => name(chosen())),
  );
  return el('span', { class: 'choose pill-room' }, select);
}
