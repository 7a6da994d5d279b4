// Where two copies of everybody sit on a ring, which of them a window holds and what is asked of it, and what is said along its sides. Pure.

import { idOf } from '../scene/signs.js';

/** @typedef {import('#generals').Ring} Ring */
/** @typedef {import('#generals').RingCopy} Copy */
/** @typedef {{x: number, y: number}} Point */

export const WIDTH = 560;
export const HEIGHT = 300;
const RADIUS = { x: 208, y: 100 };
/** Half a shield. */
export const CAMP = 27;
/** How wide a window is, and how far its middle is below that of its shields, for what they decide stands under them. */
export const WINDOW = 102;
export const LOWER = 8;
export const SEATS = 6;

/** Where the k-th bloc of the ring sits: the first copy's blocs down the left side, the second's up the right. @param {number} seat @returns {Point} */
export function seatAt(seat) {
  const angle = -(2 * Math.PI) / 3 - (seat / SEATS) * 2 * Math.PI;
  return { x: WIDTH / 2 + RADIUS.x * Math.cos(angle), y: HEIGHT / 2 + RADIUS.y * Math.sin(angle) };
}

/** The seat of a copy. @param {number[][]} blocs @param {{general: number, copy: 'a' | 'b'}} copy */
export const seatOf = (blocs, { general, copy }) => blocs.findIndex((bloc) => bloc.includes(general)) + (copy === 'b' ? 3 : 0);

/** The seats of a window. @param {Ring} ring @param {number} index */
export const seatsOf = ({ blocs, windows }, index) => [...new Set(windows[index]?.loyal.map((copy) => seatOf(blocs, copy)))];

/** The two blocs of a window, and the copy of the third that its traitors play to each. @param {Ring} ring @param {number} index @returns {{seat: number, plays: 'a' | 'b'}[]} */
export function facesOf(ring, index) {
  const seats = seatsOf(ring, index);
  const first = seats.find((seat) => seats.includes((seat + 1) % SEATS)) ?? 0;
  const faces = [[first, first + SEATS - 1], [first + 1, first + 2]];
  return faces.map(([seat = 0, neighbour = 0]) => ({ seat: seat % SEATS, plays: neighbour % SEATS < 3 ? 'a' : 'b' }));
}

/** What is said along each side of the ring in a round: from seat to seat, all words. @param {Ring} ring @param {number} round */
export function wordsOf(ring, round) {
  /** @type {Map<string, {from: number, to: number, words: Set<string>}>} */
  const sides = new Map();
  for (const message of ring.messages) {
    const from = seatOf(ring.blocs, message.from);
    const to = seatOf(ring.blocs, message.to);
    if (message.round !== round || from === to || message.said === null) continue;
    const key = `${from} ${to}`;
    const side = sides.get(key) ?? { from, to, words: new Set() };
    side.words.add(message.said);
    sides.set(key, side);
  }
  return [...sides.values()];
}

/** A bloc in few letters: its generals follow each other. @param {number[]} bloc */
export const short = (bloc) => (bloc.length > 2 ? `${idOf(bloc[0])}–${idOf(bloc[bloc.length - 1])}` : bloc.map(idOf).join(' '));

/** What a copy hears on the ring. @param {Ring} ring @param {Copy} copy */
export const heardBy = (ring, { general, copy }) => ring.messages.filter(({ to }) => to.general === general && to.copy === copy);

/** How many rounds were ridden on it; before it is known, those of relays. @param {Ring | null} ring @param {number} m */
export const roundsOf = (ring, m) => (ring?.messages ?? []).reduce((most, { round }) => Math.max(most, round), m + 1);

/** The key of what a window must come to: in words of the task, or of who has an input. @param {import('../words/i18n.js').Speech} say @param {import('../state/types.js').State['spec']} spec @param {string} condition */
export function mustOf(say, spec, condition) {
  const key = `lab.ring.must.${condition}`;
  const ofTask = say.under(key, spec?.task);
  return ofTask === key ? say.under(key, spec?.inputs) : ofTask;
}
