// The scrubber's line as shapes: rounds by name, a tick for each message or a strip of many, lies marked, the decision at the end.

import { ownOf } from '../state/own.js';
import { picture } from '../paint/svg.js';
import { textWidth } from '../scene/place.js';
import { isSeen, visibleSteps, visibleTime } from '../state/pov.js';
import { liesOf } from '../state/session-cache.js';
import { lieMarks, nameSize, TICKS, xOf } from './scrubber-line.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** @typedef {import('./scrubber-line.js').Segment} Segment */

const HEIGHT = 60;
export const LINE_Y = 32;
/** Room at either end so that the thumb stays inside. */
export const INSET = 11;
/** Narrower, the decision has no name. */
const DECIDE_NAMED = 40;
/** The thumb, and the dot in it. */
const THUMB_R = 10;
const DOT_R = 3.5;
/** Letters of the rounds' names and of the step; styles make those of the step smaller. */
const LETTERS = 12;
/** Typefaces are at most so much wider than they are taken to be. */
const WIDER = 1.1;
/** Between the beginning of a round and its name. */
const INDENT = 7;
/** Between a name and the next round. */
const AFTER = 6;
/** Between flags below the line there is more room than between marks on it. */
const FLAG_GRAIN = 11;

/** What stands over a part of the line, as far as there is room. @param {Segment} part @param {State} s @param {Speech} say */
export function nameOf({ round, x0, x1 }, s, say) {
  if (round === 0) return x1 - x0 < DECIDE_NAMED ? '' : say.t('scrubber.decide');
  const size = nameSize(x1 - x0);
  if (size === 'none') return '';
  const named = (/** @type {string} */ size) => ownOf(s).roundName?.(s, say, round, size) ?? say.t(say.under(say.under(`scrubber.${round === 1 ? 'orders' : 'relays'}.${size}`, s.spec?.inputs), `${round}`), { round });
  // Of opinions more is said than of orders, of some tasks less.
  const fits = (/** @type {string} */ name) => textWidth(name, LETTERS) * WIDER + INDENT + AFTER <= x1 - x0;
  const names = size === 'number' ? [] : [named('long'), named('short')];
  return names.find(fits) ?? named('number');
}

/** @param {string} kind @param {string} d @returns {Drawn} */
const path = (kind, d) => ({ kind: 'path', class: kind, d });

/** @param {Segment[]} line @param {State} s @param {Speech} say @returns {Drawn[]} */
function namesOver(line, s, say) {
  return line.map((part) => {
    const indent = nameSize(part.x1 - part.x0) === 'number' ? 4 : INDENT;
    return { kind: 'text', class: 'name', data: { round: part.round }, text: nameOf(part, s, say), x: INSET + part.x0 + indent, y: 13, size: LETTERS };
  });
}

/** @param {Segment[]} line @param {State} s @returns {Drawn[]} */
function marksOn(line, s) {
  const end = line[line.length - 1];
  const last = INSET + end.x1;
  const middle = INSET + (end.x0 + end.x1) / 2;
  return [
    path('base', `M${INSET} ${LINE_Y}H${last}`),
    ...line.flatMap((part) => [path('bound', `M${INSET + part.x0} 4V42`), ...(part.round === 0 ? [] : roundShapes(part, line, s))]),
    path('bound', `M${last} 4V42`),
    { kind: 'box', class: 'decision', x: middle - 7, y: LINE_Y - 7, width: 14, height: 14, r: 2 },
  ];
}

/** The messages of a round, and which are lies; in fog nobody knows of lies. @param {Segment} part @param {Segment[]} line @param {State} s @returns {Drawn[]} */
function roundShapes(part, line, s) {
  if (!s.session) return [];
  const isFog = visibleSteps(s) !== null;
  const lies = isFog ? [] : liesOf(s.session, part.round);
  // A round of his is his alone.
  if (!isFog && s.scenario?.lost === part.round) return [path('caught', `M${INSET + xOf(line, part.first) - 5} ${LINE_Y - 5}l10 10m0-10-10 10`)];
  const total = visibleTime(s).perRound.reduce((/** @type {number} */ sum, count) => sum + (count ?? Infinity), 0);
  return [...(total > TICKS ? [strip(part)] : ticks(part, line, s, lies)), ...lieShapes(part, lies)];
}

/** Too many messages to be told apart. @param {Segment} part @returns {Drawn} */
const strip = ({ x0, x1 }) => ({ kind: 'box', class: 'dense', x: INSET + x0 + 2, y: LINE_Y - 6, width: Math.max(0, x1 - x0 - 4), height: 12 });

/** A tick for each message that is seen and no lie. @param {Segment} part @param {Segment[]} line @param {State} s @param {number[]} lies */
function ticks({ first, count }, line, s, lies) {
  const seen = visibleSteps(s);
  const { step } = visibleTime(s);
  const told = new Set(lies);
  const d = Array.from({ length: count }, (_, i) =>
    told.has(i) || !isSeen(seen, step(first + i)) ? '' : `M${(INSET + xOf(line, first + i)).toFixed(1)} ${LINE_Y - 6}v12`,
  ).join('');
  return d ? [path('tick', d)] : [];
}

/** A mark on the line and a flag below it. @param {Segment} part @param {number[]} lies */
function lieShapes(part, lies) {
  if (lies.length === 0) return [];
  const marks = lieMarks(part, lies).map((x) => `M${(INSET + x).toFixed(1)} ${LINE_Y - 10}v18`);
  const flags = lieMarks(part, lies, FLAG_GRAIN).map((x) => `M${(INSET + x - 5).toFixed(1)} 48l5-6 5 6z`);
  return [path('lie-tick', marks.join('')), path('lie-flag', flags.join(''))];
}

/** The thumb around its point. @type {Drawn} */
const THUMB = {
  kind: 'group',
  class: 'thumb',
  shapes: [
    { kind: 'disc', class: 'thumb-disc', x: 0, y: 0, rx: THUMB_R, ry: THUMB_R },
    { kind: 'disc', class: 'thumb-dot', x: 0, y: 0, rx: DOT_R, ry: DOT_R },
  ],
};

/** The whole: what stands on the line, and what is moved along it as time goes on. @param {Segment[]} line @param {number} width @param {State} s @param {Speech} say */
export function linePicture(line, width, s, say) {
  return picture({ class: 'line', width, height: HEIGHT, 'aria-hidden': 'true' }, [
    { kind: 'group', class: 'names', shapes: line.length ? namesOver(line, s, say) : [] },
    { kind: 'group', class: 'marks', shapes: line.length ? marksOn(line, s) : [] },
    path('ridden', ''),
    THUMB,
    { kind: 'text', class: 'step-words', text: '', x: 0, y: HEIGHT - 1, size: LETTERS },
  ]);
}
