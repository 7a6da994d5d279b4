// Contour lines of an invented land: a few random hills, one more under the city, cut at twelve heights.

/** @typedef {{x: number, y: number}} Point */

const LEVELS = 12;
/** Every fourth line is bold, as on printed maps. */
const BOLD_EVERY = 4;
const BOLD_AT = 2;
const HILLS = 16;
const CELL = 8;
const SHORTEST = 14;

/**
 * A sequence of numbers in 0…1 that is the same on every machine.
 * @param {number} seed @returns {() => number}
 */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Two path strings: the fine lines and the bold ones.
 * @param {{width: number, height: number, centre: Point, seed: number}} land
 * @returns {{fine: string, bold: string}}
 */
export function contours({ width, height, centre, seed }) {
  const { columns, rows, heights } = relief(width, height, centre, seed);
  let low = Infinity;
  let high = -Infinity;
  for (const z of heights) {
    if (z < low) low = z;
    if (z > high) high = z;
  }
  /** @type {string[]} */
  const fine = [];
  /** @type {string[]} */
  const bold = [];
  for (let i = 0; i < LEVELS; i += 1) {
    const level = low + ((high - low) * (i + 1)) / (LEVELS + 1);
    const bucket = i % BOLD_EVERY === BOLD_AT ? bold : fine;
    for (const line of lines(heights, columns, rows, level)) {
      if (line.length < SHORTEST) continue;
      bucket.push(smooth(line, width / (columns - 1), height / (rows - 1)));
    }
  }
  return { fine: fine.join(''), bold: bold.join('') };
}

/**
 * Heights on a grid that reaches from edge to edge.
 * @param {number} width @param {number} height @param {Point} centre @param {number} seed
 */
function relief(width, height, centre, seed) {
  const random = generator(seed);
  const between = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * random();
  const side = Math.min(width, height);
  const hills = Array.from({ length: HILLS }, () => {
    const tall = between(-1, 1);
    const x = between(-0.1, 1.1) * width;
    const y = between(-0.1, 1.1) * height;
    const ry = between(0.16, 0.42) * side;
    return { tall, x, y, rx: ry * between(0.7, 1.8), ry };
  });
  hills.push({ tall: 1, x: centre.x, y: centre.y, rx: side * 0.42, ry: side * 0.3 });
  const columns = Math.max(2, Math.round(width / CELL) + 1);
  const rows = Math.max(2, Math.round(height / CELL) + 1);
  const heights = new Float64Array(columns * rows);
  // A hill is a product of two curves, so the exponentials are taken once a column and once a row.
  for (const hill of hills) {
    const across = Float64Array.from({ length: columns }, (_, i) => bell(((width * i) / (columns - 1) - hill.x) / hill.rx));
    for (let j = 0; j < rows; j += 1) {
      const down = hill.tall * bell(((height * j) / (rows - 1) - hill.y) / hill.ry);
      for (let i = 0; i < columns; i += 1) heights[j * columns + i] = get(heights, j * columns + i) + down * get(across, i);
    }
  }
  return { columns, rows, heights };
}

/** @param {number} x */
function bell(x) {
  return Math.exp(-x * x);
}

/**
 * Marching squares: the polylines on which the relief has one height, in units of the grid.
 * @param {Float64Array} heights @param {number} columns @param {number} rows @param {number} level
 * @returns {Point[][]}
 */
