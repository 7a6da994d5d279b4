// Which words each rule of decision goes by, as it is defined: those a party decides by. Nobody asks for any other.

/** @typedef {'claim' | 'authorisation' | 'report' | 'receipt' | 'note' | 'receipt-shown' | 'note-shown'} Place */

/** What is told where: the path and whom it reaches. @type {Record<string, Place>} */
const PLACES = { '1-2': 'claim', '1-3': 'authorisation', '1.2-3': 'report', '3-1': 'receipt', '3-2': 'note', '3.1-2': 'receipt-shown', '3.2-1': 'note-shown' };

/** @param {{path: readonly number[], to: number}} slot @returns {Place} */
export const placeOf = ({ path, to }) => PLACES[`${path.join('.')}-${to}`];

/** @type {Place[][]} */
const COMPARED = [['receipt', 'note-shown'], ['note', 'receipt-shown'], ['authorisation']];
/** By the rule: what customer, shop and payment service decide by. Under the first two the customer goes by what she means herself. @type {Record<string, Place[][]>} */
const GROUNDS = {
  shop: [[], ['claim'], ['report']],
  customer: [[], ['claim'], ['authorisation']],
  service: [['receipt'], ['note'], ['authorisation']],
  majority: COMPARED,
  signed: COMPARED,
};

/** The rule of a run. @param {import('../state/types.js').Scenario | null} scenario */
export const ruleOf = (scenario) => (typeof scenario?.by === 'string' ? scenario.by : '');

/** What a party decides by. @param {string} by @param {number} party @returns {Place[]} */
export const groundsOf = (by, party) => GROUNDS[by]?.[party - 1] ?? [];

/** Whether anybody decides by it. @param {string} by @param {Place} place */
export const isAsked = (by, place) => (GROUNDS[by] ?? []).some((places) => places.includes(place));

/** Whether the payment service signs what it says. @param {string} by */
export const isSigning = (by) => by === 'signed';

/** What was said in a place, `undefined` where nothing is told there. @param {import('../state/types.js').Session} session @param {Place} place */
export function saidIn(session, place) {
  for (let step = 1; step < session.length; step++) {
    const event = session.event(step);
    if (event.kind === 'message' && placeOf(event) === place) return event.said;
  }
  return undefined;
}

/** What the speaker of a place was told himself. @type {Partial<Record<Place, Place>>} */
const SOURCES = { report: 'claim', 'receipt-shown': 'receipt', 'note-shown': 'note' };

/** What the speaker was told himself, `undefined` where it is his own word. @param {import('../state/types.js').Session} session @param {Place} place */
export function heardFor(session, place) {
  const source = SOURCES[place];
  return source && saidIn(session, source);
}
