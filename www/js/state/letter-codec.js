// A signed letter as bytes: the order, then for each seal its signer and his 64 bytes.

/** @typedef {import('./engine.js').Letter} Letter */
/** @typedef {import('./types.js').Order} Order */

export const SIGNATURE = 64;
export const SEAL = SIGNATURE + 1;
/** @type {Record<number, Order>} */
const ORDERS = { 0x41: 'A', 0x52: 'R' };

/** The bytes on the scroll. @param {Pick<Letter, 'order' | 'seals'>} letter @returns {number[]} */
export function bytesOf({ order, seals }) {
  return [
    order.charCodeAt(0),
    ...seals.flatMap(({ signer, signature }) => [signer, ...(signature.match(/../g) ?? []).map((pair) => parseInt(pair, 16))]),
  ];
}

/** How many seals stand on so many bytes. @param {readonly number[]} bytes */
export const sealCount = (bytes) => Math.floor((bytes.length - 1) / SEAL);

/** The order that the bytes say, or null where they say none. @param {readonly number[]} bytes @returns {Order | null} */
export const orderOf = (bytes) => ORDERS[bytes[0]] ?? null;

/** Whose seals they name, in order. @param {readonly number[]} bytes */
export const signersIn = (bytes) => Array.from({ length: sealCount(bytes) }, (_, place) => bytes[1 + place * SEAL]);

/**
 * What a byte is part of: the order, the name of a signer, or his signature.
 * @param {number} at @returns {{part: 'order' | 'signer' | 'signature', place: number}}
 */
export function partOf(at) {
  if (at === 0) return { part: 'order', place: -1 };
  return { part: (at - 1) % SEAL === 0 ? 'signer' : 'signature', place: Math.floor((at - 1) / SEAL) };
}
