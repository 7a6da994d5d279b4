// How letters under way are told: who to whom, what, and in which place.

import { messageAt } from '../state/lies.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./queue.js').Row} Row */
/** @typedef {import('#generals').Delay} Delay */

/** What a letter is for. @param {Speech} say @param {import('../state/engine.js').Message} event */
export const sayPart = (say, { part }) => (part ? say.t(`part.${part.kind}`) : '');

/**
 * From whom to whom, and what it is where that is known: two may write to each other more than once.
 * @param {Speech} say @param {number} from @param {number} to @param {string} what
 */
const way = (say, from, to, what) => say.t(what === '' ? 'slow.way' : 'slow.way.of', { from: say.general(from), to: say.general(to), what });

/** A letter: from whom, to whom, what for and in which phase, and what it says. @param {Speech} say @param {string | undefined} protocol @param {import('../state/engine.js').Message} event */
export function letterOf(say, protocol, { from, to, part, said }) {
  const what = part ? say.t(say.under('slow.what', protocol), { part: say.t(`part.${part.kind}`), phase: part.phase, order: say.order(said) }) : say.order(said);
  return way(say, from, to, what);
}

/** A letter’s name: where it stands, who sends it to whom, what it says. @param {Speech} say @param {string | undefined} protocol @param {Row} row */
export function nameOf(say, protocol, { queued: { event }, place, past }) {
  const letter = letterOf(say, protocol, event);
  return place === null ? say.t(past ? 'slow.letter.name.past' : 'slow.letter.name.held', { letter }) : say.t('slow.letter.name', { letter, place });
}

/**
 * The letter that a delay names, by its sender, the last of its position; what it is for is known of one that comes in this run.
 * @param {Speech} say @param {import('../state/types.js').Session} session @param {string | undefined} protocol @param {Delay} delay
 */
export function delayedOf(say, session, protocol, { path, to }) {
  const step = session.stepOf(path, to);
  const part = step === null ? undefined : messageAt(session, step)?.part;
  const what = part ? say.t(say.under('slow.part', protocol), { part: say.t(`part.${part.kind}`), phase: part.phase }) : '';
  return way(say, path[path.length - 1], to, what);
}

/**
 * What a delay does to its letter: it may come sooner or later than it was chosen for, and be none at all.
 * @param {Speech} say @param {import('../state/types.js').Session} session @param {string | undefined} protocol @param {{delay: Delay, isNever: boolean}} edit
 */
export function tellEdit(say, session, protocol, { delay, isNever }) {
  const letter = delayedOf(say, session, protocol, delay);
  const { path, to, step } = delay;
  if (isNever) return say.t('slow.edit.never', { letter });
  const real = session.stepOf(path, to);
  if (real !== null && messageAt(session, real)?.said === null) return say.t('slow.edit.silent', { letter, real });
  if (step === undefined) return say.t('slow.edit.held', { letter });
  if (step === 0) return say.t('slow.edit.past', { letter });
  return say.t(real === null || real === step ? 'slow.edit.step' : 'slow.edit.moved', { letter, step, real: real ?? step });
}

/** Whether nothing of what is under way is to be seen. @param {import('../state/types.js').State} s */
export const isUnseen = (s) => povOf(s) !== null;
