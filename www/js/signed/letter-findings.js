// What was changed in a signed letter, and why a check fails. Whether it is good is asked of the engine.

import { orderOf, partOf, SEAL, SIGNATURE, signersIn } from '../state/letter-codec.js';

/** @typedef {import('../state/engine.js').Session} Session */
/** @typedef {import('../state/engine.js').Letter} Letter */
/** @typedef {import('../words/i18n.js').Speech} Speech */

const GENERALS = 64;

/** @param {number} byte */
export const hex = (byte) => byte.toString(16).padStart(2, '0');

/**
 * The letter as its reader would check it, or null where the bytes are no letter.
 * @param {Session} session @param {number} step @param {readonly number[]} bytes
 * @returns {Letter | null}
 */
export function checked(session, step, bytes) {
  const order = orderOf(bytes);
  const signers = signersIn(bytes);
  if (order === null || signers.some((signer) => signer < 1 || signer > GENERALS)) return null;
  const seals = signers.map((signer, place) => ({
    signer,
    signature: bytes
      .slice(2 + place * SEAL, 1 + (place + 1) * SEAL)
      .map(hex)
      .join(''),
  }));
  return session.checkLetter(step, { order, seals });
}

/** @param {readonly number[]} bytes @param {number} at @param {number} value */
export const withByte = (bytes, at, value) => bytes.map((byte, i) => (i === at ? value & 0xff : byte));

/** The other order in the same ink. @param {readonly number[]} bytes */
export const withOtherOrder = (bytes) => withByte(bytes, 0, orderOf(bytes) === 'A' ? 0x52 : 0x41);

/**
 * The last seal in the name of the next general who is not on the letter.
 * @param {readonly number[]} bytes @param {number} n
 */
export function withOtherSigner(bytes, n) {
  const signers = signersIn(bytes);
  const last = signers[signers.length - 1];
  const free = Array.from({ length: n }, (_, i) => ((last + i) % n) + 1).find((id) => !signers.includes(id));
  return free === undefined ? [...bytes] : withByte(bytes, 1 + (signers.length - 1) * SEAL, free);
}

/** One bit of the first seal turned. @param {readonly number[]} bytes */
export const withOneBit = (bytes) => withByte(bytes, 2 + (SIGNATURE >> 1), bytes[2 + (SIGNATURE >> 1)] ^ 1);

/** The first byte that differs, or -1. @param {readonly number[]} a @param {readonly number[]} b */
export const firstChange = (a, b) => a.findIndex((byte, i) => byte !== b[i]);

/**
 * What the check of each seal says: good, the first that fails, or one after it. Seals are named by who is said to have sealed.
 * @typedef {{signer: number, state: 'good' | 'forged' | 'unread', title: string, why: string}} Finding
 * A letter as it is read. `sent`: as the messenger was given it; `stolen`: loyal generals whose keys others have too.
 * @typedef {{letter: Letter, bytes: readonly number[], sent: {letter: Letter | null, bytes: readonly number[]}, stolen: readonly number[]}} Read
 * @param {Speech} say @param {Read} read
 * @returns {Finding[]}
 */
export function findings(say, read) {
  const { seals } = read.letter;
  const broken = seals.findIndex(({ holds }) => !holds);
  return seals.map(({ signer, holds }, place) => {
    const values = { who: say.general(signer), signer: say.id(signer), before: place, seal: say.id(seals[broken]?.signer ?? 0) };
    if (broken < 0 || place < broken) return { signer, state: 'good', ...goodSeal(say, read.stolen.includes(signer), place, values) };
    if (place > broken)
      return {
        signer,
        state: 'unread',
        title: say.t('seal.unread', values),
        why: say.t(holds ? 'seal.covers.forged' : 'seal.covers', values),
      };
    return { signer, state: 'forged', title: say.t('seal.broken', values), why: reason(say, read, place) };
  });
}

/** With a stolen key it may be a traitor who sealed. @param {Speech} say @param {boolean} isStolen @param {number} place @param {Record<string, string | number>} values */
function goodSeal(say, isStolen, place, values) {
  const title = isStolen ? 'seal.stolen' : ['seal.first', 'seal.second'][place] ?? 'seal.later';
  return { title: say.t(title, values), why: say.t(place === 0 ? 'seal.matches.bytes' : 'seal.matches') };
}

/**
 * The first thing that is wrong with the first seal that fails. One that failed already as it was sent was never good: nothing
 * that was changed since is to blame, and its bytes tell nothing of what anybody sealed.
 * @param {Speech} say @param {Read} read @param {number} place
 */
function reason(say, { letter, bytes, sent }, place) {
  const who = say.general(letter.seals[place].signer);
  if (!sent.letter?.seals[place]?.holds) return say.t('seal.why.forged', { who });
  const changed = firstChange(sent.bytes, bytes);
  const { part, place: of } = partOf(changed);
  const before = say.general(sent.letter.seals[place].signer);
  const values = { who, was: hex(sent.bytes[changed]), now: hex(bytes[changed]), at: hex(changed) };
  if (part === 'order')
    return say.t('seal.why.order', { ...values, who: before, before: say.order(orderOf(sent.bytes)), after: say.order(orderOf(bytes)) });
  if (part === 'signer' && of === place) return say.t('seal.why.signer', { ...values, before });
  return say.t('seal.why.bit', values);
}
