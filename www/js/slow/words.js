// How letters under way are told: who to whom, what, and in which place.

import { povOf } from '../state/pov.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./queue.js').Row} Row */
/** @typedef {import('#generals').Delay} Delay */

/** @param {Speech} say @param {import('../state/engine.js').Message} event */
const who = (say, { from, to }) => ({ from: say.general(from), to: say.general(to) });

/** What a letter is for. @param {Speech} say @param {import('../state/engine.js').Message} event */
export const sayPart = (say, { part }) => (part ? say.t(`part.${part.kind}`) : '');

/** A letter’s name: where it stands, who sends it to whom, what it says. @param {Speech} say @param {Row} row */
export function nameOf(say, { queued: { event }, place, past }) {
  const values = { ...who(say, event), what: [sayPart(say, event), say.order(event.said)].filter(Boolean).join(' ') };
  return place === null ? say.t(past ? 'slow.letter.name.past' : 'slow.letter.name.held', values) : say.t('slow.letter.name', { ...values, place });
}

/** The letter that a delay names: by its sender, the last of its position. @param {Speech} say @param {Delay} delay */
export const wayOf = (say, { path, to }) => ({ from: say.general(path[path.length - 1]), to: say.general(to) });

/** What a delay does. @param {Speech} say @param {{delay: Delay, isNever: boolean}} edit */
export function tellEdit(say, { delay, isNever }) {
  const values = wayOf(say, delay);
  if (isNever) return say.t('slow.edit.never', values);
  if (delay.step === undefined) return say.t('slow.edit.held', values);
  return delay.step === 0 ? say.t('slow.edit.past', values) : say.t('slow.edit.step', { ...values, step: delay.step });
}

/** Whether nothing of what is under way is to be seen. @param {import('../state/types.js').State} s */
export const isUnseen = (s) => povOf(s) !== null;
