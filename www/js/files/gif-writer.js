// Pictures of few colours as a gif: each is laid over the one before, and says only what is new. Pure.

import { GIFEncoder } from 'gifenc/dist/gifenc.esm.js';

/** What of a picture is other than in the one before; the rest is index 0. @param {Uint8Array} now @param {Uint8Array | null} before */
export function changed(now, before) {
  return before ? now.map((index, i) => (index === before[i] ? 0 : index)) : now;
}

/** Frames that are laid over each other, as a file. @param {{width: number, height: number}} size @param {readonly [number, number, number][]} palette */
export function gifWriter({ width, height }, palette) {
  const gif = GIFEncoder();
  /** @type {Uint8Array | null} */
  let before = null;
  return {
    /** @param {Uint8Array} indices @param {number} ms */
    add(indices, ms) {
      // What is as it was lets through what lies below.
      const over = { transparent: before !== null, transparentIndex: 0, dispose: 1 };
      gif.writeFrame(changed(indices, before), width, height, { palette: before ? null : palette, delay: ms, repeat: 0, ...over });
      before = indices;
    },
    /** @returns {Uint8Array<ArrayBuffer>} */
    finish() {
      gif.finish();
      return gif.bytes();
    },
  };
}
