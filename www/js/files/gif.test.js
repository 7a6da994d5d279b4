// Frames of few colours, and the file they make.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, gifColours } from './gif-colours.js';
import { changed, gifWriter } from './gif-writer.js';

/** @param {...[number, number, number]} colours */
const picture = (...colours) => Uint8ClampedArray.from(colours.flatMap((colour) => [...colour, 255]));

/** Where the frames of a gif are: how wide and high each, how long it stands and whether what was below stays. @param {Uint8Array} bytes */
function framesOf(bytes) {
  const two = (/** @type {number} */ at) => bytes[at] + 256 * bytes[at + 1];
  const frames = [];
  let [delay, control] = [0, 0];
  for (let at = 13 + 3 * 2 ** ((bytes[10] & 7) + 1); bytes[at] !== 0x3b; ) {
    const isFrame = bytes[at] === 0x2c;
    if (isFrame) frames.push({ width: two(at + 5), height: two(at + 7), delay, control });
    else if (bytes[at + 1] === 0xf9) [control, delay] = [bytes[at + 3], two(at + 4)];
    at += isFrame ? 11 : 2;
    while (bytes[at] !== 0) at += bytes[at] + 1;
    at += 1;
  }
  return frames;
}

test('each colour of the samples is found again, as near as two hundred and fifty-five can be', () => {
  const sample = picture([0, 114, 178], [198, 80, 0], [246, 239, 224], [43, 35, 25]);
  const { palette, indexed } = gifColours([sample]);
  for (const [i, index] of indexed(sample).entries()) {
    const wanted = [...sample.subarray(4 * i, 4 * i + 3)];
    assert.ok(wanted.every((value, c) => Math.abs(value - palette[index][c]) <= 8), `${wanted} is ${palette[index]}`);
    assert.notEqual(index, 0);
  }
});

test('the colours of the page are in it as they are', () => {
  assert.deepEqual(bytesOf('#F6EFE0'), [[246, 239, 224]]);
  assert.deepEqual(bytesOf('CanvasText'), []);
  const { palette, indexed } = gifColours([picture([246, 240, 226], [40, 30, 20])], bytesOf('#F6EFE0'));
  assert.deepEqual(palette[indexed(picture([246, 239, 224]))[0]], [246, 239, 224]);
});

test('what is as before is left out, what has changed is there', () => {
  const [before, now] = [Uint8Array.of(1, 2, 3), Uint8Array.of(1, 5, 3)];
  assert.deepEqual(changed(now, before), Uint8Array.of(0, 5, 0));
  assert.deepEqual(changed(now, null), now);
});

test('a file has its frames, each over the one before, for as long as it stands', () => {
  const writer = gifWriter({ width: 3, height: 1 }, [[0, 0, 0], [0, 0, 0], [255, 0, 0], [0, 255, 0]]);
  writer.add(Uint8Array.of(1, 2, 3), 800);
  writer.add(Uint8Array.of(1, 3, 3), 80);
  const bytes = writer.finish();
  assert.equal(new TextDecoder().decode(bytes.subarray(0, 6)), 'GIF89a');
  assert.deepEqual(framesOf(bytes), [
    { width: 3, height: 1, delay: 80, control: 0b100 },
    { width: 3, height: 1, delay: 8, control: 0b101 },
  ]);
});
