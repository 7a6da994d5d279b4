// Asking the laboratory: one worker, started at the first question and ended with the view.

import { forWorker } from '../state/engine.js';
import { work } from './worker.js';

/** @typedef {import('#generals').SearchProgress} Progress */
/** What an answer, a refusal and a piece of a search look like.
 * @typedef {{id: number, answer?: any, error?: any, progress?: Progress, took?: number, steps?: number, over?: boolean}} Told */

export function laboratory() {
  /** Of whom questions are asked, on his way at first. @type {Promise<Worker> | null} */
  let running = null;
  /** @type {Map<number, (told: Told) => void>} */
  const waiting = new Map();
  let last = 0;

  async function start() {
    const { module, text } = await forWorker();
    const script = `(${work})(${text})`;
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }) => {
      if (data.error && data.error.name !== 'LabError') return fail();
      const heard = waiting.get(data.id);
      if (!data.progress || data.over) waiting.delete(data.id);
      heard?.(data);
    };
    worker.onerror = fail;
    worker.postMessage({ module });
    return worker;
  }

  /** @param {string} ask @param {unknown[]} args @param {(told: Told) => void} heard */
  async function send(ask, args, heard) {
    const id = ++last;
    waiting.set(id, heard);
    running ??= start();
    const asked = running;
    try {
      const worker = await asked;
      // Closed meanwhile, nobody waits for an answer.
      if (running === asked) worker.postMessage({ id, ask, args });
    } catch {
      if (running === asked) fail();
    }
  }

  /** No worker may be started, or it broke: all who wait are told, and the next question tries again. */
  function fail() {
    const told = [...waiting.values()];
    close();
    for (const heard of told) heard({ id: 0, error: { name: 'LabError', code: 'failed', size: 0, nearest: null } });
  }

  /** Ends whatever is under way. */
  function close() {
    running?.then(
      (worker) => worker.terminate(),
      () => {},
    );
    running = null;
    waiting.clear();
  }

  return {
    /** One question; a refusal is thrown as it was there. @param {string} ask @param {unknown[]} args @returns {Promise<any>} */
    ask: (ask, ...args) =>
      new Promise((resolve, reject) => {
        void send(ask, args, ({ answer, error }) => (error ? reject(error) : resolve(answer)));
      }),
    /** A search; closing ends it at once, however long a run takes. @param {'exhaust' | 'sample'} kind @param {string} link @param {(told: Told) => void} heard @param {number} [most] after so many steps it is over */
    search: (kind, link, heard, most) => void send(kind, [link, most], heard),
    close,
  };
}

/** @typedef {ReturnType<typeof laboratory>} Laboratory */
