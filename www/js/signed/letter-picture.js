// The letter itself, large, as shapes: the sheet, the order, the ribbon of seals, and what each of them covers. Pure.

import { picture } from '../paint/svg.js';
import { letterOf, sealAt } from '../scene/signs.js';
import { orderOf, signersIn } from '../state/letter-codec.js';

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../scene/types.js').Drawn} Drawn */
/** @typedef {import('./letter-findings.js').Finding} Finding */

const WIDTH = 560;
/** The sheet. */
const SHEET = { x: 36, y: 20, width: 488, height: 212 };
const ROLL = 28;
const SEALS_Y = 318;
const SEAL_SCALE = 4.5;
/** Lines that say what a seal covers. */
const BRACKET = 62;
const LEFT = 52;
/** With more seals than this only the ribbon is drawn. */
const BRACKETS = 4;

/** @param {string} text @param {number} y @param {number} size @param {string} kind @returns {Drawn} */
const line = (text, y, size, kind) => ({ kind: 'text', class: kind, text, x: WIDTH / 2, y, size, align: 'middle' });

/** @param {string} kind @param {string} d @returns {Drawn} */
const path = (kind, d) => ({ kind: 'path', class: kind, d });

/**
 * @typedef {{from: number, to: number, round: number, sent: readonly number[], bytes: readonly number[], findings: Finding[] | null}} Shown
 * Where the seals of a letter are: how large each is drawn, and the middle of each.
 * @typedef {{signers: number[], scale: number, at: (place: number) => number}} Ribbon
 */

/** @param {readonly number[]} bytes @returns {Ribbon} */
export function ribbonOf(bytes) {
  const signers = signersIn(bytes);
  const room = WIDTH - 2 * LEFT;
  const scale = Math.min(SEAL_SCALE, room / signers.length / 24);
  const pitch = signers.length > 1 ? Math.min(160, (room - 20 * scale) / (signers.length - 1)) : 0;
  return { signers, scale, at: (place) => LEFT + 10 * scale + 14 + place * pitch };
}

/** The order as a token and in words, in the middle of the sheet. @param {string} words @param {import('../state/types.js').Order | null} order @returns {Drawn[]} */
function orderOnSheet(words, order) {
  const wide = words.length * (/[一-鿿]/.test(words) ? 48 : 25);
  const left = (WIDTH - 70 - 20 - wide) / 2;
  return [
    {
      kind: 'group',
      class: `token ${order ?? 'none'}`,
      shapes: [
        { kind: 'box', x: left, y: 92, width: 70, height: 70, r: 10 },
        { kind: 'text', text: order ? letterOf(order) : '–', x: left + 35, y: 144, size: 48, align: 'middle' },
      ],
    },
    { kind: 'text', class: 'letter-order', text: words, x: left + 90, y: 144, size: 48 },
  ];
}

/** The roll at an edge of the sheet. @param {number} x @returns {Drawn} */
const roll = (x) => ({ kind: 'box', class: 'letter-roll', x, y: SHEET.y - 12, width: ROLL, height: SHEET.height + 24, r: ROLL / 2 });

/** The sheet, and the ribbon that hangs from it. @param {Speech} say @param {Shown} letter @param {Ribbon} ribbon @returns {Drawn[]} */
function sheet(say, { from, to, round, sent, bytes }, { signers, at }) {
  const order = orderOf(bytes);
  const isAltered = bytes[0] !== sent[0];
  /** @type {Drawn[]} */
  const foot = isAltered
    ? [
        { kind: 'box', class: 'letter-altered', x: WIDTH / 2 - 150, y: 180, width: 300, height: 32, r: 4 },
        line(say.t('letter.altered', { order: say.order(orderOf(sent)) }), 202, 16, 'letter-altered-words'),
      ]
    : [line(say.t('letter.sealed', { round, by: signers.map(say.id).join(say.t('letter.then')) }), 204, 16, 'letter-small')];
  return [
    path('letter-ribbon', `M90 ${SHEET.y + SHEET.height}V${SEALS_Y}H${at(signers.length - 1)}`),
    { kind: 'box', class: 'letter-sheet', ...SHEET },
    ...[SHEET.x - ROLL / 2, SHEET.x + SHEET.width - ROLL / 2].map(roll),
    line(say.t('letter.hands', { from: say.general(from), to: say.general(to) }), 68, 17, 'letter-small'),
    ...orderOnSheet(say.order(order), order),
    ...foot,
  ];
}

/** What the seal at a place covers: a line from the sheet's edge to it. @param {Speech} say @param {Ribbon} ribbon @param {number} place @param {boolean} isForged @returns {Drawn[]} */
function bracket(say, { signers, scale, at }, place, isForged) {
  const y = SEALS_Y + 10 * SEAL_SCALE + 34 + place * BRACKET;
  const bad = isForged ? ' bad' : '';
  const what = place === 0 ? 'letter.covers.order' : place === 1 ? 'letter.covers.seal' : 'letter.covers.all';
  return [
    path(`letter-bracket${bad}`, `M${LEFT} ${y - 8}v8H${at(place)}`),
    path(`letter-drop${bad}`, `M${at(place)} ${SEALS_Y + 10 * scale + 4}V${y}`),
    { kind: 'disc', class: `letter-dot${bad}`, x: at(place), y, rx: 4.5, ry: 4.5 },
    { kind: 'text', class: `letter-covers${bad}`, text: say.t(what, { seal: say.id(signers[place]), before: say.id(signers[0]) }), x: LEFT, y: y + 24, size: 16 },
  ];
}

/** @param {Speech} say @param {Shown} letter @returns {string} markup */
export function letterPicture(say, letter) {
  const ribbon = ribbonOf(letter.bytes);
  const { signers, scale, at } = ribbon;
  const stateOf = (/** @type {number} */ place) => letter.findings?.[place]?.state;
  const bracketed = signers.length <= BRACKETS ? signers : [];
  const height = SEALS_Y + 10 * SEAL_SCALE + 20 + bracketed.length * BRACKET;
  const label = say.t('letter.picture', { order: say.order(orderOf(letter.bytes)), by: signers.map(say.id).join(', ') });
  return picture({ class: 'letter-picture', viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': label }, [
    ...sheet(say, letter, ribbon),
    ...bracketed.flatMap((_, place) => bracket(say, ribbon, place, stateOf(place) === 'forged')),
    ...signers.map((signer, place) => sealAt(signer, stateOf(place) ?? 'unread', at(place), SEALS_Y, scale)),
  ]);
}
