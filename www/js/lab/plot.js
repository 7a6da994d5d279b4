// What safety costs as a figure: lines, dots and texts in CSS pixels, counts against the number of generals. Pure.

/** @typedef {import('#generals').Cost} Cost */
/** @typedef {{x: number, y: number}} Point */
/** `value` null: more than a number can tell. @typedef {{n: number, m: number, signed: boolean, value: number | null}} Run */
/** @typedef {'oral' | 'signed' | 'fixed'} Kind */
/** @typedef {'messages' | 'rounds'} What */
/** @typedef {Point & {words: string, anchor?: 'start' | 'end' | 'middle', strong?: boolean, leaning?: boolean}} Text */
/** What stands in the figure.
 * @typedef {{number: (value: number) => string, power: (power: number) => string, name: (kind: Kind) => string,
 *   both: (value: number) => string, limit: string, axes: string[], tag: string[]}} Words */
/** @typedef {Point & {n: number, value: number}} Count */

/** At least so far each axis goes. */
const LEAST = { n: 16, power: 7, rounds: 6 };
/** The depths drawn for themselves. */
const DEPTHS = [1, 2, 3, 4, 5];
/** From this width there is room for counts beside the curves. */
const ROOMY = 560;
/** Between two names, and between two numbers of an axis. */
const NAMES_APART = 18;
const NUMBERS_APART = 24;
/** Half the ring round the run; between the run and its tag. */
const RING = 11;
const OFF = 24;
const TAG_HEIGHT = 40;

/** About how wide a line of the tag is. @param {string} text */
const wide = (text) => [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 15 : 7.4), 24);

/** How many steps of an axis there are between two numbers on it. @param {number} most @param {number} length */
const every = (most, length) => [1, 2, 5, 10].find((step) => (length / most) * step >= NUMBERS_APART) ?? 20;

/** @param {number} from @param {number} to */
const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** @param {Point[]} line */
const path = (line) => line.map(({ x, y }, i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Points on the way from each dot to the next. @param {Point[]} line @returns {Point[]} */
const between = (line) =>
  line.slice(1).flatMap((b, i) => {
    const a = line[i];
    return [0.3, 0.5, 0.7].map((part) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }));
  });

