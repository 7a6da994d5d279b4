// What the engine's answers mean, in sentences: on whom each party rests, common friends, the guild, and what the present run teaches.

import { povOf } from '../state/pov.js';
import { brokenCount } from './harm.js';
import { graphOf, restsUnder, tableOf } from './standing.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {{text: string, isGood: boolean}} Told */

/** Customer and payment service, and so on: a sentence begins with its names. @param {Speech} say @param {number[]} ids */
const names = (say, ids) => say.generals(ids);

/** On whom each party rests under the rule of the run, and whether it trusts them: a sentence a party. @param {State} s @param {Speech} say @returns {(Told & {party: number})[]} */
export function restsTold(s, say) {
  return restsUnder(s).map(({ party, on, trusted }) => {
    const kind = on.length === 0 ? 'nobody' : trusted ? 'trusted' : 'doubted';
    return { party, text: say.t(party === 1 ? `rests.${kind}.she` : `rests.${kind}`, { who: say.general(party), on: names(say, on) }), isGood: trusted };
  });
}

/** Whom every two both trust. @param {State} s @param {Speech} say @returns {(Told & {of: [number, number]})[]} */
export function friendsTold(s, say) {
  if (!s.session) return [];
  return graphOf(s.session).pairs.map(({ of, common }) => {
    const [one, other] = of.map(say.general);
    const [own] = common;
    const text =
      common.length === 0
        ? say.t('friends.none', { one, other })
        : common.length === 1 && of.includes(own)
          ? say.t('friends.self', { one, other, who: say.general(own) })
          : say.t('friends.both', { one, other, who: names(say, common) });
    return { of, text, isGood: common.length > 0 };
  });
}

/** Who is still promised anything, and why. @param {State} s @param {Speech} say @returns {Told | null} */
export function guildTold(s, say) {
  if (!s.session || povOf(s) !== null) return null;
  const { guild, naive, consistent } = graphOf(s.session);
  if (!consistent) return { text: say.t('guild.inconsistent'), isGood: false };
  if (guild.length === 0) {
    const why = naive.length > 0 ? say.t('guild.naive', { who: names(say, naive), count: naive.length }) : say.t('guild.reach');
    return { text: `${why}${say.t('gap')}${say.t('guild.empty')}`, isGood: false };
  }
  return { text: say.t('guild.is', { who: names(say, guild), count: guild.length }), isGood: true };
}

/**
 * What the present rule shows that is worth knowing, one thing: more witnesses can be worse; what believing the common friend costs; what signatures
 * do not replace.
 * @param {State} s @param {Speech} say
 * @returns {{text: string, link: string | null} | null} `link`: a run that shows it
 */
export function lessonTold(s, say) {
  if (!s.session || !s.scenario) return null;
  const { rows } = tableOf(s.session);
  const [majority, service] = ['majority', 'service'].map((by) => brokenCount(rows, by));
  if (s.scenario.by === 'majority' && majority > service) return { text: say.t('lesson.majority', { many: majority, few: service }), link: null };
  // Whom both trust is said only where they do.
  const isTrusted = restsUnder(s).every(({ party, trusted }) => party === 3 || trusted);
  if (s.scenario.by === 'service' && service > 0 && isTrusted) return { text: say.t('lesson.service'), link: rows.find(({ by, agreement }) => by === 'service' && agreement !== 'holds')?.agreement ?? null };
  if (s.scenario.by === 'signed') return { text: say.t('lesson.signed'), link: CONSISTENT_LIAR };
  return null;
}

/** She pays, and the payment service tells both that she did not: they agree, and nobody can prove anything. */
export const CONSISTENT_LIAR = 'v=1&p=trust&n=3&t=3&s=honest&x=3-1R_3-2R&by=signed';
