// Fixed loops that say how fast the machine is just now, in wasm and in JavaScript; targets of speed are stated in what these take.

import { readFile } from 'node:fs/promises';
import binaryen from 'binaryen';
import { median, part, print } from './median.js';

/** The engine compiles hot wasm anew while it runs. */
const WARM_UP_RUNS = 10;
const RUNS = 25;

const text = await readFile(new URL('calibration.wat', import.meta.url), 'utf8');
const bytes = [...binaryen.parseText(text).emitBinary()];

/**
 * What each loop came to and the times it took, where this function is sent: it knows nothing but what it is given.
 * @param {{ bytes: number[], runs: number, loops: string[] }} given
 * @returns {Promise<{ name: string, checksum: string, times: number[] }[]>}
 */
async function time({ bytes, runs, loops }) {
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
  const { arithmetic, fill, memory } = /** @type {Record<string, () => bigint>} */ (instance.exports);
  /** The last steps of murmur3, each round upon the one before: so its time tells of the processor more than of the compiler. */
  const script = () => {
    let word = 0;
    for (let round = 0; round < 2 ** 22; round++) {
      word = (word + 0x9e3779b9) | 0;
      word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
      word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
      word ^= word >>> 16;
    }
    return BigInt(word >>> 0);
  };
  fill?.();
  const all = new Map(Object.entries({ arithmetic, memory, script }));
  return loops.map((name) => {
    const work = all.get(name);
    let checksum = 0n;
    const times = [];
    for (let run = 0; run < runs; run++) {
      const started = performance.now();
      checksum = BigInt.asUintN(64, work?.() ?? 0n);
      times.push(performance.now() - started);
    }
    return { name, checksum: checksum.toString(16).padStart(16, '0'), times };
  });
}

/**
 * Prints a line for each loop.
 * @param {import('playwright-core').Page} [page] where, if not here in Node
 */
export async function calibrate(page) {
  // Nothing that is measured in Node is JavaScript.
  const loops = page ? ['arithmetic', 'memory', 'script'] : ['arithmetic', 'memory'];
  const given = { bytes, runs: WARM_UP_RUNS + RUNS, loops };
  const timed = await (page ? page.evaluate(time, given) : time(given));
  for (const { name, checksum, times } of timed) {
    const measured = times.slice(WARM_UP_RUNS);
    print({ calibration: name, median_ms: median(measured), slow_ms: part(measured, 0.9), checksum });
  }
}
