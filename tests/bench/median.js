// Timing something a few times and printing the median as the line that `cargo xtask bench` reads.

/** The engine compiles hot wasm anew while it runs: what comes before that is not measured. */
const WARM_UP_RUNS = 10;

/**
 * @param {string} name
 * @param {{runs: number, messages?: number, strategies?: number}} how
 * @param {(run: number) => unknown} work
 */
export function measure(name, { runs, messages, strategies }, work) {
  for (let run = 0; run < Math.min(runs, WARM_UP_RUNS); run++) work(runs + run);
  const times = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    work(run);
    times.push(performance.now() - started);
  }
  print({ name, median_ms: median(times), messages, strategies });
}

/** @param {number[]} values */
export const median = (values) => part(values, 0.5);

/** The value that this part of all are not above. @param {number[]} values @param {number} of 0…1 */
export function part(values, of) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? NaN;
}

/** @param {Record<string, unknown>} measurement */
export const print = (measurement) => console.log(JSON.stringify(measurement));
