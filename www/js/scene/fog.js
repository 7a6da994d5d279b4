// Fog: hatching over the roads that whoever looks cannot see, and the words for it where there is room.
import { road } from './roads.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').Words} Words */
/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./types.js').Point} Point */

const BAND = 74;
const GAP = 6.5;
/** The ends of a band stay off the camps: they are common knowledge. */
const ENDS = 0.16;
/** Beyond this many generals the bands would cover the map; then roads are merely not drawn. */
const HATCHED = 8;
const WORDS_SIZE = 14;
/** What the words keep away from, as half sizes around camps and the city. */
const WORDS_KEEP = { camp: 74, city: 92 };

/**
 * @param {Layout} layout @param {World} world @param {Words} words
 * @returns {Shape}
 */
export function fog(layout, world, words) {
  const { width, height, unit } = layout;
  const roads = layout.n > HATCHED ? [] : (world.unseen ?? []).map(({ from, to }) => road(layout, from, to));
  const key = ['fog', layout.key, words.unseen, words.italic, ...roads.map((way) => `${way.from}.${way.to}`)].join('|');
  const k = layout.camps[0]?.k ?? 1;
  /** @type {Shape[]} */
  const shapes = [
    {
      kind: 'hatch',
      curves: roads.map((way) => way.part(ENDS, 1 - ENDS)),
      width: BAND * unit * Math.max(0.6, k),
      gap: GAP * unit,
      stroke: 'unknown',
      lineWidth: 1,
      opacity: 0.4,
    },
  ];
  const place = words.unseen ? roomiest(layout, roads) : null;
  if (place && words.unseen) {
    shapes.push({
      kind: 'text', text: words.unseen, x: place.x, y: place.y + 5, size: WORDS_SIZE * unit, weight: 400, italic: words.italic ?? true,
      fill: 'unknown-ink', align: 'middle', halo: 'map', haloWidth: 5,
    });
  }
  return { kind: 'still', key, width, height, opaque: false, shapes };
}

/**
 * The place on one of the roads with most room around it, or null where there is none.
 * @param {Layout} layout @param {import('./roads.js').Road[]} roads @returns {Point | null}
 */
function roomiest(layout, roads) {
  const room = (/** @type {Point} */ at) => {
    const camps = layout.camps.map((camp) => Math.hypot(at.x - camp.x, (at.y - camp.y) * 1.4) - WORDS_KEEP.camp * camp.k);
    const city = Math.hypot(at.x - layout.city.x, (at.y - layout.city.y) * 1.3) - WORDS_KEEP.city * layout.city.k - 30;
    const edge = Math.min(at.x, layout.width - at.x) - 60;
    return Math.min(...camps, city, edge);
  };
  const places = roads.flatMap((way) => [0.35, 0.5, 0.65].map((t) => way.at(t)));
  const best = places.reduce((/** @type {Point | null} */ most, at) => (most && room(most) >= room(at) ? most : at), null);
  return best && room(best) > 0 ? best : null;
}
