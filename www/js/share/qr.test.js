// A code is read back by a reader that has nothing in common with what wrote it, as it is drawn: black on white, with its quiet zone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsqr from 'jsqr';
import { fits, modulesOf, qrFile, qrPicture } from './qr.js';

/** What a camera sees of a drawing, so many pixels a module. @param {string} svg @param {number} scale */
function seen(svg, scale) {
  const [left, top, side] = /** @type {RegExpExecArray} */ (/viewBox="(-?\d+) (-?\d+) (\d+) \3"/.exec(svg)).slice(1).map(Number);
  const [, light, dark] = svg.split('<path').map((text) => [/ d="([^"]*)"/.exec(text)?.[1] ?? '', / fill="(\w+)"/.exec(text)?.[1]]);
  assert.deepEqual([light?.[1], dark?.[1]], ['white', 'black']);
  assert.equal(light?.[0], `M${left} ${top}h${side}v${side}h${-side}z`, 'all of it is white first');
  const width = side * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of (dark?.[0] ?? '').matchAll(/M(-?\d+) (-?\d+)h(\d+)v1h-\3z/g))
    for (let down = 0; down < scale; down++)
      for (let across = 0; across < Number(run) * scale; across++) {
        const at = (((Number(y) - top) * scale + down) * width + (Number(x) - left) * scale + across) * 4;
        pixels.fill(0, at, at + 3);
      }
  return { pixels, width };
}

/** @param {string} svg */
function read(svg) {
  const { pixels, width } = seen(svg, 4);
  return jsqr(pixels, width, width, { inversionAttempts: 'dontInvert' })?.data;
}

const RUN = 'https://host.example/notes/#v=1&p=om&n=4&t=3';

test('a link is read back, from the page and from the file', () => {
  assert.equal(read(qrPicture(RUN, {})), RUN);
  assert.equal(read(qrFile(RUN, 'A run')), RUN);
});

test('long links are read back, up to the most that a code can hold', () => {
  for (const length of [290, 310, 1200, 2953]) {
    const link = RUN.padEnd(length, '_1.3-2R');
    assert.ok(fits(link));
    assert.equal(read(qrPicture(link, {})), link);
  }
  assert.equal(fits(RUN.padEnd(2954, '_')), false);
});

test('four modules stay white on each side', () => {
  const side = modulesOf(RUN).length;
  assert.match(qrPicture(RUN, {}), new RegExp(`viewBox="-4 -4 ${side + 8} ${side + 8}"`));
});

test('a short link has as many modules as it must, and no more', () => {
  // Version 3, 29 modules a side, holds 42 bytes at level M; version 4, 33 a side, 62.
  assert.equal(modulesOf(RUN.slice(0, 42)).length, 29);
  assert.equal(modulesOf(RUN).length, 33);
});
