// The map of a run whose letters are slow: the camps and roads of everywhere, and over them the letters that wait.

import { binder } from '../kit/dom.js';
import { layout } from '../scene/layout.js';
import { scene } from '../scene/scene.js';
import { crownShapes, crownsOf } from './crowns.js';
import { letterShapes } from './letter-shapes.js';
import { letterButtons, waitingNow } from './letters.js';
import { standAround } from './around.js';
import { leadersOf, phasesNow } from './phases-now.js';

/** @param {import('../state/own.js').Stand} stand @returns {import('../state/own.js').OwnMap} */
export function slowMap({ root, page, plan, frame, testid }) {
  const drawing = binder();
  const { tell, showList } = standAround(page, testid('') === '');
  const over = letterButtons(drawing, page, plan, { frame, testid, tell, showList });
  root.append(over);
  return {
    layout,
    scene(at, world, words) {
      const { state } = page.store;
      const worn = world.generals.find(({ commander }) => commander)?.id ?? null;
      const crowns = state.session ? crownShapes(at, crownsOf(phasesNow(state), leadersOf(state.session)), worn) : [];
      return [...scene(at, world, words), ...crowns, ...letterShapes(at, waitingNow(page, plan), state.lit)];
    },
    refresh: drawing.refresh,
    remove: () => over.remove(),
  };
}
