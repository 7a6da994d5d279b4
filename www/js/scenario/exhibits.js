// More cases, folded away: what they are comes when they are unfolded.

import { latePart } from '../kit/late-part.js';

/** @typedef {import('../shell/page.js').Page} Page */

export const bringExhibits = () => import('./exhibits-part.js');

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
export function exhibits({ el }, page) {
  const summary = el('summary', { class: 'label' }, () => page.t('exhibits'));
  const node = el(
    'details',
    { class: 'exhibits', 'data-testid': 'exhibits', ontoggle: () => refresh() },
    summary,
  );
  const isWanted = () => node.open;
  const leave = () => {
    node.open = false;
    summary.focus();
  };
  const { refresh } = latePart(node, page, { isWanted, bring: bringExhibits, leave, changed: () => refresh() });
  return { node, refresh };
}
