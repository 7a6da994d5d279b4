// Where there is no vote tree: why, and what a decision rests on under the other protocols.

import { mask, sealSign, shield, token } from '../kit/icons.js';
import { arrived } from '../state/motion.js';
import { givenOrder, loyalty, povOf } from '../state/pov.js';
import { LISTED, stepReceived, votesOf } from '../state/session-cache.js';
import { isCommander, restsOn } from '../state/spec.js';
import { allHeard, voterOf } from './vote-tree.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('#generals').FlatVote} FlatVote */
/** @typedef {import('#generals').SignedVote} SignedVote */
/** What a decision rests on: its key, and how it is drawn. @typedef {{key: string, make: (own: Binder) => Node}} Ground */

/** More words than this are told by their number alone. */
const DRAWN = 160;

/** What is known of his decision under this protocol; null where he makes none. @param {State} s @returns {FlatVote | SignedVote | null} */
function basisOf(s) {
  const { session } = s;
  const general = voterOf(s);
  if (!session || general === null || session.length > LISTED) return null;
  const votes = votesOf(session, general);
  return votes && ('bag' in votes || 'values' in votes) ? votes : null;
}

/** Why there is no tree. @param {State} s @param {import('../words/i18n.js').Speech} say */
function reasonOf(s, say) {
  const general = voterOf(s);
  if (general === null) return say.t('votes.none.nobody');
  const who = say.general(general);
  if (isCommander(s, general) && loyalty(s, 1) !== false) return say.t('votes.none.commander', { who, order: say.order(givenOrder(s)) });
  if (loyalty(s, general) === false) return say.t('votes.none.traitor', { who });
  if (restsOn(s, 'bag')) return say.t('votes.flat');
  return say.t(restsOn(s, 'letters') ? 'votes.sm' : 'votes.none.large');
}

/** What came of it. @param {State} s @param {import('../words/i18n.js').Speech} say @param {FlatVote | SignedVote} votes */
function outcomeOf(s, say, votes) {
  if (!allHeard(s)) return say.t('votes.waiting');
  const order = say.order(votes.result);
  if (!('bag' in votes)) return say.t(`votes.sm.result.${Math.min(2, votes.values.length)}`, { order });
  const won = votes.bag.filter(({ said }) => (said ?? 'R') === votes.result).length;
  return say.t(votes.tie ? 'votes.flat.tie' : 'votes.flat.result', { won, lost: votes.bag.length - won, order });
}

/** The words of the wrong vote, in one bag. @param {Page} page @param {FlatVote} votes @returns {Ground[]} */
function wordsOf({ store, say }, { bag }) {
  const s = store.state;
  const general = voterOf(s) ?? 1;
  if (bag.length > DRAWN) return [];
  return bag.map(({ path, said }) => {
    const step = s.session?.stepOf(path, general) ?? Infinity;
    const isHeard = step <= arrived(s);
    const isMasked = povOf(s) === null && path.some((id) => s.scenario?.traitors.includes(id));
    const label = `${path.map(say().id).join('.')}: ${isHeard ? say().order(said) : say().t('tree.later')}`;
    return {
      key: `${path} ${isHeard}`,
      make: (own) =>
        own.el(
          'button',
          { class: 'vote-word', 'aria-label': label, onclick: () => store.apply({ type: 'pick', step }) },
          token(isHeard ? said : null, 11, { open: !isHeard }),
          isMasked ? mask(14) : '',
        ),
    };
  });
}

/** The orders seen signed so far. @param {Page} page @param {SignedVote} votes @returns {Ground[]} */
function ordersOf({ store, say, t }, { values }) {
  const s = store.state;
  const { session } = s;
  const general = voterOf(s) ?? 1;
  if (!session) return [];
  const rounds = [...session.roundEnds].filter((end) => end <= arrived(s)).length;
  return values
    .filter(({ round }) => round <= rounds)
    .map(({ said, path, round }) => ({
      key: `${said} ${path}`,
      make: (own) =>
        own.el(
          'button',
          { class: 'vote-value', onclick: () => store.apply({ type: 'pick', step: stepReceived(session, general, { said, path, round }) }) },
          token(said, 17),
          own.el('span', { class: 'vote-seals' }, ...path.map((id) => sealSign(id, 'good', 30))),
          own.el('span', {}, () => t('votes.sm.value', { order: say().order(said), round })),
        ),
    }));
}

/** @param {Binder} binder @param {Page} page @param {() => boolean} hidden a tree is shown */
export function treeOther({ el, list }, page, hidden) {
  const { store, say, t } = page;
  const s = () => store.state;
  const basis = () => (hidden() ? null : basisOf(s()));
  const grounds = () => {
    const votes = basis();
    return !votes ? [] : 'bag' in votes ? wordsOf(page, votes) : ordersOf(page, votes);
  };
  const outcome = () => {
    const votes = basis();
    return votes ? outcomeOf(s(), say(), votes) : '';
  };
  /** Those who do decide. */
  const others = () => (povOf(s()) !== null || basis() !== null ? [] : Object.keys(s().verdict?.decisions ?? {}).map(Number));
  return el(
    'div',
    { class: 'ballot-other', hidden, 'data-testid': 'tree-other' },
    el('p', { class: 'ballot-why' }, () => reasonOf(s(), say())),
    list(
      el('div', { class: 'vote-words' }),
      grounds,
      ({ key }) => `${s().lang} ${s().link} ${voterOf(s())} ${povOf(s())} ${key}`,
      ({ make }, own) => make(own),
    ),
    el('p', { class: 'ballot-because' }, outcome),
    el('p', { class: 'fine', hidden: () => others().length === 0 }, () => t(say().under('votes.none.others', s().spec?.inputs))),
    list(
      el('div', { class: 'vote-words' }),
      others,
      (id) => `${s().lang} ${id}`,
      (id, own) =>
        own.el(
          'button',
          { class: 'vote-word', 'aria-label': () => say().general(id), onclick: () => store.apply({ type: 'choose', general: id }) },
          shield(id, true, 36),
        ),
    ),
  );
}
