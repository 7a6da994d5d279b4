// The one sentence of a step where runs are told by the rules that fire: the letter that comes, and what its reader comes to by it.

import { specOf } from '../state/engine.js';
import { roundStart } from '../state/motion.js';
import { givenOrder, givenTo, isSeen, povOf, visibleSteps } from '../state/pov.js';
import { hasOpinions } from '../state/spec.js';
import { liesOf, silencesIn } from '../state/session-cache.js';
import { clause, sides, some, tellMessage, tellOpinions } from '../words/narrate.js';
import { firedAt, leadersOf } from './fired.js';
import { leaderName, partName, partOfRound } from '../words/part-words.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../words/i18n.js').Part} Words */
/** @typedef {import('../state/engine.js').Message} Message */
/** @typedef {import('./fired.js').Fired} Fired */

/** @param {Speech} say @returns {Words} */
const gap = (say) => ({ tone: '', text: say.t('gap') });

/** Sentences one after another. @param {Speech} say @param {Words[][]} all */
const joined = (say, all) => all.filter((parts) => parts.length > 0).flatMap((parts, i) => (i === 0 ? parts : [gap(say), ...parts]));

/**
 * The key of what a liar was to say. Where letters are slow his word is for what he started with, whatever has come in: an honest
 * general might say another.
 * @param {Speech} say @param {string} protocol @param {Message['said']} said @param {Message['honest']} honest
 */
function meantKey(say, protocol, said, honest) {
  const isSlow = specOf(protocol).model !== 'synchronous';
  if (honest === null) return isSlow ? 'say.lie.slow.nothing' : 'say.lie.nothing';
  const [lie, withheld] = isSlow ? ['say.lie.slow', 'say.withheld.slow'] : ['say.lie', 'say.withheld'];
  return say.under(said === null ? withheld : lie, honest);
}

/** The letter, and whether it is a lie or is not counted. @param {Speech} say @param {string} protocol @param {Message} event @param {import('#generals').By} [form] in which it may say less @returns {Words[]} */
export function tellPart(say, protocol, event, form) {
  const { part, said, honest, lie } = event;
  if (!part) return [];
  const who = { from: say.general(event.from), to: say.general(event.to), order: say.order(said), phase: part.phase, part: partName(say, protocol, part) };
  const told = said === null ? 'say.nothing' : say.under(say.under(`say.${part.kind}`, said), `${form}`);
  const meant = meantKey(say, protocol, said, honest);
  return joined(say, [
    say.parts(told, who),
    lie ? say.parts(meant, { honest: say.order(honest) }) : [],
    event.refused && said !== null ? say.parts(say.under('say.refused', event.refused), who) : [],
  ]);
}

/** What another rule of the same moment says already. @param {Fired} fired @param {Fired[]} all */
function isSaid({ mark, general }, all) {
  const others = all.filter((other) => other.general === general && other.mark !== mark).map((other) => other.mark);
  if (mark === 'opinion') return others.length > 0;
  return (mark === 'adopt' || mark === 'majority') && others.includes('sure');
}

/**
 * What generals come to, those together who come to the same.
 * @param {Speech} say @param {string} protocol @param {Fired[]} all @param {ReadonlyMap<number, number>} [leaders] who leads each phase @returns {Words[]}
 */
export function tellFired(say, protocol, all, leaders = new Map()) {
  /** @type {Map<string, Fired[]>} */
  const groups = new Map();
  for (const fired of all) {
    if (isSaid(fired, all)) continue;
    const own = fired.mark === 'follows' && fired.from === fired.general;
    const key = [fired.mark, fired.word, fired.phase, fired.from ?? '', own].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), fired]);
  }
  // What follows of the others comes last.
  const isLast = (/** @type {Fired[]} */ [{ mark }]) => Number(mark === 'opinion' || mark === 'decide');
  return joined(say, [...groups.values()].sort((a, b) => isLast(a) - isLast(b)).map((group) => tellGroup(say, protocol, group, leaders)));
}

/** Who gave up waiting, for whom, and whom they ask to lead instead. @param {Speech} say @param {Fired[]} group @param {ReadonlyMap<number, number>} leaders */
function tellTimeOut(say, group, leaders) {
  const [{ phase }] = group;
  const [leader, next] = [leaders.get(phase), leaders.get(phase + 1)];
  const who = { who: some(say, group.map(({ general }) => general)), count: group.length, phase };
  if (leader === undefined || next === undefined) return say.parts('came.time-out', who);
  return say.parts('came.time-out.next', { ...who, leader: say.general(leader), next: say.general(next) });
}

/** The key of a decision that votes have made, which some protocols call otherwise. @param {Speech} say @param {string} protocol */
function decidedKey(say, protocol) {
  const own = say.under('came.decide', protocol);
  return own === 'came.decide' ? 'came.decide.votes' : own;
}

/** @param {Speech} say @param {string} protocol @param {Fired[]} group @param {ReadonlyMap<number, number>} leaders */
function tellGroup(say, protocol, group, leaders) {
  const [{ mark, word, phase, votes, needed, from, general }] = group;
  if (mark === 'time-out') return tellTimeOut(say, group, leaders);
  const key = mark === 'follows' && from === general ? 'came.follows.own' : mark === 'decide' && needed ? decidedKey(say, protocol) : mark === 'lead' && votes === 0 ? 'came.lead.free' : say.under(`came.${mark}`, `${word}`);
  return say.parts(key, {
    who: some(say, group.map((fired) => fired.general)),
    count: group.length,
    order: say.order(word),
    phase,
    votes: votes ?? 0,
    needed: needed ?? 0,
    asked: (needed ?? 1) - 1,
    leader: from ? leaderName(say, protocol, from) : '',
  });
}

