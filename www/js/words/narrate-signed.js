// The sentence of a step where messages are signed: who shows whom which order, under whose seals, and what is thrown away.

/** @typedef {import('./i18n.js').Speech} Speech */
/** @typedef {import('./i18n.js').Part} Part */
/** @typedef {import('../state/engine.js').Message} Message */
/** @typedef {import('../state/types.js').Scenario} Scenario */

/** “General 1”, or “Generals 1 and 3”, in the order of signing. @param {Speech} say @param {number[]} signers */
export const signersOf = (say, signers) => say.generals(signers);

/**
 * @param {Speech} say @param {Message} event
 * @param {number | null} forged whose seal does not hold, of a letter that is refused
 * @returns {Part[]}
 */
export function tellLetter(say, event, forged) {
  const { said, honest, path } = event;
  const first = path.length === 1;
  const what = first ? 'order' : 'relay';
  const values = {
    from: say.general(event.from),
    to: say.general(event.to),
    order: say.order(said),
    honest: say.order(honest),
    by: signersOf(say, path),
    before: first ? '' : signersOf(say, path.slice(0, -1)),
    forged: forged === null ? '' : say.general(forged),
  };
  if (said === null) return say.parts(honest === null ? 'tell.sm.nothing' : `tell.sm.${what}.silent`, values);
  if (event.refused) return say.parts(forged === null ? 'tell.sm.refused' : 'tell.sm.forged', values);
  if (!event.lie) return say.parts(`tell.sm.${what}`, values);
  return say.parts(honest === null ? `tell.sm.${what}.more` : `tell.sm.${what}.lie`, values);
}

/**
 * While a whole round rides.
 * @param {Speech} say @param {number} round @param {Scenario} scenario @param {number} lies @param {number} refused
 * @returns {Part[]}
 */
export function tellLetters(say, round, scenario, lies, refused) {
  const parts = say.parts(round > 1 ? 'round.sm.relays' : scenario.n === 2 ? 'round.sm.orders.single' : 'round.sm.orders', {
    commander: say.general(1),
    before: String(round - 1),
  });
  const gap = { tone: '', text: say.t('gap') };
  if (lies > refused) parts.push(gap, ...say.parts('round.lies', { count: lies }));
  if (refused > 0) parts.push(gap, ...say.parts('round.sm.refused', { count: refused }));
  return parts;
}

/**
 * The rounds before this step in which nobody had anything to show: they have no step of their own.
 * @param {(number | null)[]} perRound @param {number} round 1 more than the last for the decision
 * @returns {number[]}
 */
export function quietBefore(perRound, round) {
  const quiet = [];
  for (let r = round - 1; r >= 1 && perRound[r - 1] === 0; r--) quiet.unshift(r);
  return quiet;
}

/** “In rounds 3 and 4 nobody has anything new to show.” @param {Speech} say @param {number[]} rounds @returns {Part[]} */
export function tellQuiet(say, rounds) {
  if (rounds.length === 0) return [];
  const list = say.list(rounds.map(String));
  return [...say.parts('round.sm.quiet', { count: rounds.length, list }), { tone: '', text: say.t('gap') }];
}
