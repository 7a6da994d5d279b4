// What is done to a letter under way: delivered next, held, let go. Each is a fork that can be undone; the reader stays at his step.

import { messageAt } from '../state/lies.js';
import { deliverAs, hold, letGo, withPast } from './change.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('#generals').Queued} Queued */
/** @typedef {import('#generals').Delay} Delay */
/** @typedef {{path: number[], to: number}} Slot */

/** By lot: what has happened is kept by name. @type {import('#generals').DeliveryOrder} */
const BY_LOT = 'random';

/** @param {Page} page @returns {readonly Delay[]} */
const delaysOf = ({ store }) => store.state.scenario?.d ?? [];

/** The list to be changed: where lots are drawn, with all that has been delivered. @param {Page} page @returns {readonly Delay[]} */
function kept(page) {
  const { session, scenario, cursor } = page.store.state;
  if (!session || scenario?.q !== BY_LOT) return delaysOf(page);
  const steps = Array.from({ length: Math.min(cursor, session.length - 1) }, (_, i) => messageAt(session, i + 1));
  return withPast(delaysOf(page), steps.flatMap((event) => event ?? []));
}

/** Another list; the step stays. @param {Page} page @param {Delay[]} d */
function put({ store }, d) {
  const { cursor } = store.state;
  store.apply({ type: 'edit', changes: { d } });
  store.apply({ type: 'seek', step: cursor });
}

/** It is the next to arrive. @param {Page} page @param {Queued} queued */
export function deliverNext(page, { step, event }) {
  const { cursor } = page.store.state;
  if (step !== cursor + 1) put(page, deliverAs(kept(page), event, cursor + 1));
  page.store.apply({ type: 'step' });
}

/** It waits; `past`: longer than anybody's patience. @param {Page} page @param {Slot} slot @param {boolean} [past] */
export const holdBack = (page, slot, past) => put(page, hold(kept(page), slot, past));

/** It comes in its turn. @param {Page} page @param {Slot} slot */
export const release = (page, slot) => put(page, letGo(delaysOf(page), slot));
