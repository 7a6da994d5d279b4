// A button that is used up leaves the keyboard to the one in its place.

/** Draws a panel anew. @param {HTMLElement} place @param {() => void} draw */
export function keepFocus(place, draw) {
  const held = document.activeElement;
  draw();
  if (!held || !place.contains(held) || !held.closest('[hidden]')) return;
  const instead = [...place.querySelectorAll('button')].find((button) => button.getClientRects().length > 0);
  instead?.focus();
}
