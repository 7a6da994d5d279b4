// What is new for the page around: pure, from what it was told last to what is now.

import { isDecided } from '../state/decided.js';
import { isCovered } from '../state/lesson.js';
import { povOf } from '../state/pov.js';
import { VERSION } from './asked.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {{link: string, step: number, length: number, verdict: import('../state/types.js').Verdict | null}} Report */
/** @typedef {{report: Report, isDecided: boolean, isPlaying: boolean}} Now */

/** What came out is told when it is seen here, and not through one general's eyes or before a question is answered. @param {State} s @param {boolean} isPlaying @returns {Now} */
export function nowOf(s, isPlaying) {
  const isOver = s.scenario !== null && isDecided(s) && !isCovered(s);
  const verdict = isOver && povOf(s) === null ? s.verdict : null;
  return { report: { link: s.link, step: s.cursor, length: s.length, verdict }, isDecided: isOver, isPlaying };
}

/** @param {'ready' | 'link' | 'step' | 'verdict'} name @param {Now} now */
const reported = (name, { report }) => ({ type: `byz:${name}`, version: VERSION, ...report });

/** @param {Now | null} told null: nothing yet @param {Now} now @returns {object[]} messages, in order */
export function newsOf(told, now) {
  const isOther = told !== null && told.report.link !== now.report.link;
  const hasMoved = told !== null && told.report.step !== now.report.step;
  const messages = [];
  if (told === null) messages.push(reported('ready', now));
  if (isOther) messages.push(reported('link', now));
  if (hasMoved) messages.push(reported('step', now));
  if (now.isDecided && (!told?.isDecided || isOther)) messages.push(reported('verdict', now));
  if ((told?.isPlaying ?? false) !== now.isPlaying) messages.push({ type: 'byz:playing', version: VERSION, playing: now.isPlaying });
  return messages;
}
