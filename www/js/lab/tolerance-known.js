// What else is known of a cell on which its form’s own promise is silent: a run that breaks it, or that no form survives so many.

import BROKEN from '../scenario/broken-runs.json' with { type: 'json' };
import { edit, read, START } from '../state/engine.js';

/** @typedef {import('#generals').PromiseCell} Proved */
/** `form`: none for the published one. @typedef {{protocol: import('#generals').Protocol | undefined, form: import('#generals').Variant | undefined, n: number, m: number}} Army */
/** Asks the engine what is promised of a link’s army with so many traitors. @typedef {(link: string, k: number) => Promise<Proved>} Promised */

/** Whether nothing is known of it. @param {Proved} cell */
const isOpen = ({ promised, reason }) => promised === null && reason !== 'nobody-left';

/** A run in which so many traitors break this very army. @param {Army} army @param {number} k */
function runOf({ protocol, form = /** @type {any} */ (''), n, m }, k) {
  const found = BROKEN.find((run) => {
    if (run.protocol !== protocol || run.form !== form) return false;
    const { scenario } = read(run.link);
    return scenario.n === n && scenario.m === m && scenario.traitors.length === k;
  });
  return found?.link;
}

/**
 * What is known of a cell: by its form’s promise, by a run, or because not even the published form survives so many, whatever it is asked for.
 * @param {Promised} promised @param {Army} army @param {number} k @returns {Promise<Proved>}
 */
export async function knownCell(promised, army, k) {
  const { protocol, form, n, m } = army;
  const plain = { protocol, traitors: [], n, m };
  const cell = await promised(edit(START, form ? { ...plain, by: form } : plain), k);
  if (!isOpen(cell)) return cell;
  const link = runOf(army, k);
  if (link) return { kind: 'found', promised: false, reason: cell.reason, link };
  if (!form) return cell;
  const published = await promised(edit(START, plain), k);
  if (published.reason === 'nobody-left') return published;
  const asked = await promised(edit(START, { ...plain, m: k }), k);
  return asked.kind === 'theorem' && asked.promised === false ? asked : cell;
}
