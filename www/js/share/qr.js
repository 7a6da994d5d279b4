// A link as a QR code: its modules as shapes, always black on white, with the quiet zone that readers need. Pure.

import { encode } from 'uqr';
import { picture } from '../paint/svg.js';

/** Modules that stay white on each side. */
const QUIET = 4;
/** Longer links have modules too small for the back rows of a room. */
export const READABLE_CHARACTERS = 300;
/** A code of the largest version, at the lowest level of correction, holds so many bytes. */
const MOST_BYTES = 2953;

/** In both themes: readers want dark on light. @param {string} name */
const asPrinted = (name) => name;

/** Whether a code can hold it. @param {string} text */
export const fits = (text) => new TextEncoder().encode(text).length <= MOST_BYTES;

/**
 * The code of a text that fits: the smallest version, so that modules are large, and the most correction which that version has room for.
 * @param {string} text @returns {boolean[][]} rows of modules, dark ones true, without the quiet zone
 */
export function modulesOf(text) {
  // A projector, a hand before the lens: a short link can afford to lose a sixth.
  const ecc = text.length <= READABLE_CHARACTERS ? 'M' : 'L';
  return encode(text, { ecc, boostEcc: true, border: 0 }).data;
}

/** Neighbours in a row are one rectangle: between them no line may show. @param {boolean[][]} modules */
function darkPath(modules) {
  let d = '';
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      let end = x;
      while (row[end]) end++;
      d += `M${x} ${y}h${end - x}v1h${x - end}z`;
      x = end;
    }
  });
  return d;
}

/**
 * The code as a drawing.
 * @param {string} text @param {import('../paint/svg.js').Attributes} attributes of the svg element, besides its box
 */
export function qrPicture(text, attributes) {
  const modules = modulesOf(text);
  const side = modules.length + 2 * QUIET;
  return picture({ viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`, 'shape-rendering': 'crispEdges', ...attributes }, [
    { kind: 'path', d: `M${-QUIET} ${-QUIET}h${side}v${side}h${-side}z`, fill: 'white' },
    { kind: 'path', d: darkPath(modules), fill: 'black' },
  ], asPrinted);
}

/** Printed so wide when nobody says otherwise, in CSS pixels. */
const FILE_SIDE = 600;

/** The code as a file that stands alone. @param {string} text @param {string} title */
export const qrFile = (text, title) =>
  qrPicture(text, { xmlns: 'http://www.w3.org/2000/svg', width: FILE_SIDE, height: FILE_SIDE, role: 'img', 'aria-label': title });
