// A name that says more than is shown: what is shown stands in it, the rest is for who listens.

import { el } from '../kit/dom.js';

/** What stands for a shown part in a text that is said. */
export const SHOWN = ['\ue000', '\ue001'];

/**
 * The text as nodes, its marks being what is shown.
 * @param {string} text @param {Node[][]} shown by mark
 */
export const named = (text, ...shown) =>
  text
    .split(/([\ue000\ue001])/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => shown[SHOWN.indexOf(piece)] ?? [el('span', { class: 'unseen' }, piece)]);
