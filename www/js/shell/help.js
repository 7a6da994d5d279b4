// The keys, what each does, and the switch that turns off those that write a character.

import { dialog } from '../kit/dialog.js';
import { isSlow } from '../state/spec.js';

/** @typedef {import('./page.js').Page} Page */

/** Keys as printed on them, and what they do; `letter`: it writes a character and can be switched off; `slow`: where letters are under way alone. */
const KEYS = [
  { keys: ['keys.space'], does: 'play' },
  { keys: ['←', '→'], does: 'step' },
  { keys: ['keys.shift', '←', '→'], does: 'round' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['1', '…', '9'], does: 'choose', letter: true },
  { keys: ['T'], does: 'turn', letter: true },
  { keys: ['V'], does: 'eyes', letter: true },
  { keys: ['Enter'], does: 'message' },
  { keys: ['↑', '↓', 'Enter'], does: 'rows' },
  { keys: ['↑', '↓', 'Enter'], does: 'queue', slow: true },
  { keys: ['H'], does: 'hold', letter: true, slow: true },
  { keys: ['L'], does: 'lab', letter: true },
  { keys: ['S'], does: 'share', letter: true },
  { keys: ['P'], does: 'projector', letter: true },
  { keys: ['+', '−', '0'], does: 'zoom', letter: true },
  { keys: ['?'], does: 'help', letter: true },
  { keys: ['Ctrl', 'Z'], does: 'undo' },
  { keys: ['Esc'], does: 'leave' },
];

/** @param {HTMLElement} root @param {Page} page */
export function help(root, page) {
  const { store, t } = page;
  return dialog(root, page, 'help', ({ el }) => {
    /** @type {HTMLInputElement} */
    const letters = el('input', {
      type: 'checkbox',
      'data-testid': 'letter-keys',
      checked: () => store.state.letters,
      onchange: () => store.apply({ type: 'letters', on: letters.checked }),
    });
    return [
      el(
        'dl',
        { class: 'keys' },
        ...KEYS.flatMap(({ keys, does, letter = false, slow = false }) => [
          el(
            'dt',
            { class: () => (letter && !store.state.letters ? 'off' : ''), hidden: () => slow && !isSlow(store.state) },
            ...keys.map((key) => (key === '…' ? '…' : el('kbd', {}, () => (key.startsWith('keys.') ? t(key) : key)))),
          ),
          el('dd', { class: () => (letter && !store.state.letters ? 'off' : ''), hidden: () => slow && !isSlow(store.state) }, () => t(`help.${does}`)),
        ]),
      ),
      el('p', { class: 'hint' }, () => t('help.hint')),
      el(
        'label',
        { class: 'check' },
        letters,
        el('span', {}, () => t('help.letters')),
      ),
    ];
  });
}
