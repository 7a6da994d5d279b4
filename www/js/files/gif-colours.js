// The colours of a film with at most 256 of them: chosen from some of its pictures, then each pixel the nearest. Pure.

import { nearestColorIndex, quantize } from 'gifenc/dist/gifenc.esm.js';

/** @typedef {[number, number, number]} Colour */

/** One is kept for what is as it was in the picture before. */
const MOST = 255;
/** Five bits of red and blue, six of green. */
const KEYS = 1 << 16;
const UNKNOWN = 0xffff;

/** Red stands in the lowest bits. @param {number} pixel */
const keyOf = (pixel) => ((pixel & 0xf8) << 8) | ((pixel >> 5) & 0x7e0) | ((pixel >> 19) & 0x1f);

/** @param {string} colour as tokens are written */
export function bytesOf(colour) {
  const value = Number.parseInt(/^#([0-9a-f]{6})$/i.exec(colour)?.[1] ?? '', 16);
  return Number.isNaN(value) ? [] : [/** @type {Colour} */ ([value >> 16, (value >> 8) & 255, value & 255])];
}

/**
 * The palette for pictures like these, and what finds a colour in it. Index 0 is what stays as it was.
 * @param {readonly Uint8ClampedArray[]} samples pixels of pictures, four bytes each @param {readonly Colour[]} [exact] colours that are in it as they are
 */
export function gifColours(samples, exact = []) {
  const all = new Uint8Array(samples.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sample of samples) {
    all.set(sample, at);
    at += sample.length;
  }
  const found = [...exact, ...quantize(all, MOST - exact.length, { format: 'rgb565' })];
  const palette = [found[0], ...found];
  const known = new Uint16Array(KEYS).fill(UNKNOWN);
  for (const [i, [red, green, blue]] of exact.entries()) known[keyOf(red | (green << 8) | (blue << 16))] = i + 1;

  /** @param {number} key */
  function nearest(key) {
    const colour = [((key >> 8) & 0xf8) | (key >> 13), ((key >> 3) & 0xfc) | ((key >> 9) & 3), ((key << 3) & 0xf8) | ((key >> 2) & 7)];
    return (known[key] = 1 + nearestColorIndex(found, colour));
  }
  return {
    palette,
    /** The pixels of a picture as places in the palette. @param {Uint8ClampedArray} pixels @returns {Uint8Array} */
    indexed(pixels) {
      const wide = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
      const indices = new Uint8Array(wide.length);
      let [last, index] = [-1, 0];
      for (let i = 0; i < wide.length; i++) {
        if (wide[i] !== last) {
          last = wide[i];
          const key = keyOf(last);
          index = known[key] === UNKNOWN ? nearest(key) : known[key];
        }
        indices[i] = index;
      }
      return indices;
    },
  };
}
