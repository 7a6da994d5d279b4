// What stands under a picture that leaves the page: the run in words, and its link. In fog nobody is told what its eyes cannot know.

import { beatOf, numberOf } from '../state/lesson.js';
import { address } from '../state/engine.js';
import { looked } from '../state/address.js';
import { povOf } from '../state/pov.js';
import { textWidth } from '../scene/place.js';
import { counts } from '../verdict/verdict-words.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../scene/types.js').Shape} Shape */

/** Letters of the words and of the link, from line to line, and what is left around. */
const WORDS = 14;
const LINK = 11.5;
const LINE = 18;
const AROUND = 14;
/** Letters of a link are wider than those of a text. */
const WIDER = 1.12;
/** A longer link can be read off no picture. */
const LINK_LINES = 3;

/** Who there is and what is played, as far as the eyes that are used may know. @param {State} s @param {Speech} say */
export function runWords(s, say) {
  const { t, ids, general, under } = say;
  const { scenario } = s;
  if (!scenario) return t('title');
  const viewer = povOf(s);
  const run = t(under('run', scenario.protocol), { n: scenario.n, m: scenario.m, counts: counts(s, say) }).replace(/[ ·]+$/, '');
  const hasTraitors = s.spec?.hasTraitors !== false;
  // Where nobody can be one, the run's own name says how many there are.
  const parts = hasTraitors ? [t('generals.counted', { count: scenario.n })] : [];
  const { traitors } = scenario;
  if (viewer !== null) parts.push(t('file.eyes', { who: general(viewer) }));
  else if (hasTraitors) parts.push(traitors.length ? t('traitors.counted', { count: traitors.length, list: ids(traitors) }) : t('traitors.counted.none'));
  return [...parts, run].join(' · ');
}

/** The address of what is shown. A page that was opened from disk has none that would mean anything to others. @param {State} s @param {string} href of the page */
export function shownLink(s, href) {
  const { lesson, beat } = s.place;
  const place = beatOf(s) ? { lesson, beat } : { lesson: null, beat: null };
  const link = address(s.link, { ...looked(s), ...place, at: s.cursor > 0 ? s.cursor : null, number: numberOf(s) });
  return `${/^https?:/.test(href) ? href.split(/[#?]/)[0] : ''}#${link}`;
}

/** A link in lines of so many letters; none where it is too long for all of them. @param {string} link @param {number} width */
export function linesOf(link, width) {
  const most = Math.max(1, Math.floor(width / (textWidth('0', LINK) * WIDER)));
  const lines = Array.from({ length: Math.ceil(link.length / most) }, (_, i) => link.slice(i * most, (i + 1) * most));
  return lines.length > LINK_LINES ? [] : lines;
}

/** The lines of a caption. In fog the link is left out: it holds all of the run. @param {State} s @param {Speech} say @param {string} href @param {number} width of the picture */
export function captionOf(s, say, href, width) {
  const link = povOf(s) === null && s.link ? linesOf(shownLink(s, href), width - 2 * AROUND) : [];
  return { words: runWords(s, say), link };
}

/** @typedef {ReturnType<typeof captionOf>} Caption */

/** How high it is. @param {Caption} caption */
export const captionHeight = ({ link }) => 2 * AROUND - 4 + LINE * (1 + link.length);

/** It as shapes, below a picture. @param {Caption} caption @param {{width: number, height: number}} picture @returns {Shape[]} */
export function captionShapes(caption, { width, height }) {
  const first = height + AROUND + 11;
  /** @type {(text: string, line: number, size: number, fill: string) => Shape} */
  const line = (text, i, size, fill) => ({ kind: 'text', text, x: AROUND, y: first + LINE * i, size, fill });
  return [
    { kind: 'path', d: `M0 ${height}H${width}V${height + captionHeight(caption)}H0Z`, fill: 'paper' },
    line(caption.words, 0, WORDS, 'ink'),
    ...caption.link.map((text, i) => line(text, i + 1, LINK, 'ink-2')),
  ];
}
