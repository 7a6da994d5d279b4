// The run beside a run of two generals: its neighbour in the chain, which one of the two cannot tell from it.

import { open } from '../state/engine.js';
import { povOf } from '../state/pov.js';
import { answerFor } from './chain.js';
import { caughtOf } from './riders.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./run-card.js').Run} Run */

/**
 * The neighbour of a run, and who cannot tell the two apart: the one with a messenger fewer, or for one general the one that looks alike to him.
 * @param {Run[]} chain @param {number} lost of the open run @param {number | null} viewer
 * @returns {{run: Run, alike: number} | null}
 */
export function neighbourOf(chain, lost, viewer) {
  const at = chain.findIndex((run) => run.lost === lost);
  const pairs = [
    { run: chain[at + 1], alike: chain[at]?.alike },
    { run: chain[at - 1], alike: chain[at - 1]?.alike },
  ];
  for (const { run, alike } of pairs) if (run && alike && (viewer === null || alike === viewer)) return { run, alike };
  return null;
}

/** What stands beside the open run. @param {State} s @returns {import('../compare/beside.js').Beside} */
export function beside(s) {
  const { chain } = answerFor(s);
  const viewer = povOf(s);
  const found = neighbourOf(chain, caughtOf(s), viewer);
  const all = { tried: chain.length - 1, f: 0 };
  if (!found) return { kind: 'none-exists', session: null, same: false, ...all };
  return { kind: viewer === null ? 'neighbour' : 'world', session: open(found.run.link), same: true, alike: found.alike, ...all };
}
