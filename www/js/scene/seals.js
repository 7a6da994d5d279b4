// The chain of wax seals under a signed scroll: who signed, in order, and which seal is not his.
import { SEAL, SEAL_CRACK, SEAL_CROSS } from './art.js';
import { put } from './place.js';
import { idOf } from './signs.js';

/** @typedef {import('./types.js').Mark} Mark */
/** @typedef {import('./types.js').Seals} Seals */

/** Radius under a wide scroll, so that its number is 11 px high; without a number under a slim one. */
const NUMBERED = 11.4;
const BARE = 4.2;
/** Seals hang over the lower edge of the sheet. */
const BELOW = 19;
/** A chain is never wider than this. */
const WIDEST = 96;

/**
 * @param {Seals} seals @param {number} x @param {number} y middle of the scroll @param {number} k @param {boolean} slim
 * @returns {Mark[]}
 */
export function chain({ signers, forged }, x, y, k, slim) {
  const r = slim ? BARE : NUMBERED;
  const pitch = Math.min(2 * r - 1, signers.length > 1 ? WIDEST / (signers.length - 1) : 0);
  const left = (-pitch * (signers.length - 1)) / 2;
  const low = slim ? BELOW - 4 : BELOW;
  /** @type {Mark[]} */
  const marks = [];
  if (signers.length > 1)
    marks.push(put({ d: `M${left} ${low}H${-left}`, stroke: 'wax', width: slim ? 2 : 4 }, x, y, k));
  const broken = forged === null ? -1 : signers.indexOf(forged);
  signers.forEach((signer, place) => {
    const kind = broken < 0 || place < broken ? 'good' : place === broken ? 'forged' : 'unread';
    marks.push(...seal(slim ? null : signer, x + (left + place * pitch) * k, y + low * k, (r / 10) * k, kind));
  });
  return marks;
}

/**
 * One seal: wax with its signer's number; grey, cracked and crossed where it is not his; hollow where nobody reads on.
 * @param {number|null} signer @param {number} x @param {number} y @param {number} s scale of a seal of radius 10
 * @param {'good'|'forged'|'unread'} kind @returns {Mark[]}
 */
export function seal(signer, x, y, s, kind) {
  const look = {
    good: { fill: 'wax', edge: 'wax', ring: 'wax-hi', ink: 'on-wax' },
    forged: { fill: 'wax-dead', edge: 'wax-dead', ring: 'paper-sunk', ink: 'paper-raised' },
    unread: { fill: 'unknown-tint', edge: 'unknown', ring: 'unknown', ink: 'unknown-ink' },
  }[kind];
  /** @type {Mark[]} */
  const marks = [put({ d: SEAL.d, fill: look.fill, stroke: look.edge, width: 0.8, join: 'round' }, x, y, s)];
  if (signer !== null) {
    marks.push({ kind: 'disc', x, y, rx: 7.4 * s, ry: 7.4 * s, stroke: look.ring, width: 0.7 * s, opacity: 0.8 });
    marks.push({ kind: 'text', text: idOf(signer), x: x - (kind === 'forged' ? 2.8 * s : 0), y: y + 3.5 * s, size: 9.7 * s, weight: 700, fill: look.ink, align: 'middle' });
  }
  if (kind !== 'forged') return marks;
  marks.push(put({ d: SEAL_CRACK, stroke: 'scroll-bg', width: 1.5, cap: 'round', join: 'round' }, x, y, s));
  const at = { x: x + 8.5 * s, y: y - 8.5 * s };
  marks.push({ kind: 'disc', ...at, rx: 4.6 * s, ry: 4.6 * s, fill: 'broken', stroke: 'map', width: 0.8 * s });
  marks.push(put({ d: SEAL_CROSS, stroke: 'map', width: 0.34, cap: 'round' }, at.x, at.y, 4.6 * s));
  return marks;
}
