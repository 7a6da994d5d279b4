// The map of a run at any moment, drawn apart from the page: always as large, whatever room the page has, and whole.

import { createPainter } from '../paint/painter.js';
import { readPalette } from '../paint/palette.js';
import { scene } from '../scene/scene.js';
import { ownOf } from '../state/own.js';
import { createMapPlan } from '../stage/map-plan.js';
import { createMessengers } from '../stage/messengers.js';
import { mapWords } from '../stage/stage.js';
import { el } from '../kit/dom.js';
import { placeIn } from './tokens.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../scene/types.js').Shape} Shape */

/** So large is a map, in CSS pixels; of many generals it is larger. */
const SIZE = { width: 720, height: 480 };
const LARGE = { width: 1080, height: 720 };
const MANY = 16;

/** The whole of it. */
const WHOLE = { times: 1, dx: 0, dy: 0 };

/** How large the map of a run is. @param {Pick<State, 'scenario'>} s */
export const mapSize = ({ scenario }) => ((scenario?.n ?? 0) > MANY ? LARGE : SIZE);

/**
 * `shapes`: of a moment of the run; `painter`, `canvas`: that paint them; `markup`: the colours for drawings as text. It must be left
 * when it is not used any more.
 * @param {Page} page @param {import('./types.js').FileOptions['theme']} theme
 */
export function mapDrawing(page, theme) {
  let state = page.store.state;
  const { place, leave } = placeIn(theme);
  const canvas = el('canvas');
  place.append(canvas);
  // What is painted here is read again.
  canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  /** Nothing of what is drawn acts on the page. */
  const apart = page.with({ get state() { return state; }, apply: () => undefined, subscribe: () => undefined }, 'file');
  const plan = createMapPlan();
  plan.room = { ...mapSize(state), ratio: 1 };
  const painter = createPainter(canvas);
  const own = ownOf(state).map?.({ root: place, page: apart, plan, frame: () => WHOLE, paint: () => undefined, testid: (name) => `file-${name}` });
  const messengers = createMessengers(() => state, plan, () => WHOLE, painter, () => own);
  plan.fit(state.scenario?.n ?? 1, { hall: null, coarse: false, own: own?.layout });
  own?.refresh();
  return {
    size: mapSize(state),
    canvas,
    painter,
    palette: readPalette(place),
    /** @param {State} [now] the moment; left out, the one that is shown @returns {Shape[]} */
    shapes(now = page.store.state) {
      state = now;
      return plan.layout ? (own?.scene ?? scene)(plan.layout, messengers.seen(), mapWords(apart)) : [];
    },
    leave() {
      own?.remove();
      leave();
    },
  };
}

/** @typedef {ReturnType<typeof mapDrawing>} MapDrawing */

/** What is shown on a map as it stands in a picture: nothing is chosen, lit or just changed. @param {State} s @returns {State} */
export const unhandled = (s) => ({ ...s, chosen: null, lit: null, message: null, flash: null, pointed: [], zoom: { z: 1, x: 0.5, y: 0.5 } });
