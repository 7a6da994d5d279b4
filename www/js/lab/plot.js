// What safety costs as a figure: lines, dots and texts in CSS pixels, counts against the number of generals. Pure.

import { boxOf, withRoom } from './plot-room.js';
import { RING, tagOf } from './plot-tag.js';

/** @typedef {import('#generals').Cost} Cost */
/** @typedef {{x: number, y: number}} Point */
/** `value` null: more than a number can tell. @typedef {{n: number, m: number, signed: boolean, value: number | null}} Run */
/** @typedef {'oral' | 'signed' | 'fixed'} Kind */
/** Another protocol's curve: its name, and what it takes for as many traitors as so many generals survive. @typedef {{name: string, at: {n: number, value: number | null}[]}} Own */
/** @typedef {'messages' | 'rounds'} What */
/** @typedef {Point & {words: string, anchor?: 'start' | 'end' | 'middle', strong?: boolean, leaning?: boolean}} Text */
/** What stands in the figure.
 * @typedef {{number: (value: number) => string, power: (power: number) => string, name: (kind: Kind) => string,
 *   both: (value: number) => string, limit: string, axes: string[], tag: string[]}} Words */
/** @typedef {Point & {n: number, value: number}} Count */

/** What is asked for. @typedef {{what: What, width: number, run: Run, cost: (n: number, m: number) => Cost, shown: number, words: Words, own?: Own}} Asked */
/** How far to the right the figure goes. @param {number} n of the open run */
export const lastOf = (n) => Math.max(LEAST.n, n);

/** A curve. @typedef {{kind: Kind, m: number, line: Count[]}} Curve */
/** Where the axes are, and what stands where on them. @typedef {ReturnType<typeof frameOf>} Frame */

/** At least so far each axis goes. */
const LEAST = { n: 16, power: 7, rounds: 6 };
/** The depths drawn for themselves. */
const DEPTHS = [1, 2, 3, 4, 5];
/** From this width there is room for counts beside the curves. */
const ROOMY = 560;
/** Between two names, and between two numbers of an axis. */
const NAMES_APART = 18;
const NUMBERS_APART = 24;
/** Between a curve and words below it. */
const BELOW_CURVE = 22;
/** Around the frame; right of it the names of the curves stand, if there is room. */
const LEFT = 64;
const RIGHT = { roomy: 168, tight: 52 };
const TOP = 26;
const BOTTOM = 352;
/** Below it: the numbers of generals, and what they are. */
const BELOW = 54;

/** How many steps of an axis there are between two numbers on it. @param {number} most @param {number} length */
const every = (most, length) => [1, 2, 5, 10].find((step) => (length / most) * step >= NUMBERS_APART) ?? 20;

/** @param {number} from @param {number} to */
const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** @param {Point[]} line */
export const path = (line) => line.map(({ x, y }, i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Points on the way from each dot to the next. @param {Point[]} line @returns {Point[]} */
const between = (line) =>
  line.slice(1).flatMap((b, i) => {
    const a = line[i];
    return [0.3, 0.5, 0.7].map((part) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }));
  });

/** As many generals as some traitors need, and no more. @param {number} n */
const isJustEnough = (n) => n > 1 && n % 3 === 1;
/** How many traitors so many generals survive. @param {number} n */
const third = (n) => Math.floor((n - 1) / 3);

/** @param {Asked} asked */
function frameOf({ what, width, run, cost, own }) {
  const roomy = width >= ROOMY;
  const right = width - (roomy ? RIGHT.roomy : RIGHT.tight);
  const [first, last] = [Math.min(3, run.n), lastOf(run.n)];
  const others = own?.at.map(({ value }) => value) ?? [];
  const logarithmic = what === 'messages';
  /** @param {number} n @param {number} m @param {boolean} [signed] */
  const value = (n, m, signed = false) => {
    const of = cost(n, m)[signed ? 'signed' : 'oral'];
    return logarithmic ? of.total : of.perRound.filter((count) => count !== 0).length;
  };
  const most = logarithmic
    ? Math.max(LEAST.power, ...[run.value, ...others, ...DEPTHS.map((m) => value(last, m))].map((count) => Math.ceil(Math.log10(count ?? 1))))
    : Math.max(LEAST.rounds, run.value ?? run.m + 1, Math.ceil(last / 3), ...others.map((count) => count ?? 0));
  const up = (/** @type {number} */ part) => BOTTOM - (part / most) * (BOTTOM - TOP);
  return {
    roomy,
    left: LEFT,
    right,
    bottom: BOTTOM,
    first,
    last,
    logarithmic,
    most,
    value,
    up,
    x: (/** @type {number} */ n) => LEFT + ((n - first) / (last - first)) * (right - LEFT),
    y: (/** @type {number} */ count) => up(logarithmic ? Math.log10(count) : count),
  };
}

