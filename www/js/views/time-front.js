// Pure: where the front of time stands in a space-time figure, what has arrived, and which arrow stands for a message.

import { arrived, roundOf, roundStart } from '../state/motion.js';
import { visibleTime } from '../state/pov.js';
import { spelled } from '../words/vectors.js';
import { REDUCED_MOTION_PROGRESS } from '../scene/world.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../state/engine.js').TimeFigure} TimeFigure */
/** @typedef {import('../state/engine.js').TimeArrow} TimeArrow */
/** `due`: not sent yet; `road`: on the way, or of a bundle only a part has come; `done`: arrived. @typedef {'due' | 'road' | 'done'} Stage */
/** @typedef {Pick<State, 'cursor' | 'length' | 'perRound' | 'motion' | 'still' | 'place' | 'scenario' | 'spec' | 'session'>} Timed */

/** When all of an arrow has arrived. @param {TimeArrow} arrow */
export const arrival = ({ ends, start }) => ends.at(-1)?.[0] ?? start[0];

/**
 * The same where letters may be slow: those that have been sent are on the way, whatever their round.
 * @param {Timed} s @param {(arrow: TimeArrow) => Stage} stage @returns {(arrow: TimeArrow) => Stage}
 */
function withSlow(s, stage) {
  const now = arrived(s);
  return (arrow) => (arrow.sent === undefined ? stage(arrow) : arrow.last <= now ? 'done' : arrow.sent <= now ? 'road' : 'due');
}

/** @param {TimeFigure} figure @param {Timed} s @returns {{x: number, stage: (arrow: TimeArrow) => Stage}} */
export function front(figure, s) {
  const { x, stage } = frontInRounds(figure, s);
  return { x, stage: s.cursor >= s.length ? stage : withSlow(s, stage) };
}

/** @param {TimeFigure} figure @param {Timed} s @returns {{x: number, stage: (arrow: TimeArrow) => Stage}} */
function frontInRounds(figure, s) {
  const riding = s.motion && s.motion.progress < 1 ? s.motion : null;
  const progress = !riding ? 1 : s.still ? REDUCED_MOTION_PROGRESS : riding.progress;
  if (s.cursor >= s.length) {
    const left = riding ? (1 - progress) * (figure.span[1] - figure.decide) : 0;
    return { x: figure.span[1] - left, stage: () => 'done' };
  }
  const round = riding ? riding.round : roundOf(s.perRound, s.cursor);
  if (round === 0) return { x: figure.bands[0].place[0], stage: () => 'due' };
  const [left, , width] = figure.bands[round - 1].place;
  /** @param {(arrow: TimeArrow) => Stage} here @returns {(arrow: TimeArrow) => Stage} */
  const within = (here) => (arrow) => (arrow.round < round ? 'done' : arrow.round > round ? 'due' : here(arrow));
  if (riding?.what === 'round') {
    const x = left + progress * width;
    return { x, stage: within((arrow) => (arrival(arrow) <= x ? 'done' : arrow.start[0] <= x ? 'road' : 'due')) };
  }
  const stage = within(({ first, last }) => {
    if (riding && first === last && first === s.cursor) return 'road';
    return last <= s.cursor ? 'done' : first <= s.cursor ? 'road' : 'due';
  });
  if (figure.bands[round - 1].grain !== 'messages') {
    const time = visibleTime(s);
    const before = roundStart(time.perRound, round);
    const part = (time.place(s.cursor) - before - (1 - progress)) / (time.perRound[round - 1] || 1);
    return { x: left + part * width, stage };
  }
  const come = figure.arrows.filter((arrow) => arrow.round === round && arrow.first <= s.cursor);
  const [to = left, from = left] = come.slice(-2).reverse().map(arrival);
  return { x: from + (to - from) * progress, stage };
}

/**
 * Which arrow stands for the message of a step; -1: none.
 * @param {TimeFigure} figure @param {{round: number, from: number, to: number}} message @param {number | null} step null: any with these two
 */
export const arrowOf = ({ arrows }, { round, from, to }, step) =>
  arrows.findIndex(
    (a) =>
      a.round === round && a.from === from && a.to.includes(to) && (step === null || (a.first <= step && step <= a.last)),
  );

/** The arrows of a message and of what it passes on. @param {TimeFigure} figure @param {import('../state/types.js').Session} session @param {number} step */
export function followed(figure, session, step) {
  const event = session.event(step);
  if (event.kind !== 'message') return new Set();
  const relays = event.path.slice(0, -1).map((from, i) => arrowOf(figure, { round: i + 1, from, to: event.path[i + 1] }, null));
  return new Set([...relays, arrowOf(figure, event, step)].filter((index) => index >= 0));
}

/** More words than this are counted; of vectors, where each has its place, more are spelled. */
const LISTED = 5;
const SPELLED = 12;

/**
 * What he counted, by letters: “A, A, R”, “7 A, 2 R”, or the set of orders he saw signed.
 * @param {import('../words/i18n.js').Speech} say @param {import('../state/engine.js').Votes | null} votes
 */
export function counted({ t }, votes) {
  if (!votes) return '';
  if ('values' in votes) return `{${votes.values.map(({ said }) => said).join(', ')}}`;
  const vector = 'vector' in votes ? votes.vector.map(({ result }) => result) : null;
  if (vector && vector.length <= SPELLED) return spelled(vector.join(''));
  /** @type {import('../state/types.js').Word[]} */
  const words = vector ?? ('bag' in votes ? votes.bag.map(({ said }) => said) : 'children' in votes ? [votes.direct, ...votes.children.map(({ result }) => result)] : []);
  if (words.length <= LISTED) return words.map((word) => word ?? '–').join(', ');
  const of = (/** @type {import('../state/types.js').Word} */ order, /** @type {string | null} */ sign = order) => {
    const count = words.filter((word) => word === order).length;
    return count > 0 ? [t('time.tally', { count, order: sign ?? '' })] : [];
  };
  return [...of('A'), ...of('R'), ...of(null, '–')].join(t('time.tally.join'));
}
