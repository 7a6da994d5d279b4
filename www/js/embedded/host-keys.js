// Keys that are pressed here and are meant for the page around: a deck still turns its slides after a click into the frame.

import { belongsToControl } from '../kit/used-keys.js';
import { VERSION } from './asked.js';

/** @typedef {import('../state/types.js').State} State */

/** They mean nothing alone, or write a character only with the next one. Tab leaves the frame by itself. */
const NEVER_SENT = new Set(['Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'Dead', 'Process', 'Unidentified']);
/** What moves within a control that has many parts. */
const MOVES = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);
const MOVED_IN = '[role="slider"], [role="tree"], [role="grid"], [role="listbox"], [role="radiogroup"], [role="tablist"], [role="menu"]';
/** Browsers scroll by these. @type {Map<string, 1 | -1>} */
const SCROLLS = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
  ['PageUp', -1],
  ['PageDown', 1],
  ['Home', -1],
  ['End', 1],
  [' ', 1],
]);

/** Whether every key is for the page around. @param {Pick<State, 'presentation'>} s */
export const areKeysOfHost = ({ presentation: { embed, keys, controls } }) => embed && (keys === 'host' || controls === 'none');

/** What is sent of a key press: of reveal.js, too, which reads the number. @param {KeyboardEvent} event */
export const keyMessage = ({ key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey }) => ({ type: 'byz:key', version: VERSION, key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey });

/** @param {KeyboardEvent} event */
const isSendable = (event) => !event.isComposing && !NEVER_SENT.has(event.key) && event.isTrusted;

/** Whether something around the focus has room to scroll that way. @param {KeyboardEvent} event */
function scrollsHere({ key, target, shiftKey }) {
  const way = SCROLLS.get(key);
  if (way === undefined || !(target instanceof Element)) return false;
  const isBack = way < 0 || (key === ' ' && shiftKey);
  for (let node = /** @type {Element | null} */ (target); node; node = node.parentElement) {
    const room = node.scrollHeight - node.clientHeight;
    if (room < 1 || !/auto|scroll/.test(getComputedStyle(node).overflowY)) continue;
    if (isBack ? node.scrollTop > 0 : node.scrollTop < room - 1) return true;
  }
  return false;
}

/** @param {EventTarget | null} target @param {string} key */
const movesWithin = (target, key) => MOVES.has(key) && target instanceof Element && target.closest(MOVED_IN) !== null;

/**
 * Sends on what is not for this page. Keys that are the host's never arrive here, but for those of fields, of dialogs, and of a control to
 * which the reader went by the keyboard.
 * @param {() => State} s @param {(message: object) => void} post
 */
export function sendKeysOn(s, post) {
  /** The reader goes from control to control by Tab. */
  let isByTab = false;
  addEventListener('pointerdown', () => (isByTab = false), true);

  /** @param {KeyboardEvent} event */
  function isForHost(event) {
    const { key, target } = event;
    if (!isSendable(event) || !areKeysOfHost(s())) return false;
    if (target instanceof Element && target.closest('dialog, input, select, textarea')) return !belongsToControl(event);
    return !isByTab || !(belongsToControl(event) || movesWithin(target, key));
  }
  /** @param {KeyboardEvent} event */
  function send(event) {
    // The frame itself would scroll.
    if (SCROLLS.has(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) event.preventDefault();
    post(keyMessage(event));
  }
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab') isByTab = true;
      if (!isForHost(event)) return;
      event.stopImmediatePropagation();
      send(event);
    },
    true,
  );
  // What has a meaning here has been taken by now.
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !isSendable(event) || belongsToControl(event) || scrollsHere(event)) return;
    send(event);
  });
}
