// The verdict in words: why a condition came out as it did, with its witnesses, and what was counted. Pure.

import { clause, sides, some } from '../words/narrate.js';
import { outcome } from '../words/outcome.js';
import { povOf } from '../state/pov.js';
import { owns } from '../state/own.js';
import { stepsTell } from '../state/spec.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Verdict} Verdict */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../words/outcome.js').Condition} Condition */

/**
 * Why: the witnesses, or what all do.
 * @param {Speech} say @param {Verdict} verdict @param {Condition} condition
 * @param {Pick<import('../state/types.js').Scenario, 'protocol' | 'order' | 'i' | 'traitors'>} scenario
 */
export function because(say, verdict, condition, scenario) {
  if (verdict.vectors && owns.ic?.vectors) return owns.ic.vectors.becauseOf(say, verdict, /** @type {'agreement' | 'validity'} */ (condition), scenario);
  const own = owns.marks?.because?.(say, verdict, condition, scenario);
  if (own) return own;
  const { order } = scenario;
  const inputs = scenario.i === undefined ? 'commander' : 'everyone';
  const { attack, retreat } = sides(verdict.decisions);
  const all = [...attack, ...retreat];
  const { witnesses } = verdict[condition] ?? { witnesses: [] };
  const state = outcome(verdict, condition);
  if (condition !== 'agreement' && condition !== 'validity') return say.t(`${condition}.${state}`, { who: some(say, witnesses), count: witnesses.length });
  if (state === 'free') return say.t('validity.free');
  if (condition === 'agreement') {
    if (state === 'broken') {
      const of = (/** @type {'A' | 'R'} */ order) => clause(say, witnesses.filter((id) => verdict.decisions[id] === order), order);
      return say.t('agreement.broken', { attackers: of('A'), retreaters: of('R') });
    }
    if (all.length === 0) return say.t(say.under('agreement.nobody', inputs));
    if (all.length === 1) return say.t('agreement.single', { who: say.general(all[0]) });
    return say.t('agreement.holds', { clause: clause(say, all, attack.length ? 'A' : 'R') });
  }
  if (state === 'broken')
    return say.t('validity.broken', {
      clause: clause(say, witnesses, order === 'A' ? 'R' : 'A'),
      commander: say.general(1),
      order: say.order(order),
    });
  if (all.length === 0) return say.t(say.under('validity.nobody', inputs));
  return say.t('validity.holds', { who: some(say, all), count: all.length, commander: say.general(1) });
}

/** “9 messages, 1 lie”; in fog nobody counts lies. @param {State} s @param {Speech} say */
export function counts(s, say) {
  if (!s.scenario) return '';
  // Of some even the number tells what he cannot know.
  if (povOf(s) !== null && stepsTell(s)) return '';
  const lies = povOf(s) === null ? (s.verdict?.lies ?? null) : null;
  const messages = say.t('counts.messages', { count: s.total ?? Infinity });
  return lies === null ? messages : say.t('counts.both', { messages, lies: say.t('counts.lies', { count: lies }) });
}
