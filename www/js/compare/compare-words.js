// What two stages say of a world: who lies in it and what the order was, and what a general heard in it.

import { quotation, some } from '../words/narrate.js';
import { signersOf } from '../words/narrate-signed.js';

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
