// The run in space and time as shapes, where the engine says that they stand: lines, bands, arrows with their labels, decisions. Pure.

import { larger } from '../kit/hall-scale.js';
import { picture } from '../paint/svg.js';
import { BANNER_CLOTH, BANNER_POLE } from '../scene/art.js';
import { textWidth } from '../scene/place.js';
import { crossAt, letterOf, tokenAt } from '../scene/signs.js';

/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('../state/engine.js').TimeFigure} TimeFigure */
/** @typedef {import('../state/engine.js').TimeArrow} TimeArrow */
/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** What a general decides, and why. @typedef {{order: Order | null, why: string, traitor: boolean}} End */
/** A name, and what is meant by it. @typedef {[name: string, meant: string]} Named */
/**
 * What the figure says beside its geometry: loyalty by line (null: unknown), what each decides, the rounds' names.
 * @typedef {{loyal: (boolean | null)[], names: Named[], decide: Named, ends: End[], later: string}} Words
 */

/** Room for shields before the lines, for names above the bands, and for a banner and why it is raised. */
export const MARGIN = 56;
const HEAD = 36;
const ROUND = 72;
const DECISION = 184;
/** Below the bands: the arrow of time; so much of it is drawn. */
const FOOT = 28;
const AXIS = 28;
/** From line to line: at least, and at most. */
const GAP = { least: 32, most: 116 };
/** How large the letters in the figure are. */
const NAME = 16;
const WHY = 14;
const COUNT = 13;
/** A digit of a count. */
const DIGIT = 8;
/** Banners need so much between lines. */
const BANNERS_FROM = 64;
/** A fan of more arrows than this has neither heads nor marks of arrival. */
const HEADS = 1;
/** Around a token there is room for a halo. */
const HALO = 5.5;

/** Half a token, by how far lines are apart. @param {number} gap */
const halfOf = (gap) => (gap >= 56 ? 10.5 : gap >= 40 ? 9 : 7.5);

/** How far lines are apart in this height. @param {number} height @param {number} n */
export const gapOf = (height, n) => Math.max(GAP.least, Math.min(GAP.most, (height - HEAD - FOOT) / n));

/** How far lines are apart in a figure. @param {TimeFigure} figure */
const gapIn = ({ lines: [first, second] }) => second - first;

/**
 * The sizes for which the engine lays the figure out.
 * @param {{width: number, height: number}} room @param {number} n generals @param {number} rounds
 */
export function sizesOf({ width, height }, n, rounds) {
  const box = Math.ceil(2 * (halfOf(gapOf(height, n)) + HALO));
  return {
    width: Math.floor(width),
    height: Math.floor(height - FOOT),
    margin: MARGIN,
    head: HEAD,
    names: Array(rounds).fill(ROUND),
    decision: DECISION,
    token: /** @type {[number, number]} */ ([box, box]),
    digit: DIGIT,
  };
}

/** The whole figure; arrows are marked when they stand. @param {TimeFigure} figure @param {Words} words @returns {Drawn[]} */
export function timeShapes(figure, words) {
  const { height, span, lines, bands, arrows, decide } = figure;
  const half = halfOf(gapIn(figure));
  return [
    // What no name may be given to whoever looks cannot see: how deep letters rest on each other, and how many are still to come.
    ...bands.flatMap(({ place: [x, y, width, height] }, i) => (words.names[i]?.[0] ? [/** @type {Drawn} */ ({ kind: 'box', class: 'band', x, y, width, height })] : [])),
    ...bands.map(({ place: [x, , width] }, i) => named(words.names[i], x, width)),
    named(words.decide, decide, span[1] - decide),
    ...lines.map((y, i) => path(`line${words.loyal[i] === false ? ' traitor' : ''}`, `M${span[0]} ${y}H${span[1]}`)),
    { ...path('front', `M0 30V${height}`), data: { testid: 'time-front' } },
    ...arrows.map(arrow),
    // Labels lie above all lines.
    ...arrows.map((one, index) => label(one, index, half)),
    { kind: 'group', class: 'decisions', shapes: lines.flatMap((y, i) => ending(words.ends[i], decide, y, gapIn(figure))) },
    path('axis', `M${span[0]} ${height + 8}H${span[1] - 1}m-8-4 8 4-8 4`),
    { kind: 'text', class: 'later', text: words.later, x: span[1], y: height + 27, size: 13, align: 'end' },
  ];
}

/** The same as a drawing. @param {TimeFigure} figure @param {Words} words @param {string} caption @param {number} [scale] how many times larger */
export function timePicture(figure, words, caption, scale = 1) {
  const about = { class: 'space-time', ...larger(figure.width, figure.height + AXIS, scale), role: 'img', 'aria-label': caption };
  return picture(about, timeShapes(figure, words));
}

/** One of the signs alone, for a list of what they mean. @param {string} name */
export function signPicture(name) {
  const shape =
    name === 'lie'
      ? path('shaft', 'M0 10H26')
      : name === 'refused'
        ? refusalAt(14, 10, 6)
        : /sent|received/.test(name)
          ? dot(name, 16, 10)
          : wordAt(name === 'A' || name === 'R' || name === 'N' ? name : null, 14, 10, 8, name === 'none');
  return picture({ class: `arrow ${name}`, width: 26, height: 20, 'aria-hidden': 'true' }, [shape]);
}

/** @param {string} kind @param {string} d @returns {import('../scene/types.js').PathShape} */
const path = (kind, d) => ({ kind: 'path', class: kind, d });

/** @param {string} kind @param {number} x @param {number} y @param {number} [r] @returns {Drawn} */
const dot = (kind, x, y, r = 4) => ({ kind: 'disc', class: kind, x, y, rx: r, ry: r });

