// For unit tests: the laboratory's worker in the same thread.

import * as api from '#engine';
import { work } from '../lab/worker.js';

/** @returns {import('./work.js').Lab} */
export function laboratoryHere() {
  /** @type {Map<number, (told: any) => void>} */
  const waiting = new Map();
  let last = 0;
  /** @type {any} */
  const thread = globalThis;
  thread.onmessage = null;
  thread.postMessage = (/** @type {any} */ told) => waiting.get(told.id)?.(told);
  work(/** @type {any} */ ({ ...api, initSync: () => {} }));
  /** @param {string} ask @param {unknown[]} args @param {(told: any) => void} heard */
  function send(ask, args, heard) {
    waiting.set(++last, heard);
    thread.onmessage({ data: { id: last, ask, args } });
  }
  return {
    ask: (ask, ...args) => new Promise((resolve, reject) => send(ask, args, ({ answer, error }) => (error ? reject(error) : resolve(answer)))),
    search: (kind, link, heard, most) => void send(kind, [link, most], heard),
  };
}
