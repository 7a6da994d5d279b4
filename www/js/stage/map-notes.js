// What is said below the map where there is too much to draw: that generals are dots, that messengers are a flow, and where a tree shows them.

import { binder } from '../kit/dom.js';
import { povOf } from '../state/pov.js';
import { flowing } from '../scene/world.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */

/** Whose tree is offered: of who is looked at, or of the first who decides. @param {State} s */
export function whoseTree(s) {
  const deciders = Object.keys(s.verdict?.decisions ?? {}).map(Number);
  return povOf(s) ?? deciders.find((id) => id === s.chosen) ?? deciders[0] ?? 2;
}

/** @param {Page} page @param {import('./map-plan.js').MapPlan} plan @param {(name: string) => string} testid */
export function mapNotes({ store, t, say }, plan, testid) {
  const { el, refresh } = binder();
  const s = () => store.state;
  const flow = () => flowing(s());
  const openTree = el(
    'button',
    {
      class: 'bar-button line',
      'data-testid': testid('flow-tree'),
      onclick: () => {
        store.apply({ type: 'choose', general: whoseTree(s()) });
        store.apply({ type: 'view', view: 'tree' });
      },
    },
    () => t('flow.tree', { who: say().id(whoseTree(s())) }),
  );
  const nodes = [
    el('p', { class: 'map-note', hidden: () => !plan.layout?.dots || plan.layout.bare || flow() !== null }, () => t('map.dots')),
    el(
      'p',
      { class: 'flow-note', hidden: () => flow() === null || plan.layout?.bare === true },
      el('span', {}, () => {
        const count = s().perRound[(flow() ?? 1) - 1] ?? 0;
        return t(povOf(s()) === null ? 'flow.note' : 'flow.note.fog', { messages: t('counts.messages', { count }) });
      }),
      openTree,
    ),
  ];
  return { nodes, refresh };
}
