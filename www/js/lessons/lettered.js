// A line in which single letters of formulas stand in italics, as the field sets them.

import { el } from '../kit/dom.js';

const LETTER = /(?<![A-Za-z’])([fmn])(?![A-Za-z’])/;

/** @param {string} text @returns {(string | HTMLElement)[]} */
export const lettered = (text) =>
  text.split(LETTER).map((piece, i) => (i % 2 ? el('i', { class: 'letter' }, piece) : piece));
