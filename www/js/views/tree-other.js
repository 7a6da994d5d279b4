// Where there is no vote tree: why, and what a decision rests on under the other protocols.

import { allHeard, voterOf } from './vote-tree.js';
import { arrived } from '../state/motion.js';
import { povOf, givenOrder, loyalty } from '../state/pov.js';
import { mask, sealSign, shield, token } from '../kit/icons.js';
import { isCommander, restsOn } from '../state/spec.js';
import { stepOf } from '../state/pair.js';
import { LISTED, votesOf } from '../state/session-cache.js';

/** @typedef {import('../state/types.js').Order} Order */

/** More words than this are told by their number alone. */
const DRAWN = 160;

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {() => boolean} hidden a tree is shown */
export function treeOther({ el, list }, { store, say, t }, hidden) {
  const s = () => store.state;
  const who = () => say().general(voterOf(s()) ?? 1);

  /** What is known of his decision under this protocol; null where he makes none. */
  function basis() {
    const { session } = s();
    const general = voterOf(s());
    if (!session || general === null || hidden() || session.length > LISTED) return null;
    const votes = votesOf(session, general);
    return votes && ('bag' in votes || 'values' in votes) ? votes : null;
  }
  const why = () => {
    const general = voterOf(s());
    if (general === null) return t('votes.none.nobody');
    if (isCommander(s(), general) && loyalty(s(), 1) !== false) return t('votes.none.commander', { who: who(), order: say().order(givenOrder(s())) });
    if (loyalty(s(), general) === false) return t('votes.none.traitor', { who: who() });
    if (restsOn(s(), 'bag')) return t('votes.flat');
    return restsOn(s(), 'letters') ? t('votes.sm') : t('votes.none.large');
  };
  const others = () => {
    const { verdict } = s();
    if (povOf(s()) !== null || basis() !== null) return [];
    return Object.keys(verdict?.decisions ?? {}).map(Number);
  };

  /** @returns {{key: string, make: (own: import('../state/types.js').Binder) => Node}[]} */
  const parts = () => {
    const votes = basis();
    const { session } = s();
    if (!votes || !session) return [];
    const general = voterOf(s()) ?? 1;
    const arrivedAt = arrived(s());
    if ('bag' in votes) {
      const masked = (/** @type {number[]} */ path) => povOf(s()) === null && path.some((id) => s().scenario?.traitors.includes(id));
      const known = votes.bag.map((word) => ({ ...word, step: session.stepOf(word.path, general) ?? Infinity }));
      const word = (/** @type {typeof known[number]} */ { path, said, step }) => ({
        key: `${path} ${step <= arrivedAt}`,
        make: (/** @type {import('../state/types.js').Binder} */ own) =>
          own.el(
            'button',
            { class: 'vote-word', 'aria-label': `${path.join('.')}: ${say().order(step <= arrivedAt ? said : null)}`, onclick: () => store.apply({ type: 'pick', step }) },
            token(step <= arrivedAt ? said : null, 11, { open: step > arrivedAt }),
            masked(path) ? mask(14) : '',
          ),
      });
      return known.length <= DRAWN ? known.map(word) : [];
    }
    const seen = votes.values.filter(({ round }) => round <= (s().session?.roundEnds ?? []).filter((end) => end <= arrivedAt).length);
    return seen.map(({ said, path, round }) => ({
      key: `${said} ${path}`,
      make: (own) =>
        own.el(
          'button',
          { class: 'vote-value', onclick: () => store.apply({ type: 'pick', step: stepOf(session, general, { said, path, round }) }) },
          token(said, 17),
          own.el('span', { class: 'vote-seals' }, ...path.map((id) => sealSign(id, 'good', 30))),
          own.el('span', {}, () => t('votes.sm.value', { order: say().order(said), round })),
        ),
    }));
  };

  const outcome = () => {
    const votes = basis();
    if (!votes) return '';
    if (!allHeard(s())) return t('votes.waiting');
    const order = say().order(votes.result);
    if (!('bag' in votes)) return t(`votes.sm.result.${Math.min(2, votes.values.length)}`, { order });
    const won = votes.bag.filter(({ said }) => (said ?? 'R') === votes.result).length;
    return t(votes.tie ? 'votes.flat.tie' : 'votes.flat.result', { won, lost: votes.bag.length - won, order });
  };

  return el(
    'div',
    { class: 'ballot-other', hidden, 'data-testid': 'tree-other' },
    el('p', { class: 'ballot-why' }, why),
    list(
      el('div', { class: 'vote-words' }),
      parts,
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
