// The laboratory's worker: answers questions beside the page, searches in slices, so that it can tell how far it is.

/** @typedef {import('#generals').Lie[]} Lies */

/**
 * What the worker does. It is sent there as text, with the engine's own: nothing outside it may be named.
 * @param {Pick<typeof import('#generals'), 'initSync' | 'Lab' | 'LabSearch' | 'Session'>} engine
 */
export function work({ initSync, Lab, LabSearch, Session }) {
  /** Milliseconds of a slice. */
  const SLICE_MS = 40;

  /** @param {unknown} error What crosses to the page: an error's own fields. */
  const told = (error) => ({ .../** @type {object} */ (error), name: /** @type {Error} */ (error).name });

  /** @param {import('#generals').LabSearch} search @param {number} id @param {number} runs how many to try in this slice @param {number} [most] how many in all, if it is not done before; what was found is always made smaller */
  function go(search, id, runs, most = Infinity) {
    const begun = performance.now();
    const progress = search.advance(Math.min(runs, Math.max(1, most)));
    const took = performance.now() - begun;
    const left = most - runs;
    const over = progress.done || (left <= 0 && !progress.breaks);
    postMessage({ id, progress, took, steps: Math.min(runs, most), over });
    if (over) search.free();
    else setTimeout(go, 0, search, id, Math.max(1, Math.round(runs * Math.min(4, SLICE_MS / Math.max(took, 1)))), left);
  }

  /** The first of these lies, all told in a run, that break a condition; -1: none do. @param {string} link @param {Lies[]} all */
  function broken(link, all) {
    const base = Session.open(link);
    const found = all.findIndex((lies) => {
      const run = base.fork({ lies });
      const verdict = run.verdict();
      run.free();
      return [verdict.agreement, verdict.validity].some((condition) => condition?.holds === false);
    });
    base.free();
    return found;
  }

  onmessage = ({ data: { module, id, ask, args } }) => {
    try {
      if (module) initSync({ module });
      if (ask === 'exhaust' || ask === 'sample') go(LabSearch[/** @type {'exhaust' | 'sample'} */ (ask)](args[0]), id, 1, args[1]);
      else if (ask === 'broken') postMessage({ id, answer: broken(args[0], args[1]) });
      else if (ask) {
        const lab = /** @type {Record<string, (...args: any[]) => unknown>} */ (/** @type {unknown} */ (Lab));
        postMessage({ id, answer: lab[ask](...args) });
      }
    } catch (error) {
      postMessage({ id, error: told(error) });
    }
  };
}