function lines(heights, columns, rows, level) {
  // A crossing is named by the grid edge it lies on: 2·cell for the edge to the right, 2·cell+1 for the edge down.
  /** @type {Map<number, number[]>} */
  const links = new Map();
  const link = (/** @type {number} */ a, /** @type {number} */ b) => {
    const from = links.get(a);
    if (from) from.push(b);
    else links.set(a, [b]);
    const to = links.get(b);
    if (to) to.push(a);
    else links.set(b, [a]);
  };
  for (let j = 0; j < rows - 1; j += 1) {
    for (let i = 0; i < columns - 1; i += 1) {
      const cell = j * columns + i;
      const nw = get(heights, cell) > level;
      const ne = get(heights, cell + 1) > level;
      const sw = get(heights, cell + columns) > level;
      const se = get(heights, cell + columns + 1) > level;
      const north = 2 * cell;
      const south = 2 * (cell + columns);
      const west = 2 * cell + 1;
      const east = 2 * (cell + 1) + 1;
      if (nw === se && ne === sw && nw !== ne) {
        // A saddle: its middle says which corners belong together.
        const middle = (get(heights, cell) + get(heights, cell + 1) + get(heights, cell + columns) + get(heights, cell + columns + 1)) / 4 > level;
        if (middle === nw) {
          link(north, east);
          link(west, south);
        } else {
          link(north, west);
          link(east, south);
        }
        continue;
      }
      const crossed = [];
      if (nw !== ne) crossed.push(north);
      if (nw !== sw) crossed.push(west);
      if (ne !== se) crossed.push(east);
      if (sw !== se) crossed.push(south);
      if (crossed.length === 2) link(get(crossed, 0), get(crossed, 1));
    }
  }
  return chains(links).map((chain) => chain.map((edge) => crossing(heights, columns, level, edge)));
}

/**
 * Where the level crosses an edge of the grid.
 * @param {Float64Array} heights @param {number} columns @param {number} level @param {number} edge
 * @returns {Point}
 */
function crossing(heights, columns, level, edge) {
  const cell = edge >> 1;
  const i = cell % columns;
  const j = (cell - i) / columns;
  const a = get(heights, cell);
  const b = get(heights, edge & 1 ? cell + columns : cell + 1);
  const f = (level - a) / (b - a);
  return edge & 1 ? { x: i, y: j + f } : { x: i + f, y: j };
}

/** Links joined to chains, open ones first so that none is cut in the middle. @param {Map<number, number[]>} links @returns {number[][]} */
function chains(links) {
  const done = new Set();
  /** @type {number[][]} */
  const found = [];
  const walk = (/** @type {number} */ first) => {
    const chain = [first];
    done.add(first);
    let here = first;
    for (;;) {
      const next = (links.get(here) ?? []).find((to) => !done.has(to));
      if (next === undefined) break;
      chain.push(next);
      done.add(next);
      here = next;
    }
    if (chain.length > 2 && (links.get(here) ?? []).includes(first)) chain.push(first);
    found.push(chain);
  };
  for (const [edge, to] of links) if (to.length === 1 && !done.has(edge)) walk(edge);
  for (const edge of links.keys()) if (!done.has(edge)) walk(edge);
  return found;
}

/**
 * A polyline as a smooth path through the middles of its segments, of every other one where it is long.
 * @param {Point[]} line @param {number} sx @param {number} sy
 */
function smooth(line, sx, sy) {
  const first = /** @type {Point} */ (line[0]);
  const last = /** @type {Point} */ (line[line.length - 1]);
  const closed = first.x === last.x && first.y === last.y;
  const points = (line.length > 48 ? line.filter((_, i) => i % 2 === 0) : line.slice(0, closed ? -1 : undefined))
    .map(({ x, y }) => ({ x: x * sx, y: y * sy }));
  const put = (/** @type {number} */ v) => v.toFixed(1);
  const between = (/** @type {Point} */ a, /** @type {Point} */ b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  if (closed) {
    const whole = points.filter((p, i) => i === 0 || p.x !== get(points, 0).x || p.y !== get(points, 0).y);
    const start = between(get(whole, whole.length - 1), get(whole, 0));
    let d = `M${put(start.x)} ${put(start.y)}`;
    whole.forEach((p, i) => {
      const m = between(p, get(whole, (i + 1) % whole.length));
      d += `Q${put(p.x)} ${put(p.y)} ${put(m.x)} ${put(m.y)}`;
    });
    return `${d}Z`;
  }
  let d = `M${put(get(points, 0).x)} ${put(get(points, 0).y)}`;
  for (let i = 1; i < points.length - 1; i += 1) {
    const p = get(points, i);
    const m = between(p, get(points, i + 1));
    d += `Q${put(p.x)} ${put(p.y)} ${put(m.x)} ${put(m.y)}`;
  }
  return `${d}L${put(last.x * sx)} ${put(last.y * sy)}`;
}

/** @template T @param {ArrayLike<T>} list @param {number} i @returns {T} */
function get(list, i) {
  return /** @type {T} */ (list[i]);
}
