// Which keys the control that has the focus uses itself.

const DIALOGS = 'dialog';
const FIELDS = 'input, select, textarea';
const PRESSED = 'button, a, summary';

/** @param {KeyboardEvent} event @returns {boolean} */
export function belongsToControl(event) {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return false;
  if (target.closest(DIALOGS)) return true;
  const typed = target.closest(FIELDS);
  if (typed) return !(typed instanceof HTMLInputElement && typed.type === 'checkbox' && event.key !== ' ');
  return (event.key === ' ' || event.key === 'Enter') && target.closest(PRESSED) !== null;
}
