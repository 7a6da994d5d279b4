// What is said of an attack: what came of it, in sentences that never claim more than was tried.

import { clause, plain, sides } from '../words/narrate.js';

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./work.js').Attack} Attack */
/** @typedef {import('./work.js').About} About */
/** @typedef {import('./work.js').Level} Level */
/** @typedef {import('./work.js').Found} Found */

/** What came of an attack: a run that breaks, all tried and none breaks, none found in what was drawn; or nobody knows yet.
 * @param {Attack} attack @param {boolean} isOver @returns {'broken' | 'holds' | 'open' | 'unknown'} */
export function outcomeOf({ found, levels }, isOver) {
  if (found) return 'broken';
  if (!isOver) return 'unknown';
  return levels.every(({ isWhole }) => isWhole) ? 'holds' : 'open';
}

/** @param {readonly Level[]} levels @param {'tried' | 'sampled'} what */
const sum = (levels, what) => levels.reduce((all, level) => all + level[what], 0);

/** The answer in a line. @param {Speech} say @param {Attack} attack @param {{isOver: boolean, isCancelled: boolean}} how */
export function titleOf(say, attack, { isOver, isCancelled }) {
  const { found, levels, count } = attack;
  if (found) return sizeOf(say, found);
  if (isCancelled) return say.t('attack.cancelled', { count });
  const outcome = outcomeOf(attack, isOver);
  if (outcome === 'unknown') return '';
  return outcome === 'holds' ? say.t('attack.none', { count: sum(levels, 'tried') }) : say.t('attack.open', { count: sum(levels, 'sampled') + sum(levels, 'tried') });
}

/** @param {Speech} say @param {Pick<Found, 'traitors' | 'lies'>} found */
function sizeOf({ t }, { traitors, lies }) {
  if (traitors === 0) return t('attack.found.nobody');
  const who = t('attack.traitors', { count: traitors });
  return lies === null ? who : t('attack.found', { traitors: who, lies: t('attack.lies', { count: lies }) });
}

/** Which orders or opinions are gone through. @param {Speech} say @param {Pick<About, 'hasOpinions' | 'isAll'>} about */
const inputs = ({ t }, { hasOpinions, isAll }) => t(`attack.inputs.${hasOpinions ? (isAll ? 'opinions' : 'given') : 'orders'}`);

/** Which armies are gone through, and what of the scenario counts besides. @param {Speech} say @param {About} about @param {readonly number[]} stolen */
export function leadOf(say, about, stolen) {
  const lead = say.t(about.f === 0 ? 'attack.lead.nobody' : 'attack.lead', { n: about.n, f: about.f, count: about.f, inputs: inputs(say, about) });
  return stolen.length === 0 ? [lead] : [lead, say.t('attack.stolen', { who: say.generals([...stolen]) })];
}

/** Without a lie a traitor is as loyal as all. Where all have one order to obey, that nobody breaks it with no traitor says so of this.
 * @param {Found} found @param {About} about */
const needsLie = ({ below, isFewest, lies, traitors }, { hasOpinions }) => traitors > 0 && lies !== null && lies > 0 && (below > 0 || (isFewest && !hasOpinions));

/** Whether nothing smaller breaks, as far as it was tried: fewer traitors, or fewer lies of as many. @param {Found} found @param {About} about */
export const isLeast = (found, about) => found.traitors === 0 || (found.isFewest && found.lies !== null && (found.below >= found.lies || (found.lies === 1 && needsLie(found, about))));

/** How a run that was found is known, and what of it is known to be least. @param {Speech} say @param {Found} found @param {About} about */
export function claimsOf(say, found, about) {
  const { by, traitors, lies, isFewest, below } = found;
  const { t } = say;
  const values = { inputs: inputs(say, about), count: below };
  /** @type {string[]} */
  const all = [];
  // What breaks with nobody a traitor breaks for another reason.
  if ((by === 'ring' || by === 'chain') && traitors > 0) all.push(t(`attack.by.${by}`));
  if (traitors > 0 && !isFewest) all.push(t('attack.fewest.unknown'));
  if (traitors > 1 && isFewest) all.push(t('attack.fewest', values));
  if (!lies) return all;
  if (lies === 1 && needsLie(found, about)) all.push(t(isFewest ? 'attack.no-lie' : 'attack.least', values));
  else if (below >= lies) all.push(t('attack.least', values));
  else all.push(below > 0 ? t('attack.least.part', values) : t('attack.least.unknown'));
  return all;
}

/** What was tried with so many traitors. @param {Speech} say @param {Level} level */
export function levelOf({ t }, { traitors, kind, tried, isWhole, breaks, sampled }) {
  const who = { traitors: t('attack.traitors', { count: traitors }) };
  const what = kind === 'states' ? 'states' : 'runs';
  const parts = tried > 0 ? [t(`attack.level.${breaks ? 'breaks' : isWhole ? 'all' : 'some'}.${what}`, { count: tried })] : [];
  if (sampled > 0) parts.push(t('attack.level.drawn', { count: sampled }));
  return parts.length === 0 ? t('attack.level.too-large', who) : t('attack.level', { ...who, what: parts.join(t('attack.and')) });
}

/** What is tried now. @param {Speech} say @param {Attack} attack */
export function stageOf({ t }, { stage, traitors, place, of }) {
  return t(`attack.stage.${stage}`, { traitors: t('attack.traitors', { count: traitors }), place: place + 1, all: of });
}

/** The run that breaks in a few sentences: with what it begins, its lies, how it ends. @param {Speech} say @param {import('../lab/found-telling.js').Told} told */
export function sentencesOf(say, { scenario, lies, verdict, count }) {
  const more = count - lies.length;
  return [beginning(say, scenario), ...lies, ...(more > 0 ? [say.t('lab.more', { count: more })] : []), ending(say, verdict)];
}

/** @param {Speech} say @param {import('../state/types.js').Verdict} verdict */
function ending(say, { decisions }) {
  const { attack, retreat } = sides(decisions);
  const [attackers, retreaters] = [clause(say, attack, 'A'), clause(say, retreat, 'R')];
  if (attack.length > 0 && retreat.length > 0) return say.t('attack.end.split', { attackers, retreaters });
  return say.t('attack.end', { all: attack.length > 0 ? attackers : retreaters });
}

/** @param {Speech} say @param {import('../state/types.js').Scenario} scenario */
function beginning(say, { i, order, traitors }) {
  if (i !== undefined) {
    const of = (/** @type {string} */ one) => [...i].flatMap((opinion, at) => (opinion === one ? [at + 1] : []));
    const [attackers, retreaters] = [of('A'), of('R')];
    if (attackers.length === 0 || retreaters.length === 0) return say.t('attack.begin.alike', { order: say.order(attackers.length > 0 ? 'A' : 'R') });
    return say.t('attack.begin.opinions', { attackers: say.ids(attackers), retreaters: say.ids(retreaters) });
  }
  const commander = say.general(1);
  return traitors.includes(1) ? say.t('attack.begin.traitor', { commander }) : say.t('attack.begin.order', { commander, order: say.order(order ?? 'A') });
}

/** A condition of the run and how it came out. @param {Speech} say @param {import('../lab/found-telling.js').Told} told @param {import('../words/outcome.js').Condition} condition */
export const conditionOf = (say, { spec }, condition) => plain(say.parts(say.under(condition, spec.task)));
