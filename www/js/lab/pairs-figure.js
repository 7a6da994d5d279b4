// The field of all pairs of rules as shapes: a cell for each pair, a sign where something is known of it, a ring round the reader's. Pure.

import { picture } from '../paint/svg.js';

/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** What a pair is: `o` obeys a loyal commander, `a` agrees, or the reader's own. @typedef {'o' | 'a' | 'yours'} Mark */

/** The sides of the field, and of one of its cells. */
const SIDE = 16;
const CELL = 13;

/** Which cell is at a part of the field's side. @param {number} part from 0 to 1 */
export const cellAt = (part) => Math.min(SIDE - 1, Math.floor(part * SIDE));

/** A sign in a cell. @param {Mark} mark @param {number} [x] @param {number} [y] @returns {Drawn} */
function signAt(mark, x = 0, y = 0) {
  const [cx, cy] = [(x + 0.5) * CELL, (y + 0.5) * CELL];
  if (mark === 'a') return { kind: 'disc', class: 'agrees', x: cx, y: cy, rx: 5, ry: 5 };
  if (mark === 'yours') return { kind: 'disc', class: 'yours', x: cx, y: cy, rx: 9, ry: 9 };
  return {
    kind: 'group',
    shapes: [
      { kind: 'box', class: 'obeys', x: cx - 6, y: cy - 6, width: 12, height: 12, r: 2 },
      { kind: 'path', class: 'tick', d: `M${cx - 3} ${cy}l2 2.5 4-5` },
    ],
  };
}

/** @param {string} known a letter for each pair, row by row @param {[number, number] | null} own the reader's: its row and its column @returns {Drawn[]} */
function pairsShapes(known, own) {
  const cells = Array.from({ length: SIDE * SIDE }, (_, i) => `M${(i % SIDE) * CELL + 1.5} ${Math.floor(i / SIDE) * CELL + 1.5}h10v10h-10z`);
  const signs = [...known].flatMap((mark, i) => (mark === 'o' || mark === 'a' ? [signAt(mark, Math.floor(i / SIDE), i % SIDE)] : []));
  return [{ kind: 'path', class: 'pair', d: cells.join('') }, { kind: 'group', shapes: signs }, ...(own ? [signAt('yours', own[1], own[0])] : [])];
}

/** The same as a drawing. @param {string} known @param {[number, number] | null} own @param {string} label */
export function pairsPicture(known, own, label) {
  const about = { class: 'pairs', viewBox: `0 0 ${SIDE * CELL} ${SIDE * CELL}`, role: 'img', 'data-testid': 'rule-pairs', 'aria-label': label };
  return picture(about, pairsShapes(known, own));
}

/** One of the signs alone. @param {Mark} mark */
export const signPicture = (mark) => picture({ class: 'pairs', viewBox: '-4 -4 21 21', 'aria-hidden': 'true' }, [signAt(mark)]);
