// Why a condition came out as it did, where generals decide by rules that fire: some may never decide, and nobody commands or one leads. Pure.

import { specOf } from '../state/engine.js';
import { clause, sides, some } from '../words/narrate.js';
import { outcome } from '../words/outcome.js';

/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../state/types.js').Verdict} Verdict */
/** @typedef {import('../words/outcome.js').Condition} Condition */
/** @typedef {Pick<import('../state/types.js').Scenario, 'protocol' | 'order' | 'i' | 'traitors'>} Judged */

/** Who decided what, told apart. @param {Speech} say @param {Verdict['decisions']} decisions @param {readonly number[]} among */
function parted(say, decisions, among) {
  const of = (/** @type {'A' | 'R'} */ order) => clause(say, among.filter((id) => decisions[id] === order), order);
  return { attackers: of('A'), retreaters: of('R') };
}

/** @param {Speech} say @param {Verdict} verdict */
function agreement(say, { decisions, agreement: { holds, witnesses } }) {
  if (!holds) return say.t('because.differ', parted(say, decisions, witnesses));
  const { attack, retreat } = sides(decisions);
  const all = [...attack, ...retreat];
  return all.length === 0 ? say.t('because.none') : say.t('because.same', { clause: clause(say, all, attack.length > 0 ? 'A' : 'R') });
}

/** What the loyal were for, if that is one order. @param {Judged} scenario */
const unanimous = ({ i = '', traitors, order }) => [...i].find((_, at) => !traitors.includes(at + 1)) ?? order ?? 'A';

/** Who does not deliver a loyal leader’s order; he may be among them himself. @param {Speech} say @param {readonly number[]} witnesses */
function unobeyed(say, witnesses) {
  const [commander, others] = [say.general(1), witnesses.filter((id) => id !== 1)];
  if (others.length === 0) return say.t('because.unobeyed.own', { commander });
  const key = others.length < witnesses.length ? 'because.unobeyed.others' : 'because.unobeyed';
  return say.t(key, { who: some(say, others), count: others.length, commander });
}

/** @param {Speech} say @param {Verdict} verdict @param {Judged} scenario */
function validity(say, verdict, scenario) {
  const isLed = scenario.i === undefined;
  const commander = say.general(1);
  const order = say.order(/** @type {'A' | 'R'} */ (isLed ? scenario.order : unanimous(scenario)));
  const { witnesses } = verdict.validity;
  const state = outcome(verdict, 'validity');
  if (state === 'free') return say.t(isLed ? 'because.free.leader' : 'because.free');
  // What nobody decides, nobody decides wrongly: whether they decide is termination's to say.
  const isDecided = Object.values(verdict.decisions).some((one) => one !== null);
  const held = isDecided ? 'because.valid' : 'because.valid.none';
  if (state === 'holds') return say.t(isLed ? 'because.obeyed' : held, { commander, order });
  const did = verdict.decisions[witnesses[0]];
  const who = { who: some(say, witnesses), count: witnesses.length, commander, order };
  if (did !== 'A' && did !== 'R') return isLed ? unobeyed(say, witnesses) : say.t('because.invalid.undecided', who);
  return say.t(isLed ? 'because.disobeyed' : 'because.invalid', { ...who, clause: clause(say, witnesses, did) });
}

/** Who waits in vain, beside whom he waits. @param {Speech} say @param {Verdict['decisions']} decisions @param {readonly number[]} witnesses */
function undelivered(say, decisions, witnesses) {
  const without = witnesses.filter((id) => decisions[id] === null);
  const others = witnesses.filter((id) => decisions[id] !== null);
  return say.t('because.undelivered', { who: some(say, without), count: without.length, others: some(say, others) });
}

/** @param {Speech} say @param {Verdict} verdict @param {string} task */
function termination(say, { decisions, termination: judged }, task) {
  const isDelivery = task === 'reliable-broadcast';
  const { holds = null, witnesses = [] } = judged ?? {};
  if (holds === null) return say.t('because.stopped');
  if (holds === false && isDelivery) return undelivered(say, decisions, witnesses);
  if (holds === false) return say.t('because.undecided', { who: some(say, witnesses), count: witnesses.length });
  if (isDelivery) return say.t(Object.values(decisions).some((order) => order !== null) ? 'because.delivered.all' : 'because.delivered.none');
  return say.t('because.decided.all');
}

/**
 * @param {Speech} say @param {Verdict} verdict @param {Condition} condition @param {Judged} scenario
 * @returns {string | null} null where such runs are told otherwise
 */
export function because(say, verdict, condition, scenario) {
  const { evidence, task } = specOf(scenario.protocol);
  if (evidence !== 'marks') return null;
  if (Object.keys(verdict.decisions).length === 0) return say.t('because.nobody');
  if (condition === 'agreement') return agreement(say, verdict);
  return condition === 'validity' ? validity(say, verdict, scenario) : termination(say, verdict, task);
}
