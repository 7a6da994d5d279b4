// What everyone holds at one path: one general's tree alone does not show why the algorithm works.

import { opening } from '../words/message-words.js';
import { isCovered } from '../state/lesson.js';
import { arrived } from '../state/motion.js';
import { allHeard } from './vote-tree.js';
import { povOf, loyalty } from '../state/pov.js';
import { shield, token } from '../kit/icons.js';
import { restsOn } from '../state/spec.js';

/** @typedef {import('#generals').Held} Held */

/** Runs with more messages are not folded for everyone while the reader waits. */
const FOLDED_MOST = 1_000_000;

/**
 * @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page
 * @param {() => number[]} open the path that is open, where no message is chosen
 */
export function treeHeld({ el, list }, { store, say, t }, open) {
  const s = () => store.state;
  /** @type {{key: string, of: import('../state/types.js').Session, held: Held[]} | null} */
  let kept = null;

  /** Whether anything is folded along paths. */
  const folds = () => restsOn(s(), 'tree') || restsOn(s(), 'vector');
  const path = () => {
    const { session, message } = s();
    const event = session && message !== null && folds() && message < session.length ? session.event(message) : null;
    return event?.kind === 'message' ? event.path : open();
  };
  /** @returns {Held[]} */
  function everyone() {
    const { session } = s();
    if (!session || !folds() || povOf(s()) !== null || session.length > FOLDED_MOST) return [];
    const key = `${path()}`;
    if (kept?.of !== session || kept.key !== key) kept = { key, of: session, held: session.held(path()) };
    return kept.held;
  }
  const heard = (/** @type {Held} */ held) => (s().session?.stepOf(path(), held.general) ?? Infinity) <= arrived(s());

  /** What each makes of it may be told. */
  const isCounted = () => allHeard(s()) && !isCovered(s());

  const sentence = () => {
    if (povOf(s()) !== null) return t('votes.held.fog');
    const all = everyone();
    if (all.length === 0) return t('votes.held.large');
    if (!isCounted()) return t('votes.held.waiting');
    const results = all.flatMap(({ result }) => (result ? [result] : []));
    if (results.length === 0) return t('votes.held.nobody');
    const first = results[0];
    return results.every((result) => result === first) ? t('votes.held.same', { order: say().order(first) }) : t('votes.held.differ');
  };
  const what = () => {
    const now = path();
    return now.length === 1 ? t(say().under('votes.held.order', s().spec?.inputs), { who: say().general(now[0]) }) : t('votes.held.relay', { who: say().general(now[now.length - 1]), words: opening(say(), now, s().spec?.inputs) });
  };

  return el(
    'section',
    { class: 'vote-held', 'data-testid': 'tree-held' },
    el('h3', { class: 'label' }, () => t('votes.held')),
    el('p', { class: 'vote-held-what', hidden: () => povOf(s()) !== null }, what),
    el('p', { class: 'vote-held-says', 'data-answer': true }, sentence),
    list(
      el('ul', {}),
      everyone,
      (held) => `${s().lang} ${JSON.stringify(held)} ${heard(held)} ${isCounted()} ${loyalty(s(), held.general)}`,
      (held, own) =>
        own.el(
          'li',
          {},
          shield(held.general, loyalty(s(), held.general), 24),
          own.el('span', { class: 'vote-who' }, () => say().general(held.general)),
          own.el('span', { class: 'unseen' }, heard(held) ? say().order(held.direct) : t('tree.later'), isCounted() && held.result ? ` → ${say().order(held.result)}` : ''),
          token(heard(held) ? held.direct : null, 9, { open: !heard(held) }),
          own.el('span', { 'aria-hidden': 'true' }, held.result ? '→' : ''),
          held.result ? token(isCounted() ? held.result : null, 9, { open: !isCounted() }) : own.el('i', { class: 'fine' }, () => t('votes.held.traitor')),
        ),
    ),
  );
}
