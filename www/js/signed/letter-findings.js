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
 * What the check of each seal says: good, the first that fails, or one after it.
 * @typedef {{signer: number, state: 'good' | 'forged' | 'unread', title: string, why: string}} Finding
 * @param {Speech} say @param {Letter} letter @param {readonly number[]} sent what the messenger was given @param {readonly number[]} bytes
 * @returns {Finding[]}
 */
export function findings(say, letter, sent, bytes) {
  const broken = letter.seals.findIndex(({ holds }) => !holds);
  const changed = firstChange(sent, bytes);
  return letter.seals.map(({ signer, holds }, place) => {
    const values = { who: say.general(signer), place: place + 1, before: place, seal: broken + 1 };
    if (broken < 0 || place < broken) {
      const title = place === 0 ? 'seal.first' : place === 1 ? 'seal.second' : 'seal.later';
      return {
        signer,
        state: 'good',
        title: say.t(title, values),
        why: say.t(place === 0 ? 'seal.matches.bytes' : 'seal.matches'),
      };
    }
    if (place > broken)
      return {
        signer,
        state: 'unread',
        title: say.t('seal.unread', values),
        why: say.t(holds ? 'seal.covers.forged' : 'seal.covers', values),
      };
    return { signer, state: 'forged', title: say.t('seal.broken', values), why: reason(say, sent, bytes, changed, signer) };
  });
}

/** @param {Speech} say @param {readonly number[]} sent @param {readonly number[]} bytes @param {number} changed @param {number} signer */
function reason(say, sent, bytes, changed, signer) {
  const who = say.general(signer);
  if (changed < 0) return say.t('seal.why.forged', { who });
  const { part } = partOf(changed);
  const values = { who, was: hex(sent[changed]), now: hex(bytes[changed]), at: hex(changed) };
  if (part === 'order')
    return say.t('seal.why.order', { ...values, before: say.order(orderOf(sent)), after: say.order(orderOf(bytes)) });
  if (part === 'signer') return say.t('seal.why.signer', { ...values, before: say.general(sent[changed]) });
  return say.t('seal.why.bit', values);
}
