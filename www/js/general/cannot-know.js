// What a general cannot know, in one sentence, and whether that matters. Pure.

import { some } from '../words/narrate.js';
import { povOf, loyalty } from '../state/pov.js';
import { hasOpinions, isCommander, isSigned } from '../state/spec.js';
import { ownOf } from '../state/own.js';
import { LISTED } from '../state/session-cache.js';
import { isDecided } from '../state/decided.js';
import { unknowable } from './inspector-tree.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('./received.js').Heard} Heard */

/** @param {State} s @param {number} general @param {Heard[]} heard @param {Speech} say */
export function limit(s, general, heard, say) {
  if (!s.session || !s.scenario) return '';
  if (isCommander(s, general)) return say.t('cannot.commander');
  if (loyalty(s, general) !== true) return '';
  if (s.session.length > LISTED) return say.t('cannot.many');
  const own = ownOf(s).limit?.(s, say);
  if (own) return own;
  const come = heard.filter((h) => !h.road);
  if (isSigned(s)) return signedLimit(come, say);
  if (hasOpinions(s)) return opinionLimit(come, say);
  const { key, ids } = unknowable(come, s.scenario.n);
  const said = say.t(`cannot.${key}`, { list: say.ids(ids), count: ids.length });
  const kept = isDecided(s) && povOf(s) === null && s.verdict?.agreement.holds && s.verdict.validity.holds !== false;
  return kept && (key === 'differ' || key === 'contradict') ? `${said}${say.t('gap')}${say.t('cannot.saved')}` : said;
}

/** With signatures: two orders under the commander's seal give him away. @param {Heard[]} heard @param {Speech} say */
function signedLimit(heard, say) {
  const orders = new Set(heard.filter((h) => !h.refused && h.said !== null).map((h) => h.said));
  return say.t(orders.size === 0 ? 'cannot.sm.none' : orders.size === 1 ? 'cannot.sm.single' : 'cannot.sm.both');
}

/** Of opinions: whether two tell different things of one general. @param {Heard[]} heard @param {Speech} say */
function opinionLimit(heard, say) {
  const silent = [...new Set(heard.filter((h) => h.said === null).map((h) => h.path[h.path.length - 1]))].sort((a, b) => a - b);
  if (silent.length > 0) return say.t('cannot.silent', { list: say.ids(silent), count: silent.length });
  const first = new Map(heard.filter((h) => h.path.length === 1).map((h) => [h.path[0], h.said]));
  const odd = [...new Set(heard.filter((h) => h.said !== first.get(h.path[0])).map((h) => h.path[0]))].sort((a, b) => a - b);
  if (heard.length === 0) return say.t('cannot.nothing');
  return odd.length === 0 ? say.t('cannot.same') : say.t('cannot.opinions', { of: some(say, odd), count: odd.length });
}
