// What a comparison says of its two runs: who lies in them and what the order was, what a general heard, and whether he can tell.

import { tellPart } from '../marks/tell.js';
import { heardWords } from '../words/part-words.js';
import { plain, quotation, some, tellMessage } from '../words/narrate.js';
import { signersOf, tellLetter } from '../words/narrate-signed.js';
import { LISTED, sealsOf, votesOf } from '../state/session-cache.js';
import { counted } from '../views/time-front.js';

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../state/types.js').Scenario} Scenario */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/engine.js').Received} Received */

/** In a narrow row quotations of quotations name generals by number alone. */
const SHORT_NAMES_FROM = 2;

/** @param {Speech} say @param {Pick<Scenario, 'traitors' | 'order' | 'lost'>} scenario */
export function truthOf(say, { traitors, order, lost }) {
  if (traitors.length === 0) return say.t(say.under('pair.truth.nobody', `${lost}`), { order: say.order(order), lost: `${lost}` });
  const values = { who: some(say, traitors), order: say.order(order), count: traitors.length };
  return say.t(traitors.includes(1) ? 'pair.truth.commander' : 'pair.truth', values);
}

/**
 * @param {Speech} say @param {Pick<import('../state/types.js').Spec, 'protocol' | 'signed' | 'inputs'>} spec of the protocol that is run @param {Received} r
 * @param {boolean} [short] whether numbers are names
 */
export function heardAs(say, { protocol, signed, inputs }, r, short = false) {
  const own = heardWords(say, protocol, r);
  if (own) return own;
  const last = r.path[r.path.length - 1];
  const from = short ? say.id(last) : say.general(last);
  if (signed) {
    const by = short ? say.ids(r.path) : signersOf(say, r.path);
    return say.t(r.refused ? 'heard.sm.refused' : 'heard.sm', { from, order: say.order(r.said), by });
  }
  const order = r.path.length === 1;
  if (r.said === null) return say.t(order ? say.under('heard.order.silent', inputs) : 'heard.relay.silent', { from });
  if (order) return say.t(say.under('heard.order', inputs), { from, order: say.order(r.said) });
  return say.t('heard.relay', { from, quote: quotation(say, r.path.slice(0, -1), r.said, short ? 1 : SHORT_NAMES_FROM) });
}

/**
 * How much of the run of a side is not in the other; undefined where they are too large to be compared.
 * @param {Speech} say @param {number | undefined} count @param {string} [alike] how it is said that all of it is in the other
 */
export function differingOf(say, count, alike = 'pair.alike') {
  if (count === undefined) return say.t('pair.unmarked', { limit: LISTED });
  return count > 0 ? say.t('pair.differing', { count }) : say.t(alike);
}

/**
 * How it is said that all of a side is in the other: the two are the same, unless the other has more.
 * @param {Speech} say @param {Pick<import('./compare-sides.js').Two, 'side' | 'without' | 'isReordered'>} two @param {boolean} isCounted whether it is seen already how each counts
 */
export function alikeOf(say, two, isCounted) {
  const [left, right] = [two.side(0), two.side(1)];
  if (left?.differing?.size !== 0 || right?.differing?.size !== 0) return 'pair.within';
  if (two.without() === 'form') return say.under('pair.counted', `${right.scenario?.by ?? left.scenario?.by}`);
  return isCounted ? 'pair.counted' : two.isReordered() ? 'pair.reordered' : 'pair.alike';
}

/** How much a run says, where no message of it can be found in the other. @param {Speech} say @param {State} side */
export const countOf = (say, { total }) => say.t('pair.count', { count: Number(total), messages: say.number(total ?? 0) });

/** More rows than this are counted, not listed. */
const ROWS = 6;

/** @typedef {{step: number | null, said: import('../state/types.js').Word, words: string}} Row */

/** What is said on a side and not in the other, message by message, with no word of lies; of many nothing. @param {Speech} say @param {State} side @returns {Row[]} */
export function saidOtherwise(say, { session, differing, spec, scenario }) {
  if (!session || !differing || differing.size > ROWS) return [];
  return [...differing].flatMap((step) => {
    const event = session.event(step);
    if (event.kind !== 'message') return [];
    const bare = { ...event, lie: false };
    const parts = event.part && spec
      ? tellPart(say, spec.protocol, bare, scenario?.by)
      : spec?.signed
      ? tellLetter(say, { ...bare, honest: null }, sealsOf(session, step).forged)
      : tellMessage(say, bare, undefined, spec?.inputs);
    return [{ step, said: event.said, words: plain(parts) }];
  });
}

/** What each who is judged counts, and what comes of it; of many the first. @param {Speech} say @param {State} side @returns {Row[]} */
export function countsOf(say, { session, verdict }) {
  if (!session || !verdict) return [];
  return Object.entries(verdict.decisions)
    .slice(0, ROWS)
    .map(([id, said]) => ({ step: null, said, words: say.t('pair.counts', { who: say.general(Number(id)), count: counted(say, votesOf(session, Number(id))) }) }));
}

/** One of three answers that never share words, or what he can tell. @param {Speech} say @param {import('./compare-sides.js').Two} two */
export function answerOf(say, two) {
  const [found, general] = [two.other(), two.viewer()];
  if (!found || general === null) return '';
  const who = say.general(general);
  if (two.isAlone()) return say.t('pair.not-for-this', { who });
  const values = { who, tried: found.tried, count: found.tried, f: found.f };
  if (found.kind !== 'world') return say.t(found.kind === 'none-exists' ? 'pair.none-exists' : 'pair.none-found', values);
  const count = two.heard(0).length;
  if (two.isFoggy() && count === 0) return say.t(two.isListed() ? 'pair.same.nothing' : 'pair.same.unlisted', values);
  if (two.isFoggy()) return say.t('pair.same', { ...values, count });
  const decision = two.side(0)?.verdict?.decisions[String(general)];
  return decision ? say.t('pair.lifted', { ...values, order: say.order(decision) }) : say.t('pair.lifted.silent', values);
}
