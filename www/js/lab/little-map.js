// A small map of what was found: how that run ends, the messengers of one of its rounds still on the road.

import { specOf } from '../state/engine.js';
import { el } from '../kit/dom.js';
import { createPainter } from '../paint/painter.js';
import { roundCounts } from '../state/session-cache.js';
import { layout } from '../scene/layout.js';
import { scene } from '../scene/scene.js';
import { world } from '../scene/world.js';

const WIDTH = 292;
const HEIGHT = 208;
/** More messengers would hide the camps. */
const MOST = 12;
/** How far messengers are: past the middle, so that two who meet stand apart. */
const ON_ROAD = 0.64;

/** @param {import('../shell/page.js').Page} page */
export function littleMap({ store, say }) {
  const canvas = el('canvas', { class: 'lab-map', 'aria-hidden': 'true' });
  /** @type {ReturnType<typeof createPainter> | null} */
  let painter = null;
  /** @type {ReturnType<typeof scene>} */
  let shapes = [];

  return {
    canvas,
    /** @param {import('../state/types.js').Session} run @param {number} round @param {import('../state/types.js').Verdict['decisions']} decisions */
    draw(run, round, decisions) {
      const [scenario, perRound] = [run.scenario(), roundCounts(run)];
      const now = world({
        ...store.state,
        session: run,
        scenario,
        spec: specOf(scenario.protocol),
        verdict: { ...run.verdict(), decisions },
        length: run.length,
        cursor: run.length,
        perRound,
        motion: (perRound[round - 1] ?? 0) > MOST ? null : { what: 'round', round, progress: ON_ROAD, rest: 0, held: true },
        still: false,
        chosen: null,
        message: null,
        lit: null,
      });
      const plan = layout({ width: WIDTH, height: HEIGHT, n: scenario.n, compact: true });
      shapes = scene(plan, { ...now, ending: null }, { general: say().general, city: '', north: '', unseen: '', italic: false });
      painter ??= createPainter(canvas);
      painter.resize(WIDTH, HEIGHT, devicePixelRatio);
      painter.paint(shapes);
    },
    retheme() {
      painter?.retheme();
      painter?.paint(shapes);
    },
  };
}
