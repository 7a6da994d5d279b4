// The path of a newcomer's first minute: the runs it leads through, and what is offered over each.

import { START } from '../state/engine.js';

/** The commander is the traitor: told two things, the loyal still act as one. */
const TWO_FACED = 'v=1&p=om&n=4&t=1&s=split';
/** One general fewer: validity is broken. */
const THREE = 'v=1&p=om&n=3&t=2';
/** The same as General 3 sees it, beside the other world that looks the same to him. */
export const TWO_WORLDS = 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R';

/**
 * A link in words. `rides`: once open the run is played, as the words say or the reader has just asked.
 * @typedef {{words: string, link: string, rides?: boolean}} Way
 */
/**
 * What is offered over a run. It comes when that run has ended; where it does not end, `after` so many milliseconds.
 * @typedef {{over: string, after: number, ways: Way[]}} Offer
 */

/** In the order of the first minute: seconds 0, 12, 25, 38 and 50. @type {readonly Offer[]} */
export const PATH = [
  { over: START, after: 0, ways: [{ words: 'offer.see', link: START, rides: true }] },
  { over: START, after: 12_000, ways: [{ words: 'offer.commander', link: TWO_FACED, rides: true }] },
  { over: TWO_FACED, after: 13_000, ways: [{ words: 'offer.fewer', link: THREE, rides: true }] },
  { over: THREE, after: 13_000, ways: [{ words: 'offer.known', link: `${TWO_WORLDS}&at=4&pov=3&view=pair` }] },
  {
    over: TWO_WORLDS,
    after: 12_000,
    ways: [
      { words: 'offer.lessons', link: 'lesson=problem' },
      { words: 'offer.break', link: `${START}&view=lab` },
    ],
  },
];
export const LAST = PATH.length - 1;
