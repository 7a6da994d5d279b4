// What has been asked for and is not done yet: of many messages in a short time no more is done than of one of each kind.

/** @typedef {import('./asked.js').Asked} Asked */
/** @typedef {{theme?: import('../state/types.js').Theme, link?: string, step?: number, ride?: 'play' | 'pause'}} Pending */

/** One thing more is asked for, and what it makes pointless is not. @param {Pending} before @param {Asked} asked @returns {Pending} */
export function joined({ theme, link, step, ride }, asked) {
  if (asked.type === 'theme') return { theme: asked.theme, link, step, ride };
  // Steps and rides were asked of the run that was open before.
  if (asked.type === 'open') return { theme, link: asked.link };
  // Who is sent to a step stands there.
  if (asked.type === 'seek') return { theme, link, step: asked.step };
  return { theme, link, step, ride: asked.type };
}

/** In the order in which it is done. @param {Pending} pending @returns {Asked[]} */
export function inOrder({ theme, link, step, ride }) {
  /** @type {Asked[]} */
  const all = [];
  if (theme !== undefined) all.push({ type: 'theme', theme });
  if (link !== undefined) all.push({ type: 'open', link });
  if (step !== undefined) all.push({ type: 'seek', step });
  if (ride !== undefined) all.push({ type: ride });
  return all;
}
