// The focus is never lost: where what had it goes away, what stands nearest to it has it next.

const FOCUSABLE = 'button, a[href], input, select, summary, [tabindex="0"]';

/** @param {Element} node */
const reachable = (node) => node.isConnected && node.checkVisibility({ visibilityProperty: true });

/** @param {Element} place @returns {HTMLElement[]} */
const within = (place) => [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(FOCUSABLE))].filter(reachable);

/**
 * Remembers who has the focus and where he stands, before the page changes.
 * @returns {() => void} afterwards: gives it back, or to his neighbour, or to the nearest place around him that is still there
 */
export function holdFocus() {
  const { activeElement: held, body } = document;
  // A dialog that has closed gives it back by itself.
  if (!(held instanceof HTMLElement) || held === body || held.closest('dialog:not([open])')) return () => {};
  /**
   * The places around him, inmost first, and his number among what can have the focus there.
   * @type {{place: Element, index: number}[]}
   */
  const around = [];
  for (let place = held.parentElement; place; place = place.parentElement)
    around.push({ place, index: within(place).indexOf(held) });
  return () => {
    if (reachable(held)) {
      if (document.activeElement !== held && document.activeElement === body) held.focus();
      return;
    }
    // What opened or closed has taken or given it.
    const { activeElement: now } = document;
    if (now && now !== body && now !== held && reachable(now)) return;
    for (const { place, index } of around) {
      if (!reachable(place)) continue;
      const others = within(place);
      const next = others[Math.min(Math.max(0, index), others.length - 1)];
      if (!next) continue;
      next.focus();
      return;
    }
  };
}
