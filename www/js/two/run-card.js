// One run of the chain as a small picture: both generals, who rides between them and who is caught, and what each decides. Pure.

import { picture } from '../paint/svg.js';
import { shieldAt, tokenAt } from '../scene/signs.js';

/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** @typedef {import('../state/types.js').Order} Order */
/**
 * A run of the chain as the engine gives it. `alike`: who cannot tell it from the next one.
 * @typedef {{link: string, lost: number, arrived: number, decisions: Record<string, Order>, agreement: boolean, alike: number | null}} Run
 */

const WIDTH = 142;
const HEIGHT = 86;
/** The middle of each shield from its edge, and where roads begin and end. */
const SHIELD = { x: 20, y: 28, size: 35 };
const ROAD = { from: 40, to: WIDTH - 40, top: 12, step: 17 };
/** More messengers than this are not drawn one by one: those before the last of them are counted. */
const DRAWN = 3;
const TOKEN = { y: 68, half: 10 };

/** Which messengers are drawn, the last ones that ride, and how many come before them. @param {Run} run @param {number} messengers */
export function drawnIn({ lost }, messengers) {
  const last = Math.max(lost || messengers, Math.min(DRAWN, messengers));
  const first = Math.max(1, last - DRAWN + 1);
  return { first, last, before: first - 1 };
}

/** @param {string} kind @param {string} d @returns {Drawn} */
const path = (kind, d) => ({ kind: 'path', class: kind, d });

/** The road of one messenger. @param {number} id @param {number} y @param {number} lost @returns {Drawn[]} */
function road(id, y, lost) {
  const middle = WIDTH / 2;
  if (lost && id > lost) return [path('card-never', `M${middle - 10} ${y}h20`)];
  const [from, to, by] = id % 2 === 1 ? [ROAD.from, ROAD.to, -6] : [ROAD.to, ROAD.from, 6];
  if (id === lost) return [path('card-road', `M${from} ${y}H${middle}`), path('card-caught', `M${middle - 5} ${y - 5}l10 10m0-10-10 10`)];
  return [path('card-road', `M${from} ${y}H${to}M${to + by} ${y - 4}L${to} ${y} ${to + by} ${y + 4}`)];
}

/**
 * @param {Run} run @param {number} messengers @param {string} more what is said of those that are not drawn
 * @param {Record<string, Order>} [decisions] what each decides, if it is not what the run has
 */
export function runPicture(run, messengers, more, decisions = run.decisions) {
  const { first, last, before } = drawnIn(run, messengers);
  const top = before > 0 ? ROAD.top + 8 : ROAD.top;
  const step = before > 0 ? 14 : ROAD.step;
  /** @type {Drawn[]} */
  const shapes = [1, 2].flatMap((id) => {
    const x = id === 1 ? SHIELD.x : WIDTH - SHIELD.x;
    return [shieldAt(id, true, x, SHIELD.y, SHIELD.size), tokenAt(decisions[id] ?? null, x, TOKEN.y, TOKEN.half)];
  });
  for (let id = first; id <= last; id++) shapes.push(...road(id, top + step * (id - first), run.lost));
  if (before > 0) shapes.push({ kind: 'text', class: 'card-more', text: more, x: WIDTH / 2, y: 10, size: 11, align: 'middle' });
  return picture({ class: 'run-card', 'aria-hidden': 'true', width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` }, shapes);
}

/** What came out of it, as a word of the catalogues. @param {Record<string, Order>} decisions */
export function endOf(decisions) {
  const [one, two] = [decisions['1'], decisions['2']];
  if (one === two) return one === 'A' ? 'attack' : 'stay';
  return one === 'A' ? 'alone.1' : 'alone.2';
}
