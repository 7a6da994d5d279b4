// Where letters are slow one can also wait: what comes of it, beside what the general himself does. Pure.

import { isSlow } from '../state/spec.js';

/**
 * What there is to say where the reader waits, or the general never decides; null: it is told as elsewhere.
 * @param {Pick<import('../state/types.js').State, 'advised' | 'verdict' | 'spec'>} s @param {import('../words/i18n.js').Speech} say
 * @param {boolean} [isJudged] with the fog lifted: what it would do to the verdict
 */
export function waited({ advised, verdict, spec }, say, isJudged = false) {
  const own = advised ? verdict?.decisions[advised.general] : undefined;
  if (!advised || own === undefined || !isSlow({ spec })) return null;
  const values = { who: say.general(advised.general), order: say.order(advised.order === 'wait' ? null : advised.order), own: say.order(own) };
  if (advised.order !== 'wait') return own === null && !isJudged ? say.t('advice.never', values) : null;
  if (isJudged) return say.t(own === null ? 'advice.wait.nothing' : 'advice.wait.breaks', values);
  return say.t(own === null ? 'advice.wait.same' : 'advice.wait.differs', values);
}