/** @param {{what: What, width: number, run: Run, cost: (n: number, m: number) => Cost, shown: number, words: Words}} asked */
export function plot({ what, width, run, cost, shown, words }) {
  const roomy = width >= ROOMY;
  const [left, right, top, bottom] = [64, width - (roomy ? 168 : 52), 26, 352];
  const [first, last] = [Math.min(3, run.n), Math.max(LEAST.n, run.n)];
  const logarithmic = what === 'messages';

  /** @param {number} n @param {number} m @param {boolean} [signed] */
  const value = (n, m, signed = false) => {
    const of = cost(n, m)[signed ? 'signed' : 'oral'];
    return logarithmic ? of.total : of.perRound.filter((count) => count !== 0).length;
  };
  const most = logarithmic
    ? Math.max(LEAST.power, ...[run.value, ...DEPTHS.map((m) => value(last, m))].map((count) => Math.ceil(Math.log10(count ?? 1))))
    : Math.max(LEAST.rounds, run.m + 1, Math.ceil(last / 3));
  const x = (/** @type {number} */ n) => left + ((n - first) / (last - first)) * (right - left);
  const up = (/** @type {number} */ part) => bottom - (part / most) * (bottom - top);
  const y = (/** @type {number} */ count) => up(logarithmic ? Math.log10(count) : count);

  /** @param {Kind} kind @param {number[]} generals @param {(n: number) => number} depth @returns {{kind: Kind, line: Count[]}} */
  const curve = (kind, generals, depth) => ({
    kind,
    line: generals
      .map((n) => ({ n, value: value(n, depth(n), kind === 'signed') ?? Infinity }))
      .filter(({ value }) => !logarithmic || value <= 10 ** most)
      .map((at) => ({ ...at, x: x(at.n), y: y(at.value) })),
  });
  const enough = (/** @type {number} */ n) => n > 1 && n % 3 === 1;
  const third = (/** @type {number} */ n) => Math.floor((n - 1) / 3);
  const depths = [...new Set([...DEPTHS, run.m])];
  const fixed = depths.map((m) => ({ m, ...curve('fixed', range(Math.max(first, m + 2), last), () => m) }));
  const signed = curve('signed', range(4, last), third);
  const oral = curve('oral', range(4, last).filter(enough), third);

  const step = every(most, bottom - top);
  const across = roomy && last === LEAST.n ? 1 : every(last - first, right - left);
  const numbered = (/** @type {number} */ n) => n === run.n || (last > LEAST.n ? (n - first) % across === 0 && Math.abs(n - run.n) > across / 2 : roomy || enough(n));
  const along = (/** @type {number} */ n) => ({ x: x(n), y: bottom + 21, anchor: /** @type {const} */ ('middle') });
  /** @type {Text[]} */
  const texts = [
    ...range(0, most)
      .filter((at) => at % step === 0)
      .map((at) => ({ x: left - 10, y: up(at) + 5, anchor: /** @type {const} */ ('end'), words: words.power(at) })),
    ...range(first, last)
      .filter(numbered)
      .map((n) => ({ ...along(n), strong: enough(n) || n === run.n, words: String(n) })),
    { x: left, y: 12, anchor: 'middle', leaning: true, words: words.axes[0] },
    { x: (left + right) / 2, y: bottom + 46, anchor: 'middle', leaning: true, words: words.axes[1] },
  ];
  if (logarithmic) texts.push({ x: left + 8, y: y(shown) - 7, leaning: true, words: words.limit });

  /** The names of the curves, where they end: beside the frame they are kept apart; with little room two stand inside. @type {Text[]} */
  const names = [];
  for (const { kind, line, m } of [...fixed, { ...signed, m: 0 }, { ...oral, m: 0 }]) {
    const end = line.at(-1);
    if (!end) continue;
    const strong = kind !== 'fixed';
    const tell = strong ? words.name(kind) : `OM(${m})${roomy && logarithmic ? `\u2002${words.number(end.value)}` : ''}`;
    if (end.n === last && (roomy || !strong))
      names.push({ x: right + 12, y: end.y + { oral: -13, signed: 24, fixed: 5 }[kind], strong, words: tell });
    else if (strong) texts.push({ x: end.x - 6, y: end.y + (kind === 'oral' ? -14 : 34), anchor: 'end', strong, words: tell });
  }
  names.sort((a, b) => a.y - b.y);
  for (let i = 1; i < names.length; i++) names[i].y = Math.max(names[i].y, names[i - 1].y + NAMES_APART);

  const dots = signed.line
    .filter(({ n }) => enough(n))
    .map((at) => ({ ...at, square: true }))
    .filter(({ n, value }) => !oral.line.some((o) => o.n === n && o.value === value))
    .concat(oral.line.map((at) => ({ ...at, square: false })));
  // Counts beside the dots, where they have room; where both cost as much, one for both.
  if (roomy && logarithmic && last === LEAST.n)
    for (const { n, x, y, value, square } of dots)
      if (n < last && !(n === run.n && square === run.signed && value === run.value))
        texts.push(
          square
            ? { x: x + 8, y: y + 22, anchor: 'middle', words: words.number(value) }
            : n === 4
              ? { x: x + 10, y: y + 22, strong: true, words: words.both(value) }
              : { x: x - 12, y: y - 9, anchor: 'end', strong: true, words: words.number(value) },
        );

  const mark = run.value === null ? null : { x: x(run.n), y: y(run.value) };
  const points = [...[...fixed, signed, oral].flatMap(({ line }) => line), ...dots, ...dots, ...dots, ...between(oral.line)];
  return {
    height: bottom + 54,
    lines: [
      ...range(0, most).map((at) => ({ kind: at === 0 ? 'axis' : 'grid', d: `M${left} ${up(at)}H${right}` })),
      ...(logarithmic ? [{ kind: 'limit', d: `M${left} ${y(shown)}H${right}` }] : []),
      ...[...fixed, signed, oral].map(({ kind, line }) => ({ kind, d: path(line) })),
      ...(mark ? [{ kind: 'drop', d: `M${mark.x} ${mark.y + RING}V${bottom}` }] : []),
    ],
    dots: mark ? [...dots, { ...mark, square: run.signed && logarithmic }] : dots,
    texts: [...texts, ...names],
    mark: mark && { ...mark, r: RING, tag: tagOf(mark, words.tag, points, texts, { left, right, bottom }) },
  };
}

/**
 * The run's tag, where it covers least: a box, and the line from it to the ring.
 * @param {Point} mark @param {string[]} lines @param {Point[]} points @param {Text[]} texts @param {{left: number, right: number, bottom: number}} area
 */
function tagOf(mark, lines, points, texts, { left, right, bottom }) {
  const width = Math.max(...lines.map(wide));
  // A text is in the way along its whole length.
  const away = texts.flatMap(({ x, y, anchor = 'start' }) => {
    const middle = x + { end: -30, middle: 0, start: 30 }[anchor];
    return range(-4, 4).map((by) => ({ x: middle + 8 * by, y: y - 5 }));
  });
  away.push(...points);
  /** @type {Point[]} */
  const places = [-width - OFF, -width / 2, OFF].flatMap((dx) =>
    [1, 2, 3, 4, -1].map((by) => ({
      x: Math.min(Math.max(mark.x + dx, left + 4), right - width),
      y: mark.y - by * OFF - (by > 0 ? TAG_HEIGHT : 0),
    })),
  );
  const covers = (/** @type {Point} */ at) =>
    away.filter(({ x, y }) => Math.abs(x - at.x - width / 2) < width / 2 + 4 && Math.abs(y - at.y - TAG_HEIGHT / 2) < TAG_HEIGHT / 2 + 4).length +
    (at.y < 0 || at.y + TAG_HEIGHT > bottom ? 99 : 0);
  const best = places.reduce((a, b) => (covers(b) < covers(a) ? b : a));
  const from = { x: Math.min(Math.max(mark.x, best.x + 8), best.x + width - 8), y: best.y < mark.y ? best.y + TAG_HEIGHT : best.y };
  const part = RING / Math.hypot(mark.x - from.x, mark.y - from.y);
  const to = { x: mark.x + (from.x - mark.x) * part, y: mark.y + (from.y - mark.y) * part };
  return { ...best, lines, width, height: TAG_HEIGHT, lead: path([from, to]) };
}
