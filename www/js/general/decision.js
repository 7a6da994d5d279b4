// How the chosen general decides: his vote tree with its hints, and where no tree says it the word he decided for.

import { glossed } from '../words/glossary.js';
import { isCommander } from '../state/spec.js';
import { mask, token } from '../kit/icons.js';
import { drawn } from '../kit/picture.js';
import { isDecided } from '../state/decided.js';
import { votePicture } from './inspector-vote.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./chosen.js').Chosen} Chosen */

/** @param {Binder} binder @param {Page} page @param {Chosen} chosen */
export function voteTree(binder, page, { vote }) {
  const { el, list } = binder;
  const { store, t, say } = page;
  const tie = () => vote()?.tally?.tie === true;
  return [
    list(
      el('div', { class: 'tree-room', hidden: () => vote() === null }),
      () => [vote()].filter((tree) => tree !== null),
      (tree) => `${store.state.lang} ${JSON.stringify(tree)}`,
      (tree) => drawn(votePicture(tree, say())),
    ),
    el('p', { class: 'hint touched-hint', hidden: () => !vote()?.branches.some((b) => b.touched && b.known !== 'later') }, mask(15), ' ', () => t('tree.touched')),
    list(
      el('p', { class: 'hint tie-hint', hidden: () => !tie() }),
      () => (tie() ? [store.state.lang] : []),
      String,
      (_, own) => glossed(own, page, own.el('span', {}), () => say().parts('tree.tie.why')),
    ),
  ];
}

/** @param {Binder} binder @param {Page} page @param {Chosen} chosen */
export function decidedWord({ el, list }, { store, say }, { id, isOpen, vote }) {
  const s = () => store.state;
  const word = () => {
    if (!isDecided(s()) || !isOpen() || vote() || isCommander(s(), id())) return null;
    return s().verdict?.decisions[id()] ?? null;
  };
  return list(
    el('p', { class: 'decides-word', hidden: () => word() === null }),
    () => [{ lang: s().lang, order: word() }],
    ({ lang, order }) => `${lang},${order}`,
    ({ order }, own) => (order ? own.el('span', {}, token(order, 15), own.el('b', {}, say().order(order))) : own.el('span', {})),
  );
}
