// What a comparison says of its two runs: who lies in them and what the order was, what a general heard, and whether he can tell.

import { quotation, some } from '../words/narrate.js';
import { signersOf } from '../words/narrate-signed.js';
import { LISTED } from '../state/session-cache.js';

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../state/types.js').Scenario} Scenario */
/** @typedef {import('../state/engine.js').Received} Received */

/** In a narrow row quotations of quotations name generals by number alone. */
const SHORT_NAMES_FROM = 2;

/** @param {Speech} say @param {Pick<Scenario, 'traitors' | 'order'>} scenario */
export function truthOf(say, { traitors, order }) {
  if (traitors.length === 0) return say.t('pair.truth.nobody', { order: say.order(order) });
  const values = { who: some(say, traitors), order: say.order(order), count: traitors.length };
  return say.t(traitors.includes(1) ? 'pair.truth.commander' : 'pair.truth', values);
}

/** @param {Speech} say @param {Pick<import('../state/types.js').Spec, 'signed' | 'inputs'>} spec of the protocol that is run @param {Received} r */
export function heardAs(say, { signed, inputs }, r) {
  const from = say.general(r.path[r.path.length - 1]);
  if (signed)
    return say.t(r.refused ? 'heard.sm.refused' : 'heard.sm', { from, order: say.order(r.said), by: signersOf(say, r.path) });
  const order = r.path.length === 1;
  if (r.said === null) return say.t(order ? say.under('heard.order.silent', inputs) : 'heard.relay.silent', { from });
  if (order) return say.t(say.under('heard.order', inputs), { from, order: say.order(r.said) });
  return say.t('heard.relay', { from, quote: quotation(say, r.path.slice(0, -1), r.said, SHORT_NAMES_FROM) });
}

/** How much of the run of a side is not in the other; undefined where they are too large to be compared. @param {Speech} say @param {number | undefined} count */
export const differingOf = (say, count) =>
  count === undefined ? say.t('pair.unmarked', { limit: LISTED }) : say.t('pair.differing', { count });

/** One of three answers that never share words, or what he can tell. @param {Speech} say @param {import('./compare-sides.js').Two} two */
export function answerOf(say, two) {
  const [found, general] = [two.other(), two.viewer()];
  if (!found || general === null) return '';
  const who = say.general(general);
  if (two.isAlone()) return say.t('pair.not-for-this', { who });
  const values = { who, tried: found.tried, count: found.tried, f: found.f };
  if (found.kind !== 'world') return say.t(found.kind === 'none-exists' ? 'pair.none-exists' : 'pair.none-found', values);
  if (two.isFoggy()) return say.t('pair.same', { ...values, count: two.heard(0).length });
  const decision = two.side(0)?.verdict?.decisions[String(general)];
  return decision ? say.t('pair.lifted', { ...values, order: say.order(decision) }) : say.t('pair.lifted.silent', values);
}
