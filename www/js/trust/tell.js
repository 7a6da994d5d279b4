// The sentence of a step in words of an order: who tells whom what, whether that is a lie, whether anybody asks for it, what came out.

import { isSeen, povOf, visibleSteps } from '../state/pov.js';
import { liesOf, silencesIn } from '../state/session-cache.js';
import { clause, sides } from '../words/narrate.js';
import { heardFor, isAsked, isSigning, placeOf, ruleOf, saidIn } from './rules.js';

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../words/i18n.js').Part} Part */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('../state/engine.js').Message} Message */
/** `heard`: what the speaker was told himself, `undefined` where that is not looked up; `isProof`: whom it reaches now holds what convicts the payment service. @typedef {{by: string, heard?: Word | undefined, isProof?: boolean}} Known */

/** @param {Speech} say @param {Part[][]} sentences @returns {Part[]} */
const joined = (say, sentences) => sentences.flatMap((parts, i) => (i === 0 ? parts : [{ tone: '', text: say.t('gap') }, ...parts]));

/**
 * One message.
 * @param {Speech} say @param {Message} event @param {Known} known @returns {Part[]}
 */
export function tellWord(say, event, { by, heard, isProof = false }) {
  const place = placeOf(event);
  const isShown = event.path.length === 2 && event.path[0] === 3;
  const signed = isSigning(by) && event.path[0] === 3;
  const values = {
    from: say.general(event.from),
    to: say.general(event.to),
    order: say.order(event.said),
    honest: say.order(event.honest),
  };
  const unasked = event.lie && event.path.length > 1 && !isAsked(by, place) ? [say.parts(`unasked.${event.from}`)] : [];
  if (event.said === null) {
    const nothing = !event.lie && signed && isShown ? 'tell.none' : 'tell.silent';
    return joined(say, [say.parts(event.lie ? `tell.silent.${place}` : nothing, values), ...unasked]);
  }
  if (event.refused) return say.parts(`tell.forged.${place}`, values);
  const said = event.path.length === 1 && event.from === 1 ? `tell.${place}.${event.said}` : say.under(`tell.${place}`, signed ? 'signed' : undefined);
  const sentences = [say.parts(said, values)];
  if (event.lie) sentences.push(say.parts(lieKey(event, place, heard), values));
  if (isProof) sentences.push(say.parts(`proof.${event.to}`));
  return joined(say, [...sentences, ...unasked]);
}

/** What it is a lie against. @param {Message} event @param {import('./rules.js').Place} place @param {Word | undefined} heard */
function lieKey({ from, path, honest }, place, heard) {
  if (path.length === 1) return from === 1 ? `lie.intent.${honest}` : 'lie.service';
  return heard === null ? 'lie.unheard' : `lie.${place}`;
}

/** Whether whom it reaches now holds two receipts that contradict each other. @param {State} s @param {Message} event */
function isProofNow({ session }, event) {
  const place = placeOf(event);
  if (!session || event.said === null || event.refused || (place !== 'receipt-shown' && place !== 'note-shown')) return false;
  const own = saidIn(session, place === 'receipt-shown' ? 'note' : 'receipt');
  return own !== null && own !== event.said;
}

/** What came out, and by which rule. @param {State} s @param {Speech} say @param {import('../state/types.js').Verdict['decisions']} decisions @param {string} by */
function tellSettled({ verdict }, say, decisions, by) {
  const { attack, retreat } = sides(decisions);
  if (attack.length + retreat.length === 0) return say.parts('settled.nobody');
  const sentences = [
    attack.length && retreat.length
      ? say.parts('settled.split', { attackers: clause(say, attack, 'A'), retreaters: clause(say, retreat, 'R') })
      : say.parts('settled.all', { clause: clause(say, [...attack, ...retreat], attack.length ? 'A' : 'R') }),
  ];
  if (verdict?.consent?.holds === false) sentences.push(say.parts('settled.consent'));
  if (verdict?.delivery?.holds === false) sentences.push(say.parts('settled.delivery'));
  return joined(say, [...sentences, say.parts(`settled.by.${by}`)]);
}

/** While a whole round rides. @param {State} s @param {Speech} say @param {number} round @param {boolean} isFog */
function tellRoundOf({ session, perRound }, say, round, isFog) {
  const sentences = [say.parts(`round.${round}`)];
  if (!session || isFog) return sentences[0];
  const [silent, count] = [silencesIn(session, round), perRound[round - 1] ?? 0];
  const lies = liesOf(session, round).length - silent;
  if (silent > 0) sentences.push(say.parts('round.silences', { count: silent }));
  if (lies > 0) sentences.push(say.parts(count === 1 ? 'round.lies.only' : 'round.lies', { count: lies }));
  return joined(say, sentences);
}

/** The sentence that tells where the run stands. @param {State} s @param {Speech} say @returns {Part[] | null} */
export function sentence(s, say) {
  const { session, scenario, motion, cursor } = s;
  if (!session || !scenario) return null;
  const viewer = povOf(s);
  const by = ruleOf(scenario);
  const unseen = () => say.parts('fog.unseen', { who: say.general(viewer ?? 1) });
  if (motion?.what === 'round') return seesRound(viewer, motion.round) ? tellRoundOf(s, say, motion.round, viewer !== null) : unseen();
  if (cursor === 0) return say.parts(viewer === null || viewer === 1 ? `begin.${scenario.order}` : 'begin.unknown');
  const event = session.event(cursor);
  if (event.kind === 'decide') {
    if (viewer === null) return tellSettled(s, say, event.decisions, by);
    const own = event.decisions[viewer];
    return own ? joined(say, [say.parts('fog.decide', { who: say.general(viewer), order: say.order(own) }), say.parts(`settled.by.${by}`)]) : say.parts('fog.unseen.end', { who: say.general(viewer) });
  }
  if (!isSeen(visibleSteps(s), cursor)) return unseen();
  const isProof = isSigning(by) && isProofNow(s, event) && (viewer === null || viewer === event.to);
  if (viewer !== null) return tellWord(say, { ...event, lie: false }, { by, isProof });
  return tellWord(say, event, { by, heard: heardFor(session, placeOf(event)), isProof });
}

/** Whether those eyes see any message of a round: of the shop's report the customer sees nothing. @param {number | null} viewer @param {number} round */
const seesRound = (viewer, round) => viewer === null || !((viewer === 1 && round === 2) || (viewer === 3 && round === 4));
