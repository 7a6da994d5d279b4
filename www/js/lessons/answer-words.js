// An answer of the engine in words.

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./types.js').Answer} Answer */

/** @param {Speech} say @param {Answer} answer */
export function answerWords(say, answer) {
  if (typeof answer === 'number') return say.number(answer);
  if (typeof answer === 'boolean') return say.t(answer ? 'lesson.yes' : 'lesson.no');
  if (answer === null) return say.t('lesson.none');
  if (answer === '') return say.t('lesson.nothing');
  if (answer === 'A' || answer === 'R') return say.order(answer);
  // The conditions that are broken.
  if (/^[a-z]+(\.[a-z]+)*$/.test(answer)) return say.list(answer.split('.').map((condition) => say.t(`lesson.broken.${condition}`)));
  return answer;
}
