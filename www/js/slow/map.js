// The map of a run whose letters are slow: the camps and roads of everywhere, and over them the letters that wait.

import { binder } from '../kit/dom.js';
import { messengerScale } from '../scene/crowd.js';
import { whereabouts } from '../scene/hit.js';
import { layout } from '../scene/layout.js';
import { scene } from '../scene/scene.js';
import { messageAt } from '../state/lies.js';
import { crownShapes, crownsOf } from './crowns.js';
import { bundleShown } from '../marks/bundles.js';
import { pillMarks } from './pills.js';
import { letterShapes, ribbonUnder } from './letter-shapes.js';
import { letterButtons, waitingNow } from './letters.js';
import { standAround } from './around.js';
import { leadersOf } from '../marks/fired.js';
import { phasesNow } from './phases-now.js';

/** @param {import('../state/own.js').Stand} stand @returns {import('../state/own.js').OwnMap} */
export function slowMap({ root, page, plan, frame, testid }) {
  const drawing = binder();
  const over = letterButtons(drawing, page, plan, { frame, testid, ...standAround(page, testid('') === '') });
  root.append(over.node);
  return {
    layout,
    scene(at, world, words) {
      const { state } = page.store;
      const worn = world.generals.find(({ commander }) => commander)?.id ?? null;
      const crowns = state.session ? crownShapes(at, crownsOf(phasesNow(state), leadersOf(state.session)), worn) : [];
      const now = waitingNow(page, plan);
      const pills = now.pills.flatMap((pill) => pillMarks(pill, at.camps.find(({ id }) => id === pill.general)?.k ?? at.unit, pill.general === state.chosen));
      const letters = letterShapes(at, now, state.lit, (step, event) => (state.session ? bundleShown(state.session, event, step) : null));
      return [...scene(at, world, words, [...crowns, ...pills, ...letters]), ...ridingSeals(at, world, state.session)];
    },
    refresh: () => over.keep(drawing.refresh),
    remove: () => over.node.remove(),
  };
}

/** Under who rides the bundle of seals that he shows. @param {import('../scene/types.js').Layout} layout @param {import('../scene/types.js').World} world @param {import('../state/types.js').State['session']} session */
const ridingSeals = (layout, world, session) =>
  world.rides.flatMap(({ index }) => {
    const event = session && messageAt(session, index);
    const bundle = session && event ? bundleShown(session, event, index) : null;
    const at = bundle && whereabouts(layout, world, index);
    return bundle && at ? ribbonUnder(bundle, at.x, at.y, messengerScale(layout, world.rides.length), false) : [];
  });
