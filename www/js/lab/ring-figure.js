// The ring as shapes: its seats and what they decide, what rides along its sides, and the window that slides over it. Pure.

import { picture } from '../paint/svg.js';
import { CROWN, TENT } from '../scene/art.js';
import { shieldAt, tokenAt } from '../scene/signs.js';
import { CAMP, HEIGHT, LOWER, SEATS, seatAt, seatsOf, short, WIDTH, WINDOW, wordsOf } from './ring-places.js';

/** @typedef {import('#generals').Ring} Ring */
/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** What is shown of a ring: a window of it, and a round. @typedef {{ring: Ring, chosen: number, round: number, leads: (id: number) => boolean}} Shown */
/** What is said of the picture, and how its two halves are called. @typedef {{label: string, a: string, b: string}} Words */

/** How far those who ride one way keep from those who ride the other: each to his right. */
const ASIDE = 9;
/** Where on its way a line begins, its words stand, and it ends. */
const BEGIN = 0.3;
const MIDDLE = 0.5;
const END = 0.72;
/** How long the strokes of an arrow's tip are. */
const TIP = 6;

/** @param {string} kind @param {string} d @returns {Drawn} */
const path = (kind, d) => ({ kind: 'path', class: kind, d });

/** Several words side by side, the middle of them at a point. @param {readonly string[]} words @param {number} x @param {number} y @param {number} half @param {number} pitch */
const row = (words, x, y, half, pitch) =>
  words.map((word, i) => tokenAt(/** @type {'A' | 'R'} */ (word), x + (i - (words.length - 1) / 2) * pitch, y, half));

/** What is said along a side in a round: another round is other riders. @param {ReturnType<typeof wordsOf>[number]} side @param {number} round @returns {Drawn} */
function sideShape({ from, to, words }, round) {
  const [a, b] = [seatAt(from), seatAt(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const at = (/** @type {number} */ part) => ({ x: a.x + dx * part - (dy / length) * ASIDE, y: a.y + dy * part + (dx / length) * ASIDE });
  const [ux, uy] = [(dx / length) * TIP, (dy / length) * TIP];
  const [start, end, middle] = [at(BEGIN), at(END), at(MIDDLE)];
  const tip = `l${-ux - uy} ${ux - uy}m${ux + uy} ${uy - ux}l${uy - ux} ${-ux - uy}`;
  const said = [...words].sort();
  const riders = row(said, middle.x, middle.y, 8, 20).map((token) => ({
    ...token,
    class: `${token.class} rides`,
    style: `--from:${start.x - middle.x}px ${start.y - middle.y}px`,
  }));
  return {
    kind: 'group',
    class: 'side',
    data: { key: `${round} ${from}${to}${said}` },
    shapes: [{ kind: 'path', d: `M${start.x} ${start.y}L${end.x} ${end.y}${tip}` }, ...riders],
  };
}

/** A bloc at its seat, between its tents, and what its generals decide. @param {Shown} shown @param {number} seat @returns {Drawn} */
function seatShape({ ring: { blocs, decisions }, leads }, seat) {
  const { x, y } = seatAt(seat);
  const bloc = blocs[seat % 3] ?? [];
  const copy = seat < 3 ? 'a' : 'b';
  const decided = [...new Set(decisions.filter((d) => d.copy === copy && bloc.includes(d.general)).map((d) => d.order))].sort();
  /** @type {Drawn[]} */
  const tents = [-1, 1].map((side) => ({ kind: 'path', class: 'tents', d: TENT, x: x + side * CAMP, y: y + CAMP, scale: 0.8 }));
  return {
    kind: 'group',
    shapes: [
      ...tents,
      shieldAt(`${short(bloc)}${copy}`, true, x, y, 2 * CAMP),
      ...(bloc.some(leads) ? [/** @type {Drawn} */ ({ kind: 'path', class: 'leads', d: CROWN.d, x, y: y - CAMP - 4, scale: 1.3 })] : []),
      ...row(decided, x, y + CAMP + 16, 9, 23),
    ],
  };
}

/** A window from a seat to the next, around shields and what they decide. @param {number} seat */
function across(seat) {
  const [a, b] = [seatAt(seat), seatAt(seat + 1)];
  return `M${a.x} ${a.y + LOWER}L${b.x} ${b.y + LOWER}`;
}

/** The number of a window, on its inner edge. @param {number} seat @param {number} number @returns {Drawn} */
function knob(seat, number) {
  const [a, b] = [seatAt(seat), seatAt(seat + 1)];
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2 + LOWER];
  const [dx, dy] = [WIDTH / 2 - x, HEIGHT / 2 - y];
  const part = WINDOW / 2 / Math.hypot(dx, dy);
  return {
    kind: 'group',
    class: 'window-number',
    style: `translate:${x + dx * part}px ${y + dy * part}px`,
    shapes: [
      { kind: 'disc', x: 0, y: 0, rx: 12, ry: 12 },
      { kind: 'text', text: String(number), x: 0, y: 5, size: 13, align: 'middle' },
    ],
  };
}

/** @param {Shown | null} shown @param {Words} words @returns {Drawn[]} */
function ringShapes(shown, { a, b }) {
  // A window lies between its two blocs, the first of which is its place.
  const place = shown ? Math.min(...seatsOf(shown.ring, shown.chosen)) : 0;
  const window = shown ? across(place) : '';
  const isBroken = shown?.ring.windows[shown.chosen]?.holds === false;
  const seats = Array.from({ length: SEATS }, (_, seat) => seat);
  return [
    path('night', `M${WIDTH / 2} 0H${WIDTH}V${HEIGHT}H${WIDTH / 2}Z`),
    // One and the same mark wherever it is, so that it is seen to slide.
    path('window', window),
    path(`window${isBroken ? ' broken' : ''}`, window),
    { kind: 'group', shapes: shown ? wordsOf(shown.ring, shown.round).map((side) => sideShape(side, shown.round)) : [] },
    { kind: 'group', shapes: shown ? seats.map((seat) => seatShape(shown, seat)) : [] },
    ...(shown ? [knob(place, shown.chosen + 1)] : []),
    { kind: 'text', class: 'copy-name leaning', text: a, x: 14, y: 24, size: 14 },
    { kind: 'text', class: 'copy-name leaning', text: b, x: WIDTH - 14, y: 24, size: 14, align: 'end' },
  ];
}

/** The same as a drawing. @param {Shown | null} shown @param {Words} words */
export const ringPicture = (shown, words) =>
  picture({ class: 'ring', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': words.label }, ringShapes(shown, words));
