// Paints the space-time figure that the engine laid out: lines, bands, arrows with their labels, decisions.

import { svg } from '../kit/dom.js';
import { BANNER_CLOTH, BANNER_POLE, SEAL_CROSS } from '../scene/art.js';
import { textWidth } from '../scene/place.js';
import { tokenAt } from '../kit/icons.js';

/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('../state/engine.js').TimeFigure} TimeFigure */
/** @typedef {import('../state/engine.js').TimeArrow} TimeArrow */
/**
 * What the figure says beside its geometry: loyalty by line (null: unknown), what each decides and why, the rounds' names.
 * @typedef {{half: number, gap: number, loyal: (boolean | null)[], names: [string, string][], decide: [string, string],
 *   ends: {order: Order | null, why: string, traitor: boolean}[], later: string}} Words
 */

/** How large the letters in the figure are. */
const NAME = 16;
const WHY = 14;
const COUNT = 13;
/** Banners need so much between lines. */
const BANNERS_FROM = 64;
/** A fan of more arrows than this has neither heads nor marks of arrival. */
const HEADS = 1;

/** @param {string} words @param {number} x @param {number} y @param {number} size @param {string} [kind] */
const text = (words, x, y, size, kind = '') => svg('text', { class: kind, x, y, 'font-size': size }, words);

/** A token around a point, crossed out where nobody was sent. @param {Word} order @param {number} x @param {number} y @param {number} half @param {boolean} [cross] */
function signAt(order, x, y, half, cross = false) {
  const node = tokenAt(order, x, y, half, { blank: cross });
  if (cross) node.append(svg('path', { class: 'cross', d: SEAL_CROSS, transform: `scale(${half * 1.1})` }));
  return node;
}

/** How large tokens are, and the room for one with all that may be around it. @param {number} gap between lines */
export function tokenSize(gap) {
  const half = gap >= 56 ? 10.5 : gap >= 40 ? 9 : 7.5;
  return { half, box: Math.ceil(2 * halo(half)) };
}
const halo = (/** @type {number} */ half) => half + 5.5;

/** @param {number} x @param {number} y @param {number} r */
const refusalAt = (x, y, r) =>
  svg(
    'g',
    { class: 'refusal', transform: `translate(${x} ${y}) scale(${r})` },
    svg('circle', { r: 1 }),
    svg('path', { d: SEAL_CROSS }),
  );

/** One of the signs alone, for a list of what they mean. @param {string} name */
export const sign = (name) =>
  svg(
    'svg',
    { class: `arrow ${name}`, width: 26, height: 20, 'aria-hidden': 'true' },
    name === 'lie'
      ? svg('path', { class: 'shaft', d: 'M0 10H26' })
      : name === 'refused'
        ? refusalAt(14, 10, 6)
        : /sent|received/.test(name)
          ? svg('circle', { class: name, cx: 16, cy: 10, r: 4 })
          : signAt(name === 'A' || name === 'R' ? name : null, 14, 10, 8, name === 'none'),
  );

/** The label of an arrow: its token, or for each word a token and how often. @param {TimeArrow} arrow @param {number} half */
function label({ said, count, lies, refused, label: [x, y, width, height] }, half) {
  const middle = y + height / 2;
  /** @type {Word[]} */
  const orders = ['A', 'R', null, 'N'];
  const refusal = () => refusalAt(x + width / 2 + half, middle - half, half / 2);
  if (count === 1) {
    const at = x + width / 2;
    const order = orders[said.indexOf(1)];
    return [
      ...(lies ? [svg('circle', { class: 'halo', cx: at, cy: middle, r: halo(half) - 0.5 })] : []),
      signAt(order, at, middle, half, order === null),
      ...(refused ? [refusal()] : []),
    ];
  }
  const nodes = [svg('rect', { class: lies ? 'box halo' : 'box', x, y: middle - half - 2, width, height: 2 * half + 4, rx: half })];
  let from = x;
  orders.forEach((order, i) => {
    if (said[i] === 0) return;
    const digits = String(said[i]);
    nodes.push(signAt(order, from + half + 4, middle, half - 2, order === null), text(digits, from + 2 * half + 5, middle + 4.5, COUNT, 'count'));
    from += height + DIGIT * digits.length;
  });
  return refused ? [...nodes, refusal()] : nodes;
}

/** A digit of a count. */
export const DIGIT = 8;

