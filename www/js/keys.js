// The keyboard: what each key does, unless the focused control uses it itself.

/** @typedef {import('./store.js').Store} Store */

/** @param {KeyboardEvent} event @returns {boolean} */
function belongsToControl(event) {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return false;
  if (target.closest('dialog')) return true;
  const typed = target.closest('input, select, textarea');
  if (typed) return !(typed instanceof HTMLInputElement && typed.type === 'checkbox' && event.key !== ' ');
  return (event.key === ' ' || event.key === 'Enter') && target.closest('button, a, summary') !== null;
}

/** @param {Store} store @param {() => number | null} focused the general whose camp has the focus */
export function createKeys(store, focused) {
  /** @param {KeyboardEvent} event @returns {import('./store.js').Action | null} */
  function action(event) {
    const s = store.state;
    if (s.letter) return event.key === 'Escape' ? { type: 'letter-close' } : null;
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
      case 'Escape':
        return s.rail ? { type: 'rail', open: false } : null;
      case 't':
      case 'T': {
        const general = focused() ?? s.chosen;
        return general === null ? null : { type: 'turn', general };
      }
      default:
        return /^[1-9]$/.test(event.key) ? { type: 'choose', general: Number(event.key) } : null;
    }
  }

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || store.state.fault || belongsToControl(event)) return;
    const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if ((event.ctrlKey || event.metaKey) && !undo) return;
    const wanted = undo ? { type: event.shiftKey ? 'redo' : 'undo' } : action(event);
    if (!wanted) return;
    event.preventDefault();
    store.apply(wanted);
  });
}
