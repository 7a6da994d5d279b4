// The keyboard: what each key does, unless the focused control uses it itself.

import { belongsToControl } from '../kit/used-keys.js';
import { isComparing } from '../state/comparing.js';
import { lessonsPage, numberOf } from '../state/lesson.js';
import { povOf } from '../state/pov.js';
import { isInLab, screenOf } from '../state/screens.js';
import { NEARER } from '../state/zoom.js';

/** @typedef {import('../state/store.js').Store} Store */

/** What a key does on a page about lessons. @param {string} key @returns {import('../state/actions.js').Action | null} */
function lessonsKey(key) {
  if (key === 'Escape') return { type: 'view', view: 'map' };
  if (key === '?') return { type: 'leaf', leaf: 'help' };
  return /^[sS]$/.test(key) ? { type: 'share', open: true } : null;
}

/** Keys that write a character: the reader may switch them off. */
const WRITES = /^[^ ]$/u;

/**
 * @param {HTMLElement} root the part's, or the whole document's body: where nothing has the focus its keys arrive @param {Store} store
 * @param {{focused: () => number | null, nearer: (by: number | null) => void}} stage
 *   the general whose camp has the focus; enlarges the map
 */
export function createKeys(root, store, { focused, nearer }) {
  /** @param {KeyboardEvent} event @returns {import('../state/actions.js').Action | null} */
  function action(event) {
    const s = store.state;
    if (event.key === 'Escape' && s.isWaiting) return { type: 'cancel' };
    if (s.letter) return event.key === 'Escape' ? { type: 'letter-close' } : /^[pP]$/.test(event.key) ? { type: 'projector' } : null;
    if (event.key === 'Escape' && (isComparing(s) || isInLab(s)))
      return s.projector ? { type: 'projector', on: false } : isInLab(s) ? { type: 'view', view: 'map' } : { type: 'pair-close' };
    // The pages about lessons have no run to be steered.
    if (lessonsPage(s)) return lessonsKey(event.key);
    if (isInLab(s) && !/^[lLpPsS?]$/.test(event.key)) return null;
    switch (event.key) {
      case ' ':
        return { type: s.playing ? 'pause' : 'play' };
      case 'ArrowRight':
        return { type: event.shiftKey ? 'next-round' : 'step' };
      case 'ArrowLeft':
        return { type: event.shiftKey ? 'previous-round' : 'back' };
      case 'Home':
        return { type: 'start' };
      case 'End':
        return { type: 'end' };
      case 'Enter':
        return s.cursor > 0 && s.cursor < s.length ? { type: 'message', step: s.cursor } : null;
      case 'Escape':
        return leave(s);
      case '?':
        return { type: 'leaf', leaf: 'help' };
      case 's':
      case 'S':
        return { type: 'share', open: true };
      case 'l':
      case 'L':
        return { type: 'view', view: isInLab(s) ? 'map' : s.tool };
      case 'p':
      case 'P':
        return { type: 'projector' };
      case '+':
      case '=':
      case '-':
      case '0':
        event.preventDefault();
        nearer(event.key === '0' ? null : event.key === '-' ? 1 / NEARER : NEARER);
        return null;
      case 'v':
      case 'V': {
        const general = focused() ?? s.chosen;
        return general === null ? null : { type: 'pov', general: povOf(s) === general ? null : general };
      }
      case 't':
      case 'T': {
        const general = focused() ?? s.chosen;
        return general === null ? null : { type: 'turn', general };
      }
      default:
        return /^[1-9]$/.test(event.key) ? { type: 'choose', general: Number(event.key) + 1 - numberOf(s) } : null;
    }
  }

  root.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || store.state.fault || belongsToControl(event)) return;
    if (!store.state.letters && WRITES.test(event.key) && !event.ctrlKey && !event.metaKey) return;
    const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if ((event.ctrlKey || event.metaKey) && !undo) return;
    /** @type {import('../state/actions.js').Action | null} */
    const wanted = undo ? { type: event.shiftKey ? 'redo' : 'undo' } : action(event);
    if (!wanted) return;
    event.preventDefault();
    store.apply(wanted);
  });
}

/**
 * What Esc leaves: the uppermost of what lies over the map.
 * @param {import('../state/types.js').State} s @returns {import('../state/actions.js').Action | null}
 */
function leave(s) {
  // A dialog has keys of its own, but for one that is still on its way.
  if (s.sharing) return { type: 'share', open: false };
  if (s.leaf !== null) return { type: 'leaf', leaf: null };
  if (s.missed) return { type: 'dismiss' };
  if (s.message !== null) return { type: 'message', step: null };
  if (s.rail) return { type: 'rail', open: false };
  if (s.listing) return { type: 'listing', open: false };
  if (s.raised) return { type: 'raise', up: false };
  if (s.projector) return { type: 'projector', on: false };
  if (povOf(s) !== null) return { type: 'pov', general: null };
  return screenOf(s) === 'map' ? null : { type: 'view', view: 'map' };
}