/** An arrow's line, and its label, which lies above all lines. @param {TimeArrow} arrow @param {number} index @param {number} half */
function arrowNode(arrow, index, half) {
  const { start, ends, count, lies, said } = arrow;
  const [x0, y0] = start;
  const single = count === 1;
  const lines = ends.map(([x, y]) => `M${x0} ${y0}L${x} ${y}`).join('');
  const heads = ends.length > HEADS ? [] : ends.map(([x, y]) => head(x0, y0, x, y));
  const kind = ['arrow', single && lies ? 'lie' : '', single && said[2] ? 'silent' : '', single ? '' : 'bundle'].join(' ').trim();
  const received = ends.length > HEADS ? [] : ends.map(([x, y]) => svg('circle', { class: 'received', cx: x, cy: y, r: 4 }));
  const about = { 'data-arrow': index, 'data-step': arrow.first, 'data-count': count };
  return [
    svg(
      'g',
      { class: kind, ...about },
      svg('path', { class: 'hit', d: lines }),
      svg('path', { class: 'shaft', d: lines }),
      ...heads,
      svg('circle', { class: 'sent', cx: x0, cy: y0, r: 4 }),
      ...received,
    ),
    svg('g', { class: `${kind} label`, ...about }, ...label(arrow, half)),
  ];
}

/** @param {number} x0 @param {number} y0 @param {number} x @param {number} y */
function head(x0, y0, x, y) {
  const angle = (Math.atan2(y - y0, x - x0) * 180) / Math.PI;
  const back = Math.hypot(x - x0, y - y0) || 1;
  const at = 1 - 4.5 / back;
  const place = `translate(${x0 + (x - x0) * at} ${y0 + (y - y0) * at}) rotate(${angle})`;
  return svg('path', { class: 'head', d: 'M-8-3.8 0 0-8 3.8Z', transform: place });
}

/** What a general does at the end, and why. @param {Words['ends'][number]} end @param {number} x @param {number} y @param {Words} words */
function ending({ order, why, traitor }, x, y, { half, gap }) {
  if (traitor) return [text(why, x + 16, y - 8, WHY, 'uncounted')];
  if (!order) return [];
  if (gap < BANNERS_FROM) return [signAt(order, x + 28, y - half - 3, half), text(why, x + 28 + 2 * half, y - 7, WHY, 'why')];
  const scale = Math.min(0.92, gap / 2 / 60);
  return [
    svg(
      'g',
      { class: `banner ${order}`, transform: `translate(${x + 28} ${y - 1}) scale(${scale})` },
      svg('path', { class: 'pole', d: BANNER_POLE }),
      svg('path', { class: 'cloth', d: BANNER_CLOTH }),
      svg('text', { x: 16, y: -35, 'text-anchor': 'middle', 'font-size': 17 }, order),
    ),
    text(why, x + 76, y - 12, WHY, 'why'),
  ];
}

/** A name and what is meant by it, which stands there if there is room. @param {[string, string]} name @param {number} x @param {number} width */
function named([name, meant], x, width) {
  const fits = textWidth(name, NAME) * 1.1 + textWidth(meant, NAME) + 8 <= width;
  return svg(
    'text',
    { class: 'round', x, y: 22, 'font-size': NAME },
    name,
    ...(fits && meant ? [svg('tspan', { dx: 8 }, meant)] : []),
  );
}

/** @param {TimeFigure} figure @param {Words} words */
export function draw(figure, words) {
  const { width, height, span, lines, bands, arrows, decide } = figure;
  const nodes = arrows.map((arrow, index) => arrowNode(arrow, index, words.half));
  const front = svg('path', { class: 'front', 'data-testid': 'time-front', d: `M0 30V${height}` });
  const decisions = svg(
    'g',
    { class: 'decisions' },
    ...lines.flatMap((y, i) => ending(words.ends[i], decide, y, words)),
  );
  const picture = svg(
    'svg',
    { class: 'space-time', width, height: height + 24, viewBox: `0 0 ${width} ${height + 24}`, role: 'img' },
    ...bands.map(({ place: [x, y, w, h] }) => svg('rect', { class: 'band', x, y, width: w, height: h })),
    ...bands.map(({ place: [x, , w] }, i) => named(words.names[i], x, w)),
    named(words.decide, decide, span[1] - decide),
    ...lines.map((y, i) => {
      const loyal = words.loyal[i];
      return svg('path', { class: `line${loyal === false ? ' traitor' : ''}`, d: `M${span[0]} ${y}H${span[1]}` });
    }),
    front,
    ...nodes.map(([line]) => line),
    ...nodes.map(([, label]) => label),
    decisions,
    svg('path', { class: 'axis', d: `M${span[0]} ${height + 8}H${span[1] - 1}m-8-4 8 4-8 4` }),
    svg('text', { class: 'later', x: span[1], y: height + 23, 'font-size': 13, 'text-anchor': 'end' }, words.later),
  );
  return { picture, nodes, front, decisions };
}
