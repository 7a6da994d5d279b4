// The line around a guild: round its members at a distance, drawn from a point on; and where its words stand. Pure.

/** @typedef {import('../scene/types.js').Point} Point */
/** @typedef {{from: Point, to: Point, centre: Point}} Edge a straight stretch, and the arc around a member that follows it */

/** Members in a turn that keeps the outside at the left. @param {Point[]} points */
function turned(points) {
  if (points.length < 3) return points;
  const [a, b, c] = points;
  const turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  return turn > 0 ? points : [a, c, b];
}

/** The straight stretches outside of a hull of two or three. @param {Point[]} members @param {number} reach @returns {Edge[]} */
export function edgesOf(members, reach) {
  const around = turned(members);
  return around.map((a, i) => {
    const b = around[(i + 1) % around.length];
    const far = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const out = { x: ((b.y - a.y) / far) * reach, y: (-(b.x - a.x) / far) * reach };
    return { from: { x: a.x + out.x, y: a.y + out.y }, to: { x: b.x + out.x, y: b.y + out.y }, centre: b };
  });
}

const at = (/** @type {Point} */ { x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Its outline and how long that is; '' around nobody. @param {Point[]} members @param {number} reach */
export function guildLine(members, reach) {
  if (members.length === 0) return { d: '', length: 0 };
  const round = 2 * Math.PI * reach;
  if (members.length === 1) {
    const [{ x, y }] = members;
    const arc = (/** @type {number} */ to) => `A${reach} ${reach} 0 0 1 ${at({ x: to, y })}`;
    return { d: `M${at({ x: x - reach, y })}${arc(x + reach)}${arc(x - reach)}Z`, length: round };
  }
  const edges = edgesOf(members, reach);
  const d = edges.map((edge, i) => `L${at(edge.to)}A${reach} ${reach} 0 0 1 ${at(edges[(i + 1) % edges.length].from)}`).join('');
  const straight = edges.reduce((sum, { from, to }) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0);
  return { d: `M${at(edges[0].from)}${d}Z`, length: straight + round };
}

/**
 * Where its words may stand, outside of the line: along its straight stretches, else above and below.
 * @param {Point[]} members @param {number} reach @param {number} size of the letters @returns {(Point & {rotate: number})[]}
 */
export function wordPlaces(members, reach, size) {
  if (members.length === 1) {
    const [{ x, y }] = members;
    return [{ x, y: y - reach - size * 0.6, rotate: 0 }, { x, y: y + reach + size * 1.1, rotate: 0 }];
  }
  return edgesOf(members, reach).map(({ from, to }) => {
    const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const upright = Math.abs(angle) <= 90;
    // Outside is at the left of the way round; letters stand on their base line.
    const off = size * (upright ? 0.55 : 1.05);
    const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const out = { x: (to.y - from.y) / far, y: -(to.x - from.x) / far };
    return { x: (from.x + to.x) / 2 + out.x * off, y: (from.y + to.y) / 2 + out.y * off, rotate: upright ? angle : angle - 180 * Math.sign(angle) };
  });
}
