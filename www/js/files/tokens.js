// The colours of a theme, whatever the page wears now: asked of a place in the page that is not seen.

import { el } from '../kit/dom.js';

/** Out of sight and of the way of everything. */
const OUT_OF_SIGHT = 'position:fixed;inset:0;visibility:hidden;pointer-events:none;contain:strict;z-index:-1';

/** A place that wears a theme, until it is left. @param {import('./types.js').FileOptions['theme']} theme */
export function placeIn(theme) {
  const place = el('div', { class: 'generals', 'data-theme': theme, 'aria-hidden': 'true', inert: true, style: OUT_OF_SIGHT });
  document.body.append(place);
  return { place, leave: () => place.remove() };
}
