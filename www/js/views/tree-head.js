// The head of the vote tree: whose it is and of whose word, and how far it is folded, each to be chosen.

import { shield } from '../kit/icons.js';
import { loyalty, povOf } from '../state/pov.js';
import { hasOpinions } from '../state/spec.js';
import { titleOf } from './tree-words.js';
import { allHeard, voterOf } from './vote-tree.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./tree-shown.js').ShownTree} ShownTree */
/** @typedef {(name: string) => string} Named */

/** With more majorities one above another their steps are numbered. */
const NAMED_FOLDS = 2;

/** @param {Page} page */
const everyone = ({ store }) => Array.from({ length: store.state.scenario?.n ?? 0 }, (_, i) => i + 1);

/** @param {Event} event */
const valueOf = ({ target }) => Number(/** @type {HTMLSelectElement} */ (target).value);

/** @param {Binder} binder @param {Page} page @param {Named} named */
function voters({ el, list }, page, named) {
  const { store, say, t } = page;
  return list(
    el('select', {
      'data-testid': named('tree-general'),
      'aria-label': () => t('votes.general'),
      disabled: () => povOf(store.state) !== null,
      value: () => String(voterOf(store.state) ?? ''),
      onchange: (/** @type {Event} */ event) => store.apply({ type: 'choose', general: valueOf(event) }),
    }),
    () => everyone(page),
    String,
    (id, one) => one.el('option', { value: id, selected: () => voterOf(store.state) === id }, () => say().general(id)),
  );
}

/** Whose opinion, where everybody has one. @param {Binder} binder @param {Page} page @param {Named} named @param {ShownTree} shown */
function sources({ el, list }, page, named, { source }) {
  const { store, say, t } = page;
  return list(
    el('select', {
      'data-testid': named('tree-source'),
      'aria-label': () => t('votes.source'),
      value: () => String(source()),
      onchange: (/** @type {Event} */ event) => store.apply({ type: 'open-path', path: [valueOf(event)] }),
    }),
    () => everyone(page).filter((id) => hasOpinions(store.state) && id !== voterOf(store.state)),
    (id) => `${store.state.lang} ${id}`,
    (id, one) => one.el('option', { value: id, selected: () => source() === id }, () => t('votes.source.of', { who: say().general(id) })),
  );
}

/** @param {Binder} binder @param {Page} page @param {Named} named @param {ShownTree} shown */
function steps({ el, list }, { store, t }, named, { now, m, folds }) {
  const s = () => store.state;
  /** @param {number} fold */
  function foldTo(fold) {
    if (!allHeard(s())) store.apply({ type: 'seek', step: s().length });
    store.apply({ type: 'fold', fold });
  }
  return list(
    el('div', { class: 'cheats', role: 'group', 'aria-label': () => t('votes.folds'), hidden: () => now() === null || m() === 0 }),
    () => (now() ? Array.from({ length: m() + 1 }, (_, i) => i) : []),
    (fold) => `${fold} of ${m()}`,
    (fold, one) =>
      one.el(
        'button',
        {
          class: 'cheat',
          'data-testid': named(`fold-${fold}`),
          'aria-pressed': () => String(folds() === fold && allHeard(s())),
          title: () => t('votes.fold', { count: fold }),
          onclick: () => foldTo(fold),
        },
        () => (fold === 0 || m() <= NAMED_FOLDS ? t(`votes.fold.${fold}`) : String(fold)),
      ),
  );
}

/** @param {Binder} binder @param {Page} page @param {Named} named @param {ShownTree} shown */
export function treeHead(binder, page, named, shown) {
  const { el, list } = binder;
  const { store, say, t } = page;
  const s = () => store.state;
  const title = () => titleOf({ state: s(), say: say(), shown: shown.now(), source: shown.source() }, shown.folds());
  const lead = () => {
    const now = shown.now();
    return now ? t('votes.lead', { count: now.tree.reports }) : '';
  };
  return el(
    'div',
    { class: 'ballot-head' },
    list(
      el('span', {}),
      () => [voterOf(s())].filter((id) => id !== null),
      (id) => `${id} ${loyalty(s(), id)}`,
      (id) => shield(id, loyalty(s(), id), 40),
    ),
    el('div', { class: 'ballot-title' }, el('h2', {}, title), el('p', {}, lead)),
    el('span', { class: 'choose' }, voters(binder, page, named)),
    el('span', { class: 'choose', hidden: () => !hasOpinions(s()) || shown.now() === null }, sources(binder, page, named, shown)),
    steps(binder, page, named, shown),
  );
}
