// The signs of an order's map for the legend, each around the origin: parties, messages, trust and what rests on it. Pure.

import { ARROW_HEAD } from '../scene/art.js';
import { scroll } from '../scene/messenger.js';
import { put } from '../scene/place.js';
import { anchor, trustStroke } from './order-scene.js';
import { orderToken, partyBody } from './party.js';

/** @typedef {import('../scene/types.js').Mark} Mark */

const HIGH = 64;
const LOW = 42;
/** A road, and a straight way. */
const BOW = { x0: -40, y0: 8, cx: 0, cy: -14, x1: 38, y1: 6 };
const WAY = { x0: -40, y0: 0, cx: 0, cy: 0, x1: 34, y1: 0 };

/** @param {import('../words/i18n.js').Speech} say @returns {[string, [string, number, () => Mark[]][]][]} */
export function orderGroups(say) {
  const letter = (/** @type {'A' | 'R'} */ word) => say.t(`letter.${word}`);
  /** @param {number} id @param {boolean | null} loyal @param {{chosen?: boolean, witness?: boolean, decision?: 'A'}} [more] */
  const party = (id, loyal, { chosen = false, witness = false, decision } = {}) =>
    partyBody({ id, x: 0, y: 0, k: 0.86, label: null, hit: 0 }, { id, loyal, commander: false, leaning: null, decision: decision ?? null }, { chosen, witness, raised: 1, letter });
  const message = (/** @type {'A' | 'R' | null} */ said, lie = false) => scroll({ from: 1, to: 2, said, lie, progress: 0.5, index: 0, ...(said ? { letter: letter(said) } : {}) }, 0, 0, 0.9, false);
  /** @param {boolean} trusted @returns {Mark[]} */
  const road = (trusted) => [{ kind: 'curve', ...BOW, ...trustStroke(trusted) }, put({ d: ARROW_HEAD, stroke: trustStroke(trusted).stroke, width: 1.5, cap: 'round', join: 'round' }, BOW.x1, BOW.y1, 1.3, { rotate: 27 })];
  /** @param {boolean} trusted @returns {Mark[]} */
  const rest = (trusted) => [{ kind: 'curve', ...WAY, stroke: 'ink-2', width: 1.1, ...(trusted ? {} : { dash: [9, 5] }) }, ...anchor(WAY.x1 + 4, 0, trusted)];
  /** @returns {Mark[]} */
  const guild = () => [{ kind: 'disc', x: 0, y: 0, rx: 36, ry: 17, fill: 'paper-raised', stroke: 'ink', width: 2.4 }];
  return [
    ['camps', [
      ['loyal', HIGH, () => party(1, true)],
      ['traitor', HIGH, () => party(2, false)],
      ['unknown', HIGH, () => party(3, null)],
      ['chosen', HIGH, () => party(1, true, { chosen: true })],
      ['witness', HIGH, () => party(2, true, { witness: true })],
    ]],
    ['messengers', [
      ['attack', LOW, () => message('A')],
      ['retreat', LOW, () => message('R')],
      ['lie', LOW + 8, () => message('R', true)],
      ['nobody', LOW, () => message(null)],
    ]],
    ['trust', [
      ['trusts', LOW, () => road(true)],
      ['doubts', LOW, () => road(false)],
      ['rests', LOW, () => rest(true)],
      ['rests-doubted', LOW, () => rest(false)],
      ['guild', LOW, guild],
    ]],
    ['words', [
      ['leaning', LOW, () => [...orderToken(letter('A'), true, -14, 0, 10), ...orderToken(letter('R'), false, 14, 0, 10)]],
      ['decision', HIGH, () => party(3, true, { decision: 'A' })],
    ]],
  ];
}
