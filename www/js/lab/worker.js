// The laboratory's worker: answers questions beside the page, searches in slices, so that it can tell how far it is.

/**
 * What the worker does. It is sent there as text, with the engine's own: nothing outside it may be named.
 * @param {Pick<typeof import('#generals'), 'initSync' | 'Lab' | 'LabSearch'>} engine
 */
export function work({ initSync, Lab, LabSearch }) {
  /** Milliseconds of a slice. */
  const SLICE_MS = 40;

  /** @param {unknown} error What crosses to the page: an error's own fields. */
  const told = (error) => ({ .../** @type {object} */ (error), name: /** @type {Error} */ (error).name });

  /** @param {import('#generals').LabSearch} search @param {number} id @param {number} runs how many to try in this slice */
  function go(search, id, runs) {
    const begun = performance.now();
    const progress = search.advance(runs);
    const took = performance.now() - begun;
    postMessage({ id, progress, took });
    if (progress.done) search.free();
    else setTimeout(go, 0, search, id, Math.max(1, Math.round(runs * Math.min(4, SLICE_MS / Math.max(took, 1)))));
  }

  onmessage = ({ data: { module, id, ask, args } }) => {
    try {
      if (module) initSync({ module });
      if (ask === 'exhaust' || ask === 'sample') go(LabSearch[/** @type {'exhaust' | 'sample'} */ (ask)](args[0]), id, 1);
      else if (ask) {
        const lab = /** @type {Record<string, (...args: any[]) => unknown>} */ (/** @type {unknown} */ (Lab));
        postMessage({ id, answer: lab[ask](...args) });
      }
    } catch (error) {
      postMessage({ id, error: told(error) });
    }
  };
}
