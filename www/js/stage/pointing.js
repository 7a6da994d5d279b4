// Pointing at messengers: under the mouse one is lit, a click or a tap opens his note; while the end is played it skips that.

/** @typedef {import('../state/store.js').Store} Store */

/**
 * @param {HTMLElement} root the stage @param {Store} store
 * @param {(event: MouseEvent, touch: boolean) => number | null} under the step of the messenger under the pointer
 */
export function listenToPointing(root, store, under) {
  root.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const step = under(event, false);
    root.classList.toggle('over', step !== null);
    store.apply({ type: 'light', step });
  });
  root.addEventListener('pointerleave', () => {
    root.classList.remove('over');
    store.apply({ type: 'light', step: null });
  });
  let touched = false;
  root.addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
  });
  // Before the camps: a messenger who stands before one is nearer. Keys make clicks without a place.
  root.addEventListener(
    'click',
    (event) => {
      const control = event.target instanceof Element ? event.target.closest('button') : null;
      if (event.detail === 0 || (control && !control.dataset.general)) return;
      const { motion, message } = store.state;
      const ending = motion?.what === 'ending' && motion.progress < 1;
      const step = ending ? null : under(event, touched);
      if (step !== null || ending) event.stopPropagation();
      if (ending) store.apply({ type: 'skip' });
      else if (step !== null || message !== null) store.apply({ type: 'message', step });
    },
    { capture: true },
  );
}