/** The curves: a depth each, and both protocols with as many rounds as so many generals need. @param {Frame} frame @param {Run} run */
function curvesOf({ first, last, logarithmic, most, value, x, y }, run) {
  /** @param {Kind} kind @param {number} m @param {number[]} generals @param {(n: number) => number} depth @returns {Curve} */
  const curve = (kind, m, generals, depth) => ({
    kind,
    m,
    line: generals
      .map((n) => ({ n, value: value(n, depth(n), kind === 'signed') ?? Infinity }))
      .filter(({ value }) => !logarithmic || value <= 10 ** most)
      .map((at) => ({ ...at, x: x(at.n), y: y(at.value) })),
  });
  const depths = [...new Set([...DEPTHS, run.m])];
  return {
    fixed: depths.map((m) => curve('fixed', m, range(Math.max(first, m + 2), last), () => m)),
    signed: curve('signed', 0, range(4, last), third),
    oral: curve('oral', 0, range(4, last).filter(isJustEnough), third),
  };
}

/** The curve of another protocol. @param {Frame} frame @param {Own | undefined} own @returns {Count[]} */
const ownLine = ({ x, y }, own) => (own?.at ?? []).flatMap(({ n, value }) => (value === null ? [] : [{ n, value, x: x(n), y: y(value) }]));

/** Its name, with the places it may have at its end and at its beginning: inside the frame, that which covers fewest points first. @param {Frame} frame @param {Count[]} line @param {Own | undefined} own @param {Point[]} points @returns {Text[][]} */
function ownName(frame, line, own, points) {
  const [begin, end] = [line[0], line.at(-1)];
  if (!own || !end) return [];
  const text = { strong: true, words: own.name };
  const places = [end, begin].flatMap((at) =>
    [-16, -34, 28, 46].map((dy) => /** @type {Text} */ ({ ...text, x: at.x + (at === end ? -8 : 8), y: at.y + dy, anchor: at === end && line.length > 1 ? 'end' : 'start' })),
  );
  // A name too long for the frame is left to the table.
  const isInside = (/** @type {Text} */ place) => {
    const { left, right, bottom } = boxOf(place);
    return left >= frame.left && right <= frame.right && bottom <= frame.bottom;
  };
  const covers = (/** @type {Text} */ place) => {
    const { left, right, top, bottom } = boxOf(place);
    return points.filter(({ x, y }) => x > left && x < right && y > top && y < bottom).length;
  };
  // At its beginning all curves meet: there it stands only where the end has no room.
  const weight = (/** @type {Text} */ place) => covers(place) + (place.anchor === 'end' ? 0 : points.length);
  return [places.filter(isInside).sort((a, b) => weight(a) - weight(b))];
}

/** The numbers of the axes, and what they count. @param {Frame} frame @param {Run} run @param {Words} words @returns {Text[]} */
function axisTexts({ roomy, left, right, bottom, first, last, most, up, x }, run, { power, axes }) {
  const step = every(most, bottom - TOP);
  const across = roomy && last === LEAST.n ? 1 : every(last - first, right - left);
  const isFar = (/** @type {number} */ n) => (n - first) % across === 0 && Math.abs(n - run.n) > across / 2;
  const isNumbered = (/** @type {number} */ n) => n === run.n || (last > LEAST.n ? isFar(n) : roomy || isJustEnough(n));
  return [
    ...range(0, most)
      .filter((at) => at % step === 0)
      .map((at) => ({ x: left - 10, y: up(at) + 5, anchor: /** @type {const} */ ('end'), words: power(at) })),
    ...range(first, last)
      .filter(isNumbered)
      .map((n) => ({ x: x(n), y: bottom + 21, anchor: /** @type {const} */ ('middle'), strong: isJustEnough(n) || n === run.n, words: String(n) })),
    { x: left, y: 12, anchor: 'middle', leaning: true, words: axes[0] },
    { x: (left + right) / 2, y: bottom + 46, anchor: 'middle', leaning: true, words: axes[1] },
  ];
}

/**
 * The names of the curves, where they end: beside the frame they are kept apart; with little room two stand inside.
 * @param {Frame} frame @param {Curve[]} curves @param {Words} words
 */
function nameTexts({ roomy, right, last, logarithmic }, curves, { number, name }) {
  /** @type {Text[]} */
  const beside = [];
  /** @type {Text[]} */
  const inside = [];
  for (const { kind, line, m } of curves) {
    const end = line.at(-1);
    if (!end) continue;
    const strong = kind !== 'fixed';
    const tell = strong ? name(kind) : `OM(${m})${roomy && logarithmic ? `\u2002${number(end.value)}` : ''}`;
    if (end.n === last && (roomy || !strong))
      beside.push({ x: right + 12, y: end.y + { oral: -13, signed: 24, fixed: 5 }[kind], strong, words: tell });
    else if (strong) {
      /** @type {Text} */
      const text = { x: end.x - 6, y: end.y - 14, anchor: 'end', strong, words: tell };
      // Below its curve, wherever that is above the words.
      const from = boxOf(text).left;
      if (kind === 'signed') text.y = Math.max(...line.filter(({ x }, i) => (line[i + 1]?.x ?? x) >= from).map(({ y }) => y)) + BELOW_CURVE;
      inside.push(text);
    }
  }
  beside.sort((a, b) => a.y - b.y);
  for (let i = 1; i < beside.length; i++) beside[i].y = Math.max(beside[i].y, beside[i - 1].y + NAMES_APART);
  return { beside, inside };
}

