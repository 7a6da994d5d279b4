// Vectors of opinions: how they are spelled, who has the same one, and at which opinion they part. Pure; the engine made them.

import { some } from './narrate.js';

/** @typedef {import('./i18n.js').Speech} Speech */
/** @typedef {import('./i18n.js').Part} Part */
/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../state/types.js').Scenario} Scenario */
/** @typedef {Record<string, string>} Vectors of each loyal general, by his number: a letter a general */
/** @typedef {{vector: string, ids: number[]}} Same those who end with one vector */

/** Longer vectors are spelled in groups of so many letters, or nobody could count them. */
const GROUP = 4;
/** More different vectors than this are not spelled. */
const TOLD = 3;
/** From this length on letters stand close together. */
const LONG = 9;

/** More letters than this are no sentence: the inspector shows them all. */
const SPELLED = 24;

/** “A R A A”, not broken at the end of a line; of many generals “ARAA RAAR A”, of very many their beginning. @param {string} vector */
export function spelled(vector) {
  if (vector.length < LONG) return [...vector].join('\u00a0');
  const groups = vector.slice(0, SPELLED).match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
  return groups.join(' ') + (vector.length > SPELLED ? ' …' : '');
}

/** Everyone by his vector, the one that most have first. @param {Vectors} vectors @returns {Same[]} */
export function shared(vectors) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const [id, vector] of Object.entries(vectors)) groups.set(vector, [...(groups.get(vector) ?? []), Number(id)]);
  return [...groups].map(([vector, ids]) => ({ vector, ids })).sort((a, b) => b.ids.length - a.ids.length || a.ids[0] - b.ids[0]);
}

/** The generals about whose opinion not all vectors say the same. @param {Vectors} vectors @returns {number[]} */
export function disputed(vectors) {
  const all = Object.values(vectors);
  const length = all[0]?.length ?? 0;
  return Array.from({ length }, (_, i) => i + 1).filter((id) => all.some((vector) => vector[id - 1] !== all[0][id - 1]));
}

/** The loyal generals whose opinion is another in this vector. @param {string} vector @param {Pick<Scenario, 'i' | 'traitors'>} scenario @returns {number[]} */
export const mistaken = (vector, { i = '', traitors }) =>
  Array.from(vector, (_, at) => at + 1).filter((id) => !traitors.includes(id) && vector[id - 1] !== i[id - 1]);

/** How often the word stands in a vector. @param {string} vector @param {Order} order */
const count = (vector, order) => [...vector].filter((word) => word === order).length;

/** “General 2 has A R A A, General 4 has A R R A”; of many different ones some are told. @param {Speech} say @param {Same[]} groups */
function owners(say, groups) {
  const told = groups.slice(0, TOLD).map(({ vector, ids }) => say.t('vector.has', { who: some(say, ids), vector: spelled(vector), count: ids.length }));
  const rest = groups.slice(TOLD).flatMap(({ ids }) => ids);
  const others = rest.length > 0 ? [say.t('vector.others', { who: some(say, rest), count: rest.length })] : [];
  return [...told, ...others].join(say.t('camp.join'));
}

/**
 * The end: what is decided, and the one vector of all, or who has which and about whom they part.
 * @param {Speech} say @param {import('../state/types.js').Verdict['decisions']} decisions @param {Vectors} vectors @returns {Part[]}
 */
export function tellVectors(say, decisions, vectors) {
  const groups = shared(vectors);
  const [first] = groups;
  if (groups.length > 1) {
    const parted = say.parts('vector.parted', { owners: owners(say, groups), of: some(say, disputed(vectors)) });
    return [...say.parts('vector.do', { deeds: deeds(say, decisions) }), { tone: '', text: say.t('gap') }, ...parted];
  }
  const order = decisions[first.ids[0]];
  const values = { who: say.general(first.ids[0]), vector: spelled(first.vector), order: say.order(order), count: count(first.vector, order ?? 'R'), all: first.vector.length };
  const key = first.ids.length === 1 ? 'vector.single' : 'vector.same';
  return [...say.parts(majorityOf(first.vector), values), { tone: '', text: say.t('gap') }, ...say.parts(key, values)];
}

/** What a vector decides, as a key. @param {string} vector */
const majorityOf = (vector) => (2 * count(vector, 'A') === vector.length ? 'vector.tie' : 'vector.majority');

/** “General 2 attacks, General 4 retreats”. @param {Speech} say @param {import('../state/types.js').Verdict['decisions']} decisions */
function deeds(say, decisions) {
  const of = (/** @type {Order} */ order) => Object.keys(decisions).filter((id) => decisions[id] === order).map(Number);
  const sides = /** @type {Order[]} */ (['A', 'R']).filter((order) => of(order).length > 0);
  return sides.map((order) => say.t(`does.${order}`, { who: some(say, of(order)), count: of(order).length })).join(say.t('camp.join'));
}

/**
 * Why a condition holds or not, of vectors.
 * @param {Speech} say @param {import('../state/types.js').Verdict} verdict @param {'agreement' | 'validity'} condition
 * @param {Pick<Scenario, 'i' | 'traitors'>} scenario
 */
export function becauseOf(say, { vectors = {}, agreement, validity }, condition, scenario) {
  const [first] = shared(vectors);
  if (condition === 'validity') {
    if (validity.holds !== false) return say.t('validity.holds.vector');
    const [witness] = validity.witnesses;
    const of = mistaken(vectors[witness] ?? '', scenario);
    const values = { who: say.general(witness), of: say.general(of[0]), order: say.order(orderAt(scenario.i, of[0])), other: say.order(orderAt(vectors[witness], of[0])) };
    return say.t('validity.broken.vector', values);
  }
  if (!agreement.holds) {
    const two = Object.fromEntries(agreement.witnesses.map((id) => [id, vectors[id]]));
    return say.t('agreement.broken.vector', { owners: owners(say, shared(two)) });
  }
  const values = { who: say.general(first.ids[0]), vector: spelled(first.vector) };
  return say.t(first.ids.length === 1 ? 'agreement.single.vector' : 'agreement.holds.vector', values);
}

/** What a vector says of a general. @param {string | undefined} vector @param {number} general @returns {Order} */
const orderAt = (vector, general) => (vector?.[general - 1] === 'A' ? 'A' : 'R');
