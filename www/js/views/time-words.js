// What is said in and below the figure of space and time, as far as the reader may know it. Pure.

import { roundEnds } from '../state/motion.js';
import { givenOrder, loyalty, povOf } from '../state/pov.js';
import { votesOf } from '../state/session-cache.js';
import { isCommander, isSlow, restsOn } from '../state/spec.js';
import { partOfRound } from '../words/part-words.js';
import { isDecided } from '../state/decided.js';
import { DRAWN } from '../scene/world.js';
import { counted } from './time-front.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../state/engine.js').TimeFigure} TimeFigure */
/** @typedef {import('./time-figure.js').Words} Words */
/** @typedef {import('./time-figure.js').End} End */

/** In fog nothing is drawn that is still to come: the last step that is. @param {State} s @returns {number | null} */
export function lastStep(s) {
  if (povOf(s) === null) return null;
  return s.motion?.what === 'round' ? roundEnds(s.perRound)[s.motion.round - 1] : s.cursor;
}

/** Nothing is known. @type {End} */
const UNKNOWN = { order: null, why: '', traitor: false };

/** What each decides and why. @param {State} s @param {Speech} say @returns {End[]} */
function endsOf(s, say) {
  const { session, scenario, verdict } = s;
  if (!session || !scenario || !verdict) return [];
  const viewer = povOf(s);
  return Array.from({ length: scenario.n }, (_, i) => {
    const id = i + 1;
    if (viewer !== null && (viewer !== id || !isDecided(s))) return UNKNOWN;
    if (!loyalty(s, id)) return { order: null, why: viewer === null ? say.t('time.uncounted') : '', traitor: true };
    if (isCommander(s, id) && s.spec?.inputs === 'commander') return { order: givenOrder(s), why: say.t('time.own'), traitor: false };
    // In runs too large to be drawn, folding every tree takes too long.
    const why = session.length > DRAWN ? '' : counted(say, votesOf(session, id));
    return { order: verdict.decisions[id] ?? null, why, traitor: false };
  });
}

/** What is meant by a round. @param {State} s @param {Speech} say @param {TimeFigure['bands'][number]} band @param {number} index */
function meant(s, say, { grain, messages }, index) {
  if (grain !== 'messages') return say.t('counts.messages', { count: messages });
  const part = s.spec?.model === 'synchronous' ? partOfRound(s, index + 1) : undefined;
  if (part) return say.t(`part.${part.kind}`);
  if (restsOn(s, 'marks')) return '';
  const isSaid = say.under('time.round', `${index + 1}`) !== 'time.round';
  return isSaid ? say.t(say.under(`time.round.${index + 1}`, s.spec?.inputs)) : '';
}

/** What the figure says. @param {State} s @param {Speech} say @param {TimeFigure} figure @returns {Words} */
export const wordsOf = (s, say, { lines, bands }) => ({
  loyal: lines.map((_, i) => loyalty(s, i + 1)),
  // How deep slow letters rest on each other no one general knows.
  names: bands.map((band, i) => (povOf(s) !== null && isSlow(s) ? ['', ''] : [say.t('heard.round', { round: i + 1 }), meant(s, say, band, i)])),
  decide: [say.t('scrubber.decide'), say.t(say.under('time.decide', s.scenario?.protocol))],
  ends: endsOf(s, say),
  later: say.t('time.time'),
});

/** What the narration above does not say: what is run, how many lies there are, what is drawn. @param {State} s @param {Speech} say @param {TimeFigure | null} figure */
export function captionOf(s, say, figure) {
  const { session, scenario, verdict } = s;
  if (!session || !scenario || !verdict) return '';
  const { protocol, n, m, traitors } = scenario;
  const values = {
    generals: say.t('generals.counted', { count: n }),
    rounds: say.t('time.rounds', { count: s.perRound.length }),
    traitors: say.t('time.traitors', { count: traitors.length }),
    run: say.t(say.under('time.run', protocol), { m }),
  };
  const grains = new Set(figure?.bands.map(({ grain }) => grain));
  const drawn = /** @type {const} */ (['pairs', 'senders']).filter((grain) => grains.has(grain)).map((grain) => say.t(`time.${grain}`));
  const viewer = povOf(s);
  const parts =
    viewer === null
      ? [say.t('time.title', values), verdict.lies ? say.t('time.lies', { count: verdict.lies }) : '', ...drawn]
      : [say.t('time.title.fog', values), say.t('time.fog', { who: say.general(viewer) }), ...drawn];
  return parts.filter(Boolean).join(say.t('gap'));
}

/** The signs that are drawn, of which it is told what they mean. @param {State} s @param {TimeFigure | null} figure */
export function signsIn(s, figure) {
  const some = (/** @type {(arrow: import('../state/engine.js').TimeArrow) => number} */ count) => figure?.arrows.some(count);
  return [
    'A',
    'R',
    some(({ said }) => said[3]) ? 'N' : '',
    some(({ said }) => said[2]) ? 'none' : '',
    povOf(s) === null && s.spec?.hasTraitors !== false ? 'lie' : '',
    some(({ refused }) => refused) ? 'refused' : '',
    'sent',
    'received',
  ].filter(Boolean);
}
