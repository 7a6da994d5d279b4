// A general's vote as a figure: who told him what, how far that is known, what he makes of it. The engine counts, this arranges.

/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../state/engine.js').Vote} Vote */
/** @typedef {'heard' | 'road' | 'later'} Known */
/**
 * One branch: what `from` told him, and once all is heard what he makes of it (`result`). `touched`: a traitor spoke on its path.
 * @typedef {{from: number, path: number[], said: Order | null, known: Known, result: Order | null, touched: boolean, count: number}} Branch
 */
/**
 * `folded`: how far the majorities of the branches are known, where there are any.
 * `tally`: votes for the result and against it, once all is known.
 * @typedef {{branches: Branch[], deep: boolean, folded: Known, tally: {won: number, lost: number, tie: boolean} | null, result: Order | null, known: Known}} Figure
 */

/** More branches than this are drawn as bundles of the same. */
const SINGLE_BRANCHES = 15;

const RANK = { heard: 0, road: 1, later: 2 };
/** @param {Known} a @param {Known} b @returns {Known} */
const worse = (a, b) => (RANK[a] >= RANK[b] ? a : b);

/**
 * @param {Vote} vote to depth 2
 * @param {{m: number, known: (path: number[]) => Known, folded: Known, traitors: number[]}} how `folded`: how far the last round is
 *   known; `traitors`: none in fog
 * @returns {Figure}
 */
export function figure(vote, { m, known, folded, traitors }) {
  const deep = m >= 2 && vote.children.length > 0;
  /** @param {Vote} v @param {Order | null} result @returns {Branch} */
  const branch = (v, result) => ({
    from: v.path[v.path.length - 1],
    path: v.path,
    said: v.direct,
    known: known(v.path),
    result,
    touched: v.path.some((id) => traitors.includes(id)),
    count: 1,
  });
  const branches = [branch(vote, vote.direct), ...vote.children.map((child) => branch(child, child.result))];
  const all = branches.reduce((/** @type {Known} */ least, b) => worse(least, b.known), deep ? folded : 'heard');
  const attack = branches.filter((b) => b.result === 'A').length;
  const won = vote.result === 'A' ? attack : branches.length - attack;
  return {
    branches,
    deep,
    folded: deep ? folded : all,
    tally: all === 'later' ? null : { won, lost: branches.length - won, tie: vote.tie },
    result: all === 'later' ? null : vote.result,
    known: all,
  };
}

/** The same branches as bundles where they are too many: the commander's own word first. @param {Figure} figure @returns {Branch[]} */
export function bundled({ branches, deep, folded }) {
  if (branches.length <= SINGLE_BRANCHES) return branches;
  const [own, ...others] = branches;
  /** @type {Map<string, Branch>} */
  const bundles = new Map();
  for (const branch of others) {
    const key = `${branch.known} ${branch.said} ${deep && folded !== 'later' ? branch.result : ''} ${branch.touched}`;
    const bundle = bundles.get(key);
    bundles.set(key, bundle ? { ...bundle, count: bundle.count + 1 } : branch);
  }
  return [own, ...bundles.values()];
}

/**
 * What he cannot know, by what he heard. A loyal general always sends: whoever stays silent gives himself away.
 * @param {{path: number[], said: import('../state/types.js').Word}[]} heard @param {number} n
 * @returns {{key: string, ids: number[]}}
 */
export function unknowable(heard, n) {
  const last = (/** @type {{path: number[]}} */ h) => h.path[h.path.length - 1];
  if (heard.length === 0) return { key: 'nothing', ids: [] };
  const silent = [...new Set(heard.filter((h) => h.said === null).map(last))].sort((a, b) => a - b);
  if (silent.length) return { key: 'silent', ids: silent };
  const order = heard.find((h) => h.path.length === 1)?.said;
  if (heard.length === 1) return { key: n === 2 ? 'alone' : 'order', ids: [] };
  const against = heard.filter((h) => h.said !== order);
  if (against.length === 0) return { key: 'same', ids: [] };
  if (heard.some((h) => h.path.length > 2)) return { key: 'contradict', ids: [] };
  return { key: 'differ', ids: against.map(last) };
}