/** Null where a commander who decides nothing begins it, as elsewhere. @param {State} s @param {Speech} say */
function beginning(s, say) {
  if (s.spec?.inputs === 'commander') return null;
  const viewer = povOf(s);
  const { n = 0 } = s.scenario ?? {};
  if (hasOpinions(s)) {
    const parts = tellOpinions(say, Array.from({ length: n }, (_, i) => givenTo(s, i + 1)), viewer);
    return s.spec?.model === 'synchronous' ? parts : joined(say, [parts, say.parts('begin.slow')]);
  }
  const order = givenOrder(s);
  const commander = say.general(1);
  if (order === null) return joined(say, [say.parts('begin.leader.unknown', { commander, who: say.general(viewer ?? 1) }), waitedAtOnce(s, say)]);
  const held = viewer === null ? heldAtOnce(s) : 0;
  const told = { commander, order: say.order(order) };
  return joined(say, [held > 0 ? say.parts('begin.leader.held', { ...told, count: held }) : say.parts('begin.leader', told), waitedAtOnce(s, say)]);
}

/** What all do in the end, and who never decides. @param {Speech} say @param {string} protocol @param {Record<string, import('../state/types.js').Order | null>} decisions @returns {Words[]} */
export function tellEnd(say, protocol, decisions) {
  const { attack, retreat } = sides(decisions);
  const never = Object.keys(decisions).map(Number).filter((id) => decisions[id] === null).sort((a, b) => a - b);
  const undecided = never.length > 0 ? say.parts(say.under('end.undecided', protocol), { who: some(say, never), count: never.length }) : [];
  const all = [...attack, ...retreat];
  if (all.length === 0) return never.length > 0 ? undecided : say.parts('end.nobody');
  const told =
    attack.length > 0 && retreat.length > 0
      ? say.parts('end.split', { attackers: clause(say, attack, 'A'), retreaters: clause(say, retreat, 'R') })
      : say.parts(say.under('end.all', protocol), { who: some(say, all), count: all.length, order: say.order(attack.length > 0 ? 'A' : 'R') });
  return joined(say, [told, undecided]);
}

/** A whole round on the road, and once it is over what it came to. @param {State} s @param {Speech} say @param {number} round @param {number} progress */
function tellRound(s, say, round, progress) {
  const { session, perRound, scenario, spec } = s;
  if (!session || !scenario) return [];
  const part = partOfRound(s, round);
  const isSlow = spec?.model !== 'synchronous';
  const leader = part?.leader ? leaderName(say, scenario.protocol, part.leader) : '';
  const told = isSlow ? say.parts(round === 1 ? 'round.slow.first' : 'round.slow', { before: String(round - 1) }) : say.parts(`round.of.${part?.kind}`, { leader });
  const lies = povOf(s) === null ? liesOf(session, round).length - silencesIn(session, round) : 0;
  const came = isSlow || progress < 1 ? [] : cameOf(s, say, roundStart(perRound, round + 1));
  return joined(say, [told, lies > 0 ? say.parts('round.lies', { count: lies }) : [], came]);
}

/** What came of a step, as far as whoever looks can know. @param {State} s @param {Speech} say @param {number} step */
function cameOf(s, say, step) {
  const { session, scenario } = s;
  if (!session || !scenario) return [];
  const viewer = povOf(s);
  const fired = firedAt(session, scenario.n, step).filter(({ general }) => viewer === null || viewer === general);
  return tellFired(say, scenario.protocol, fired, leadersOf(session));
}

/** Those who have waited in vain before any letter came. @param {State} s @param {Speech} say */
function waitedAtOnce(s, say) {
  const { session, scenario } = s;
  if (!session || !scenario) return [];
  const viewer = povOf(s);
  const fired = firedAt(session, scenario.n, 0).filter(({ mark, general }) => mark === 'time-out' && (viewer === null || viewer === general));
  return tellFired(say, scenario.protocol, fired, leadersOf(session));
}

/** How many of the letters that the leader sends first are held past all patience. @param {State} s */
const heldAtOnce = ({ session }) => session?.queue().filter(({ event, held }) => event.from === 1 && event.sent === 0 && event.part?.phase === 1 && held === 0).length ?? 0;

/**
 * The sentence of this moment.
 * @param {State} s @param {Speech} say @returns {Words[] | null}
 */
export function sentence(s, say) {
  const { session, motion, cursor, scenario } = s;
  if (!session || !scenario) return null;
  if (motion?.what === 'round') return tellRound(s, say, motion.round, motion.progress);
  if (cursor === 0) return beginning(s, say);
  const event = session.event(cursor);
  const viewer = povOf(s);
  if (event.kind === 'decide') return tellEnd(say, scenario.protocol, viewer === null ? event.decisions : viewer in event.decisions ? { [viewer]: event.decisions[viewer] } : {});
  const came = cameOf(s, say, cursor);
  if (!isSeen(visibleSteps(s), cursor)) return joined(say, [say.parts('fog.unseen', { who: say.general(viewer ?? 1) }), came]);
  const letter = viewer === null ? event : { ...event, honest: null, lie: false, refused: viewer === event.to ? event.refused : undefined };
  return joined(say, [letter.part ? tellPart(say, scenario.protocol, letter, scenario.by) : tellMessage(say, letter, undefined, s.spec?.inputs), came]);
}