/** A dot for each army that has just enough; where both protocols cost as much, one for both. @param {Curve} oral @param {Curve} signed */
const dotsOf = (oral, signed) =>
  signed.line
    .filter(({ n }) => isJustEnough(n))
    .map((at) => ({ ...at, square: true }))
    .filter(({ n, value }) => !oral.line.some((other) => other.n === n && other.value === value))
    .concat(oral.line.map((at) => ({ ...at, square: false })));

/** Counts beside the dots, each with the places it may have. @param {Frame} frame @param {ReturnType<typeof dotsOf>} dots @param {Run} run @param {Words} words @returns {Text[][]} */
function countTexts({ roomy, logarithmic, last }, dots, run, { number, both }) {
  if (!roomy || !logarithmic || last !== LEAST.n) return [];
  const isRun = (/** @type {typeof dots[number]} */ { n, square, value }) => n === run.n && square === run.signed && value === run.value;
  return dots
    .filter((dot) => dot.n < last && !isRun(dot))
    .map(({ n, x, y, value, square }) => {
      /** @type {Text} */
      const after = { x: x + 12, y: y + 22, strong: !square, words: number(value) };
      // Below its dot a count would lie on the line that falls from the run.
      if (square) return [...(n === run.n ? [] : [/** @type {Text} */ ({ ...after, x: x + 8, anchor: 'middle' })]), after];
      if (n === 4) return [{ ...after, words: both(value) }];
      return [{ ...after, x: x - 12, y: y - 9, anchor: 'end' }, after];
    });
}

/** What the line means above which runs are not drawn message by message. @param {Frame} frame @param {number} shown @param {Words} words @returns {Text[]} */
function limitTexts({ left, right, y }, shown, { limit }) {
  /** @type {Text} */
  const above = { x: left + 8, y: y(shown) - 7, leaning: true, words: limit };
  const below = { ...above, y: y(shown) + 17 };
  return [above, below, ...[above, below].map((text) => /** @type {Text} */ ({ ...text, x: right - 6, anchor: 'end' }))];
}

/** Where the run stands, with its tag. @param {Frame} frame @param {Run} run @param {Words} words @param {Point[]} points @param {Text[]} texts what the tag must not cover */
function markOf(frame, run, words, points, texts) {
  if (run.value === null) return null;
  const mark = { x: frame.x(run.n), y: frame.y(run.value) };
  return { ...mark, r: RING, tag: tagOf(mark, words.tag, points, texts, frame) };
}

/** @param {Asked} asked */
export function plot(asked) {
  const { run, shown, words, own } = asked;
  const frame = frameOf(asked);
  const { left, right, bottom, most, up, y, logarithmic } = frame;
  const { fixed, signed, oral } = curvesOf(frame, run);
  const curves = [...fixed, signed, oral];
  const dots = dotsOf(oral, signed);
  const names = nameTexts(frame, curves, words);
  const axes = axisTexts(frame, run, words);
  const counts = countTexts(frame, dots, run, words);
  const line = ownLine(frame, own);
  // Dots are worth more than lines.
  const points = [...curves.flatMap(({ line }) => line), ...dots, ...dots, ...dots, ...between(oral.line), ...line, ...line, ...between(line)];
  const named = [...ownName(frame, line, own, points), ...counts];
  const loose = withRoom(logarithmic ? [...named, limitTexts(frame, shown, words)] : named, [...axes, ...names.inside, ...names.beside].map(boxOf));
  const texts = [...axes, ...names.inside, ...loose];
  const mark = markOf(frame, run, words, points, [...texts, ...names.beside]);
  return {
    height: bottom + BELOW,
    lines: [
      ...range(0, most).map((at) => ({ kind: at === 0 ? 'axis' : 'grid', d: `M${left} ${up(at)}H${right}` })),
      ...(logarithmic ? [{ kind: 'limit', d: `M${left} ${y(shown)}H${right}` }] : []),
      ...curves.map(({ kind, line }) => ({ kind, d: path(line) })),
      ...(line.length > 0 ? [{ kind: 'own', d: path(line) }] : []),
      ...(mark ? [{ kind: 'drop', d: `M${mark.x} ${mark.y + RING}V${bottom}` }] : []),
    ],
    dots: mark ? [...dots, ...line.map(({ x, y }) => ({ x, y, square: false })), { x: mark.x, y: mark.y, square: run.signed && logarithmic }] : [...dots, ...line.map(({ x, y }) => ({ x, y, square: false }))],
    axes,
    texts: [...texts, ...names.beside],
    mark,
  };
}
