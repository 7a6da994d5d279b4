// What a fork changed, told in few words: for the list of forks and for the announcement.

import { slotKey } from '../state/lies.js';

/** @typedef {import('../state/types.js').Scenario} Scenario */
/** @typedef {import('../state/types.js').Lie} Lie */
/** @typedef {import('./i18n.js').Speech} Speech */

/** @param {Speech} say @param {Lie} lie */
function tellLie(say, { path, to, said }) {
  const who = { from: say.id(path[path.length - 1]), to: say.id(to) };
  return said === null ? say.t('fork.nobody', who) : say.t('fork.lie', { ...who, order: say.order(said) });
}

/**
 * What the second scenario has that the first has not.
 * @param {Speech} say @param {Scenario} before @param {Scenario} after
 */
export function tellFork(say, before, after) {
  /** @type {string[]} */
  const told = [];
  if (after.protocol !== before.protocol) told.push(say.t(`protocol.${after.protocol}`));
  if (after.n !== before.n) told.push(say.t('generals.counted', { count: after.n }));
  if (after.m !== before.m) told.push(say.t('fork.m', { m: after.m, count: after.m + 1 }));
  if (after.order !== before.order && after.order !== null && before.order !== null) told.push(say.t('fork.order', { order: say.order(after.order) }));
  if (after.n === before.n) {
    told.push(...tellOpinions(say, before.i, after.i));
    for (const id of after.traitors)
      if (!before.traitors.includes(id)) told.push(say.t('fork.traitor', { who: say.general(id) }));
    for (const id of before.traitors) if (!after.traitors.includes(id)) told.push(say.t('fork.loyal', { who: say.general(id) }));
  }
  if (told.length > 0) return told.join(say.t('fork.join'));
  if (after.strategy !== before.strategy) return say.t(say.under(`strategy.${after.strategy}`, after.protocol));
  if (after.seed !== before.seed) return say.t('seed.now', { seed: after.seed });
  return tellLies(say, before.lies, after.lies) ?? tellOwn(say, before, after);
}

/** Whose opinion is another, where both runs have opinions. @param {Speech} say @param {string | undefined} before @param {string | undefined} after */
function tellOpinions(say, before, after) {
  if (!before || !after) return [];
  const changed = [...after].flatMap((word, i) => (word === before[i] ? [] : [{ who: say.general(i + 1), order: say.order(word === 'A' ? 'A' : 'R') }]));
  return changed.length > 1 ? [say.t('fork.opinions', { count: changed.length })] : changed.map((one) => say.t('fork.opinion', one));
}

/** What dialects tell of what their protocol alone knows: by which rule, who is caught, what is delivered when. @param {Speech} say @param {Scenario} before @param {Scenario} after */
function tellOwn(say, { by: old }, { by, lost, q }) {
  const form = say.under('by', `${by ?? 'none'}`);
  if (`${by}` !== `${old}` && form !== 'by') return say.t(form);
  return say.t(say.under('fork.reset', `${by}` === `${old}` ? `${lost ?? (q && 'slow')}` : 'by'), { by: `${by}`, lost: `${lost}` });
}

/** Null: none has changed, or all are gone. @param {Speech} say @param {Lie[]} before @param {Lie[]} after */
function tellLies(say, before, after) {
  const old = new Map(before.map((lie) => [slotKey(lie), lie]));
  const now = new Set(after.map(slotKey));
  const fresh = after.filter((lie) => !old.has(slotKey(lie)) || old.get(slotKey(lie))?.said !== lie.said);
  const gone = before.filter((lie) => !now.has(slotKey(lie)));
  if (fresh.length === 1) return tellLie(say, fresh[0]);
  if (fresh.length > 1) return say.t('fork.lies', { count: fresh.length });
  if (gone.length === 1)
    return say.t('fork.unlie', { from: say.id(gone[0].path[gone[0].path.length - 1]), to: say.id(gone[0].to) });
  return null;
}
