// What is said of where a general stands: a value of the language, what was said to him, what he decides. Pure.

/** @typedef {import('#generals').Standings['generals'][number]} Standing */
/** @typedef {import('#generals').ProgramValue} Value */
/** @typedef {import('../words/i18n.js').Speech} Speech */

/** Most lies that are named one by one. */
const NAMED = 3;

/** A value as the language writes it. @param {Value} value */
export function written(value) {
  if (value === null) return 'silent';
  return value === 'N' ? 'none' : String(value);
}

/** What a general knows by name, what he started with aside where he was given nothing. @param {Speech} say @param {Standing} one @param {string[]} names */
export function valuesSentence({ t, general }, { general: who, values }, names) {
  const known = values.flatMap((value, at) => (at === 0 && value === null ? [] : [t('standing.value', { name: names[at], value: written(value) })]));
  return known.length > 0 ? t('standing.values', { who: general(who), list: known.join(t('standing.comma')) }) : t('standing.knows-nothing', { who: general(who) });
}

/** What was said to him in the round before, as `count` and `said` see it: each word with who said it. @param {Speech} say @param {Standing} one */
export function heardSentence({ t, ids }, { heard }) {
  if (!heard) return '';
  const said = /** @type {const} */ (['A', 'R', 'N']).flatMap((word) => {
    const who = heard.flatMap((one, at) => (one === word ? [at + 1] : []));
    return who.length > 0 ? [t('standing.said', { word: written(word), who: ids(who) })] : [];
  });
  return said.length > 0 ? t('standing.heard', { list: said.join(t('standing.semicolon')) }) : t('standing.heard-nothing');
}

/** Who lied to whom in a round. @param {Speech} say @param {number} line @param {import('./standings.js').Lie[]} lies */
export function liesSentence({ t, list, general }, line, lies) {
  const named = lies.slice(0, NAMED).map(({ from, to }) => t('standing.lied', { from: general(from), to: general(to) }));
  const more = lies.length > NAMED ? [t('standing.lied.more', { count: lies.length - NAMED })] : [];
  return t('standing.lies', { line, list: list([...named, ...more]) });
}