/** @param {string} text @param {number} x @param {number} y @param {number} size @param {string} kind @returns {Drawn} */
const words = (text, x, y, size, kind) => ({ kind: 'text', class: kind, text, x, y, size });

/** A token around a point, crossed out where nobody was sent. @param {Word} order @param {number} x @param {number} y @param {number} half @param {boolean} [isCrossed] */
const wordAt = (order, x, y, half, isCrossed = false) =>
  tokenAt(order, x, y, half, { blank: isCrossed }, isCrossed ? [crossAt(0, 0, half * 1.1, 'cross')] : []);

/** @param {number} x @param {number} y @param {number} r @returns {Drawn} */
const refusalAt = (x, y, r) => ({ kind: 'group', class: 'refusal', x, y, scale: r, shapes: [{ kind: 'disc', x: 0, y: 0, rx: 1, ry: 1 }, crossAt(0, 0, 1)] });

/** What an arrow is called. @param {TimeArrow} arrow */
function kindOf({ count, lies, said, refused, held }) {
  if (count > 1) return 'arrow bundle';
  return `arrow${lies ? ' lie' : ''}${said[2] ? ' silent' : ''}${refused ? ' turned' : ''}${held ? ' held' : ''}`;
}

/** @param {TimeArrow} arrow @param {number} index */
const about = ({ first, count }, index) => ({ arrow: index, step: first, count });

/** An arrow's line. @param {TimeArrow} one @param {number} index @returns {Drawn} */
function arrow(one, index) {
  const { start, ends } = one;
  const [x0, y0] = start;
  const lines = ends.map(([x, y]) => `M${x0} ${y0}L${x} ${y}`).join('');
  const few = ends.length > HEADS ? [] : ends;
  return {
    kind: 'group',
    class: kindOf(one),
    data: about(one, index),
    shapes: [
      path('hit', lines),
      path('shaft', lines),
      ...few.map(([x, y]) => head(x0, y0, x, y)),
      dot('sent', x0, y0),
      ...few.map(([x, y]) => dot('received', x, y)),
    ],
  };
}

/** @param {number} x0 @param {number} y0 @param {number} x @param {number} y @returns {Drawn} */
function head(x0, y0, x, y) {
  const at = 1 - 4.5 / (Math.hypot(x - x0, y - y0) || 1);
  const rotate = (Math.atan2(y - y0, x - x0) * 180) / Math.PI;
  return { ...path('head', 'M-8-3.8 0 0-8 3.8Z'), x: x0 + (x - x0) * at, y: y0 + (y - y0) * at, rotate };
}

/** Its label: its token, or for each word a token and how often. @param {TimeArrow} one @param {number} index @param {number} half @returns {Drawn} */
function label(one, index, half) {
  const { count, refused, label } = one;
  const [x, y, width, height] = label;
  const middle = y + height / 2;
  const shapes = count === 1 ? single(one, x + width / 2, middle, half) : several(one, middle, half);
  if (refused) shapes.push(refusalAt(x + width / 2 + half, middle - half, half / 2));
  return { kind: 'group', class: `${kindOf(one)} label`, data: about(one, index), shapes };
}

/** @type {Word[]} as `said` counts them */
const WORDS = ['A', 'R', null, 'N'];

/** @param {TimeArrow} arrow @param {number} x @param {number} y @param {number} half @returns {Drawn[]} */
function single({ said, lies }, x, y, half) {
  const order = WORDS[said.indexOf(1)];
  return [...(lies ? [dot('halo', x, y, half + HALO - 0.5)] : []), wordAt(order, x, y, half, order === null)];
}

/** @param {TimeArrow} arrow @param {number} middle @param {number} half @returns {Drawn[]} */
function several({ said, lies, label: [x, , width, height] }, middle, half) {
  /** @type {Drawn[]} */
  const shapes = [{ kind: 'box', class: lies ? 'box halo' : 'box', x, y: middle - half - 2, width, height: 2 * half + 4, r: half }];
  let from = x;
  WORDS.forEach((order, i) => {
    if (said[i] === 0) return;
    const digits = String(said[i]);
    shapes.push(wordAt(order, from + half + 4, middle, half - 2, order === null), words(digits, from + 2 * half + 5, middle + 4.5, COUNT, 'count'));
    from += height + DIGIT * digits.length;
  });
  return shapes;
}

/** What a general does at the end, and why. @param {End} end @param {number} x @param {number} y @param {number} gap @returns {Drawn[]} */
function ending({ order, why, traitor }, x, y, gap) {
  if (traitor) return [words(why, x + 16, y - 8, WHY, 'uncounted')];
  if (!order) return [];
  const half = halfOf(gap);
  if (gap < BANNERS_FROM) return [wordAt(order, x + 28, y - half - 3, half), words(why, x + 28 + 2 * half, y - 7, WHY, 'why')];
  /** @type {Drawn[]} */
  const shapes = [path('pole', BANNER_POLE), path('cloth', BANNER_CLOTH), { kind: 'text', text: letterOf(order), x: 16, y: -35, size: 17, align: 'middle' }];
  const scale = Math.min(0.92, gap / 2 / 60);
  return [{ kind: 'group', class: `banner ${order}`, x: x + 28, y: y - 1, scale, shapes }, words(why, x + 76, y - 12, WHY, 'why')];
}

/** A name and what is meant by it, which stands there if there is room. @param {Named} name @param {number} x @param {number} width @returns {Drawn} */
function named([name, meant], x, width) {
  const fits = textWidth(name, NAME) * 1.1 + textWidth(meant, NAME) + 8 <= width;
  return { kind: 'text', class: 'round', text: name, x, y: 22, size: NAME, aside: fits ? meant : '' };
}
