// What the reader may know of the chosen general at this moment, asked of the engine only when the moment is another.

import { arrived } from '../state/motion.js';
import { povOf, loyalty } from '../state/pov.js';
import { isCommander, restsOn } from '../state/spec.js';
import { votesOf } from '../state/session-cache.js';
import { figure } from './inspector-tree.js';
import { isCovered } from './prediction.js';
import { heardSoFar, pathsKnown, roundKnown } from './received.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./received.js').Heard} Heard */
/** @typedef {import('./inspector-tree.js').Figure} Figure */
/** @typedef {ReturnType<typeof chosenGeneral>} Chosen */

/** His vote at this moment, or null where none is judged. @param {State} s @param {number} general @param {Heard[]} heard */
export function figureOf(s, general, heard) {
  if (!s.session || !s.scenario || !restsOn(s, 'tree') || isCommander(s, general) || !loyalty(s, general)) return null;
  const vote = votesOf(s.session, general);
  if (!vote || !('children' in vote)) return null;
  return figure(vote, {
    m: s.scenario.m,
    known: pathsKnown(s, heard),
    folded: roundKnown(s, s.perRound.length),
    traitors: povOf(s) === null ? s.scenario.traitors : [],
  });
}

/** @param {import('../state/store.js').Store} store */
export function chosenGeneral(store) {
  const s = () => store.state;
  const id = () => s().chosen ?? 0;
  const loyal = () => loyalty(s(), id());
  /** @type {Heard[]} */
  let heard = [];
  /** @type {Figure | null} */
  let vote = null;
  let knownFor = '';
  return {
    id,
    /** Null where the reader cannot know. */
    loyal,
    /** Whether the reader may know what this general knows. */
    isOpen: () => loyal() !== null,
    kind: () => (loyal() === null ? 'unknown' : loyal() ? 'loyal' : 'traitor'),
    heard: () => heard,
    /** His vote tree, or null; its end is covered while the reader is asked for it. */
    vote: () => (vote && isCovered(s()) ? { ...vote, tally: null, result: null, known: /** @type {const} */ ('later') } : vote),
    /** Asks again where general, run, eyes or moment are others. */
    update() {
      const now = s();
      const moment = `${arrived(now)} ${now.motion?.what} ${now.motion?.round} ${(now.motion?.progress ?? 1) < 1}`;
      const key = `${now.link} ${now.chosen} ${povOf(now)} ${moment}`;
      if (key === knownFor) return;
      knownFor = key;
      const isKnown = now.chosen !== null && now.chosen <= (now.scenario?.n ?? 0) && loyalty(now, now.chosen) !== null;
      heard = isKnown ? heardSoFar(now, id()) : [];
      vote = isKnown ? figureOf(now, id(), heard) : null;
    },
  };
}
