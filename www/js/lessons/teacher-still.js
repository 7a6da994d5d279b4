// How a lesson begins, as a picture that can be printed: the map of its first beat, messengers of the first round on the road.

import { picture } from '../paint/svg.js';
import { layout } from '../scene/layout.js';
import { scene } from '../scene/scene.js';
import { world } from '../scene/world.js';
import { Absent, follow } from '../state/engine.js';
import { roundCounts } from '../state/session-cache.js';
import { dialectOf } from '../state/spec.js';
import { plainly } from './plain-signs.js';
import { vignette } from './vignettes.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../scene/types.js').Shape} Shape */
/** @typedef {import('../scene/types.js').Drawn} Drawn */

const WIDTH = 300;
const HEIGHT = 214;
/** How far messengers are: past the middle, so that two who meet stand apart. */
const ON_ROAD = 0.64;
/** More messengers would hide the camps. */
const MOST = 12;

/** Colours of the drawn art that are mixed for the screen. @type {Record<string, string>} */
const ON_PAPER = { tent: '--scroll-bg', 'tent-line': '--ink-2', 'tent-door': '--ink-2', 'shield-line': '--ink', pole: '--ink', shade: '--map-edge' };
const colour = (/** @type {string} */ name) => `var(${ON_PAPER[name] ?? `--${name}`})`;

/** What paper can show: no light, and no lines of the land. @param {readonly Shape[]} shapes @returns {Drawn[]} */
const flat = (shapes) =>
  shapes.flatMap((shape) => {
    if (shape.kind === 'still') return flat(shape.shapes);
    if (shape.kind === 'wash' || shape.kind === 'crowd' || shape.kind === 'hatch' || shape.kind === 'glow') return [];
    return shape.kind !== 'text' && 'stroke' in shape && shape.stroke === 'contour' ? [] : [shape];
  });

/** The stage of a link, or null where it has another one than camps around a city. @param {Page} page @param {string} link */
function stage(page, link) {
  const { store, say } = page;
  const { session, reading, verdict } = follow(link);
  if (!session) return null;
  try {
    const { scenario, spec, place } = reading;
    if (dialectOf(/** @type {any} */ ({ spec }))) return null;
    const perRound = roundCounts(session);
    session.seek(place.at);
    const sets = place.at === 0 && place.pov === null && (perRound[0] ?? 0) <= MOST;
    const now = world({
      ...store.state,
      session,
      scenario,
      spec,
      verdict,
      place,
      perRound,
      length: session.length,
      cursor: session.cursor,
      motion: sets ? { what: 'round', round: 1, progress: ON_ROAD, rest: 0, held: true } : null,
      still: true,
      chosen: null,
      message: null,
      lit: null,
      flash: null,
      pointed: [],
      differing: null,
    });
    const plan = layout({ width: WIDTH, height: HEIGHT, n: scenario.n, compact: true });
    const shapes = scene(plan, { ...now, ending: null }, { general: say().general, city: '', north: '', unseen: '', italic: false });
    return picture({ class: 'still', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, fill: 'none', 'aria-hidden': 'true' }, flat(shapes), colour);
  } finally {
    session.free();
  }
}

/** @param {Page} page @param {string} lesson @param {string} link of its first beat */
export function still(page, lesson, link) {
  try {
    return plainly(page, () => stage(page, link)) ?? vignette(page, lesson, 172);
  } catch (error) {
    // Of what only the whole engine knows there is a sign until that has come.
    if (error instanceof Absent) return vignette(page, lesson, 172);
    throw error;
  }
}
