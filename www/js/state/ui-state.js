// How the page is looked at: sheets, dialogs, projector, keys, the seen part of the stage. Nothing here changes the run.

import { moved, showing, WHOLE, zoomed } from './zoom.js';

/** @typedef {import('./types.js').State} State */
/**
 * @typedef {Pick<State,
 *   'sheet' | 'raised' | 'rail' | 'sharing' | 'leaf' | 'listing' | 'letters' | 'projector' | 'zoom'>} Looks
 */

/** @type {Looks} */
export const INITIAL_UI = {
  sheet: 'scenario',
  raised: false,
  rail: false,
  sharing: false,
  leaf: null,
  listing: false,
  letters: true,
  projector: false,
  zoom: WHOLE,
};

/** @type {import('./actions.js').Handlers<import('./actions.js').UiAction>} */
export const uiHandlers = {
  /** A tab of the sheet: chosen again while it is up, it lowers the sheet. */
  sheet: (s, { sheet }) => ({ sheet, raised: !(s.raised && s.sheet === sheet) }),
  raise: (_, { up }) => ({ raised: up }),
  rail: (_, { open }) => ({ rail: open }),
  share: (_, { open }) => ({ sharing: open, leaf: null }),
  /** The legend of the signs, the list of keys, or neither. */
  leaf: (_, { leaf }) => ({ leaf, sharing: false }),
  listing: (_, { open }) => ({ listing: open }),
  letters: (_, { on }) => ({ letters: on }),
  projector: (s, { on = !s.projector }) => ({ projector: on }),
  zoom: (s, { by, at }) => ({ zoom: zoomed(s.zoom, by, at) }),
  pan: (s, { dx, dy }) => ({ zoom: moved(s.zoom, dx, dy) }),
  /** Brings a place of the stage into sight. */
  'look-at': (s, { at }) => ({ zoom: showing(s.zoom, at) }),
  'zoom-out': () => ({ zoom: WHOLE }),
  // What could not be done is not asked for again.
  dismiss: () => ({ missed: null, mishap: null }),
  read: () => ({ hasRead: true }),
  // The store itself lets go of what waits.
  cancel: () => ({}),
  lang: (_, { lang }) => ({ lang, langChosen: true }),
  theme: (_, { theme }) => ({ theme }),
};
