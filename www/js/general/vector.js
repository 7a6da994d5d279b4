// The vector a general ends with: a token for everybody's opinion as he has it, each opening the tree it comes from.

import { arrived } from '../state/motion.js';
import { povOf, loyalty } from '../state/pov.js';
import { token } from '../kit/icons.js';
import { restsOn } from '../state/spec.js';
import { allHeard } from '../views/vote-tree.js';
import { LISTED, votesOf } from '../state/session-cache.js';
import { disputed } from '../words/vectors.js';
import { isCovered } from './prediction.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Order} Order */
/**
 * What stands at one place of a vector. `order` null: not known yet. `own`: his own opinion. `disputed`: other loyal generals
 * end with another word here.
 * @typedef {{of: number, order: Order | null, own: boolean, disputed: boolean}} Entry
 */

/** The words of a general's vector by now; his own is there from the beginning. @param {State} s @param {number} general @returns {Entry[]} */
export function entriesOf(s, general) {
  const { session, scenario, verdict } = s;
  if (!scenario || !restsOn(s, 'vector') || loyalty(s, general) !== true) return [];
  // Of a run too large to be shown the end is known.
  const over = session ? allHeard(s) && arrived(s) > 0 : verdict !== null && povOf(s) === null;
  const vector = verdict?.vectors?.[general] ?? '';
  const parted = over && povOf(s) === null ? disputed(verdict?.vectors ?? {}) : [];
  return Array.from(vector, (word, i) => ({
    of: i + 1,
    order: over || i + 1 === general ? (word === 'A' ? 'A' : 'R') : null,
    own: i + 1 === general,
    disputed: parted.includes(i + 1),
  }));
}

/** What is made of it, in one sentence. @param {State} s @param {number} general @param {Entry[]} entries @param {import('../words/i18n.js').Speech} say */
export function outcomeOf(s, general, entries, say) {
  const { session } = s;
  if (entries.length === 0) return '';
  if (entries.some(({ order }) => order === null)) return say.t('vector.waiting');
  const attack = entries.filter(({ order }) => order === 'A').length;
  const votes = session && session.length <= LISTED ? votesOf(session, general) : null;
  const result = votes && 'vector' in votes ? votes.result : s.verdict?.decisions[general];
  if (!result) return '';
  const won = result === 'A' ? attack : entries.length - attack;
  return say.t(2 * won === entries.length ? 'vector.tie' : 'vector.majority', { order: say.order(result), count: won, all: entries.length });
}

/** @param {import('../state/types.js').Binder} binder @param {Page} page @param {() => number} id */
export function vectorRow({ el, list }, { store, t, say, id: idOf }, id) {
  const s = () => store.state;
  const entries = () => entriesOf(s(), id());

  /** @param {Entry} entry */
  const words = ({ of, order, own, disputed: parted }) => {
    const what = order ? say().order(order) : t('tree.later');
    const about = t(own ? 'vector.own' : 'vector.of', { who: say().general(of), order: what });
    return parted ? `${about}${t('camp.join')}${t('vector.disputed')}` : about;
  };
  /** @param {Entry} entry @param {import('../state/types.js').Binder} mine */
  const cell = (entry, mine) => {
    const shape = `vector-cell${entry.own ? ' own' : ''}${entry.disputed ? ' disputed' : ''}`;
    const sign = token(entry.order, 12, { open: entry.order === null });
    return mine.el(
      'li',
      {},
      entry.own || !s().session
        ? mine.el('span', { class: shape, 'data-of': say().id(entry.of), role: 'img', 'aria-label': words(entry), 'data-testid': `vector-${entry.of}` }, sign)
        : mine.el(
            'button',
            {
              class: shape,
              'data-of': say().id(entry.of),
              'data-testid': `vector-${entry.of}`,
              'aria-label': words(entry),
              title: t('vector.open', { who: say().general(entry.of) }),
              onclick: () => {
                store.apply({ type: 'view', view: 'tree' });
                store.apply({ type: 'open-path', path: [entry.of] });
              },
            },
            sign,
          ),
    );
  };

  return el(
    'div',
    { class: 'vector', hidden: () => entries().length === 0, 'data-testid': 'vector' },
    el('h3', { class: 'label', id: idOf('vector-title') }, () => t('vector.title')),
    list(
      el('ul', { class: () => (entries().length > 8 ? 'vector-cells many' : 'vector-cells'), 'aria-labelledby': idOf('vector-title') }),
      entries,
      (entry) => `${s().lang} ${id()} ${JSON.stringify(entry)}`,
      cell,
    ),
    el('p', { class: 'hint', 'data-testid': 'vector-outcome' }, () => (isCovered(s()) ? '' : outcomeOf(s(), id(), entries(), say()))),
    el('p', { class: 'hint disputed-hint', hidden: () => !entries().some((entry) => entry.disputed) }, () => `≠ ${t('vector.disputed.hint')}`),
  );
}
