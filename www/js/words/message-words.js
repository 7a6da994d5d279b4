// The words of a message's note: how a quotation opens, what stands beside each choice, how a liar is compared with an honest general. Pure.

/** @typedef {import('../state/engine.js').Message} Message */
/** @typedef {import('../state/lies.js').Choice} Choice */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('./i18n.js').Speech} Speech */
/** @typedef {import('./narrate.js').Inputs} Inputs */

/** What stands before the word: “General 1 said …”. @param {Speech} say @param {number[]} path @param {Inputs} [inputs] */
export function opening(say, path, inputs) {
  if (path.length === 1) return say.t(say.under('message.order', inputs));
  const [first, ...others] = path.slice(0, -1);
  const begin = say.t('message.quote', { who: others.length > 0 ? say.id(first) : say.general(first) });
  return others.reduce((inner, id) => say.t('quote.next.short', { who: say.id(id), inner }), begin);
}

/** What stands beside a choice. @param {Speech} say @param {Choice} choice @param {Message} event @param {Word | undefined} heard @param {boolean} chosen @param {Inputs} [inputs] */
export function remark(say, choice, event, heard, chosen, inputs) {
  const order = say.order(event.honest);
  if (event.part) {
    if (choice === 'T') return say.t(event.honest === null ? 'choice.sm.truth.nothing' : 'choice.sm.truth', { order });
    return chosen ? say.t(event.lie ? 'choice.lie' : 'choice.true') : '';
  }
  if (choice === 'T') {
    if (event.path.length === 1) return say.t(say.under('choice.truth.order', inputs), { order });
    return say.t(heard === null ? 'choice.truth.unheard' : 'choice.truth', { order });
  }
  if (choice === 'N') return say.t(chosen && event.lie ? 'choice.nobody.lie' : 'choice.nobody');
  if (chosen) return say.t(event.lie ? 'choice.lie' : 'choice.true');
  return say.t(event.path.length === 1 ? say.under('choice.whatever.order', inputs) : 'choice.whatever');
}

/**
 * The same of a signed letter: what he can show, and whose seal a forgery would lack.
 * @param {Speech} say @param {Choice} choice @param {Message} event @param {number | null} forged
 */
export function remarkSigned(say, choice, event, forged) {
  if (choice === 'T') return say.t(event.honest === null ? 'choice.sm.truth.nothing' : 'choice.sm.truth', { order: say.order(event.honest) });
  if (choice === 'N') return say.t('choice.sm.nobody');
  return forged === null ? say.t('choice.sm.good') : say.t('choice.sm.forged', { who: say.general(forged) });
}

/** The key of the sentence that compares him with an honest general. @param {Pick<Message, 'lie' | 'path'>} event @param {Word} told */
export function judgement({ lie, path }, told) {
  if (path.length === 1) return lie ? 'message.honest.order' : 'message.true.order';
  if (lie) return 'message.honest';
  return told === null ? 'message.true.unheard' : 'message.true';
}
