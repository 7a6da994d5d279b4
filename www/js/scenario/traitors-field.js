// Who is a traitor: a shield a general, which a press turns over.

import { some } from '../words/narrate.js';
import { povOf } from '../state/pov.js';
import { isSigned } from '../state/spec.js';
import { shield } from '../kit/icons.js';
import { fieldLabel } from './field-label.js';
import { knownScenario, knownStolen } from './known-scenario.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** Above this many generals the shields of the list are drawn smaller. */
const LARGE_SHIELDS = 8;

/** @param {Binder} binder @param {Page} page */
export function traitorsField(binder, page) {
  const { el } = binder;
  const { store, t, say } = page;
  const now = () => knownScenario(store.state);
  // Where nothing is signed keys do nothing, and the link's note says so.
  const stolen = () => (isSigned(store.state) ? knownStolen(store.state) : []);
  return el(
    'div',
    { class: 'field', hidden: () => povOf(store.state) !== null },
    fieldLabel(binder, page, 'label-traitors', 'traitors'),
    shields(binder, page),
    el('p', { class: 'hint' }, () => t(now().traitors.length ? 'traitors.hint' : 'traitors.none')),
    el('p', { class: 'hint', hidden: () => stolen().length === 0 }, () =>
      stolen().length === 0 ? '' : t('stolen.now', { who: some(say(), stolen()) }),
    ),
  );
}

/** @param {Binder} binder @param {Page} page */
function shields({ el, list }, { store, t, say, id: idOf }) {
  const now = () => knownScenario(store.state);
  return list(
    el('div', {
      class: () => (now().n > LARGE_SHIELDS ? 'shields many' : 'shields'),
      role: 'group',
      'aria-labelledby': idOf('label-traitors'),
    }),
    () => Array.from({ length: now().n }, (_, i) => i + 1),
    String,
    (id, own) => {
      const loyal = () => !now().traitors.includes(id);
      return own.list(
        own.el('button', {
          class: 'shield-button',
          'aria-pressed': () => String(!loyal()),
          'aria-label': () => t('traitor.toggle', { who: say().general(id) }),
          title: () => t(loyal() ? 'turn.traitor' : 'turn.loyal', { who: say().general(id) }),
          onclick: () => store.apply({ type: 'turn', general: id }),
        }),
        () => [{ is: loyal(), task: store.state.spec?.task }],
        ({ is, task }) => `${is} ${task}`,
        ({ is }) => shield(id, is, 36),
      );
    },
  );
}
