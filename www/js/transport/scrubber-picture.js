// The scrubber's line as a drawing: rounds by name, a tick for each message or a strip of many, lies marked, the decision at the end.

import { svg } from '../kit/dom.js';
import { isSeen, visibleSteps, visibleTime } from '../state/pov.js';
import { liesOf } from '../state/session-cache.js';
import { lieMarks, nameSize, TICKS, xOf } from './scrubber-line.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./scrubber-line.js').Segment} Segment */

export const HEIGHT = 60;
export const LINE_Y = 32;
/** Room at either end so that the thumb stays inside. */
export const INSET = 11;
/** Narrower, the decision has no name. */
const DECIDE_NAMED = 40;
/** Between flags below the line there is more room than between marks on it. */
const FLAG_GRAIN = 11;

/** What stands over a part of the line, as far as there is room. @param {Segment} part @param {State} s @param {Speech} say */
export function nameOf({ round, x0, x1 }, s, say) {
  if (round === 0) return x1 - x0 < DECIDE_NAMED ? '' : say.t('scrubber.decide');
  const size = nameSize(x1 - x0);
  if (size === 'none') return '';
  return say.t(say.under(`scrubber.${round === 1 ? 'orders' : 'relays'}.${size}`, s.spec?.inputs), { round });
}

/** @param {Segment[]} line @param {State} s @param {Speech} say @returns {SVGElement[]} */
export function drawNames(line, s, say) {
  return line.map((part) => {
    const indent = nameSize(part.x1 - part.x0) === 'number' ? 4 : 7;
    return svg('text', { class: 'name', 'data-round': part.round, x: INSET + part.x0 + indent, y: 13 }, nameOf(part, s, say));
  });
}

/** @param {Segment[]} line @param {State} s @returns {SVGElement[]} */
export function drawMarks(line, s) {
  const end = line[line.length - 1];
  const last = INSET + end.x1;
  const middle = INSET + (end.x0 + end.x1) / 2;
  return [
    svg('path', { class: 'base', d: `M${INSET} ${LINE_Y}H${last}` }),
    ...line.flatMap((part) => [
      svg('path', { class: 'bound', d: `M${INSET + part.x0} 4V42` }),
      ...(part.round === 0 ? [] : drawRound(part, line, s)),
    ]),
    svg('path', { class: 'bound', d: `M${last} 4V42` }),
    svg('rect', { class: 'decision', x: middle - 7, y: LINE_Y - 7, width: 14, height: 14, rx: 2 }),
  ];
}

/** The messages of a round, and which are lies; in fog nobody knows of lies. @param {Segment} part @param {Segment[]} line @param {State} s @returns {SVGElement[]} */
function drawRound(part, line, s) {
  if (!s.session) return [];
  const lies = visibleSteps(s) ? [] : liesOf(s.session, part.round);
  const total = visibleTime(s).perRound.reduce((/** @type {number} */ sum, count) => sum + (count ?? Infinity), 0);
  return [...(total > TICKS ? [drawStrip(part)] : drawTicks(part, line, s, lies)), ...drawLies(part, lies)];
}

/** Too many messages to be told apart. @param {Segment} part */
const drawStrip = ({ x0, x1 }) =>
  svg('rect', { class: 'dense', x: INSET + x0 + 2, y: LINE_Y - 6, width: Math.max(0, x1 - x0 - 4), height: 12 });

/** A tick for each message that is seen and no lie. @param {Segment} part @param {Segment[]} line @param {State} s @param {number[]} lies */
function drawTicks({ first, count }, line, s, lies) {
  const seen = visibleSteps(s);
  const { step } = visibleTime(s);
  const told = new Set(lies);
  const d = Array.from({ length: count }, (_, i) =>
    told.has(i) || !isSeen(seen, step(first + i)) ? '' : `M${(INSET + xOf(line, first + i)).toFixed(1)} ${LINE_Y - 6}v12`,
  ).join('');
  return d ? [svg('path', { class: 'tick', d })] : [];
}

/** A mark on the line and a flag below it. @param {Segment} part @param {number[]} lies */
function drawLies(part, lies) {
  if (lies.length === 0) return [];
  const ticks = lieMarks(part, lies).map((x) => `M${(INSET + x).toFixed(1)} ${LINE_Y - 10}v18`);
  const flags = lieMarks(part, lies, FLAG_GRAIN).map((x) => `M${(INSET + x - 5).toFixed(1)} 48l5-6 5 6z`);
  return [svg('path', { class: 'lie-tick', d: ticks.join('') }), svg('path', { class: 'lie-flag', d: flags.join('') })];
}
