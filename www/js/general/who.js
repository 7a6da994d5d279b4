// Who the chosen general is: his shield, whether he is loyal, what he does.

import { glossed } from '../words/glossary.js';
import { povOf, givenOrder } from '../state/pov.js';
import { isCommander, roleOf } from '../state/spec.js';
import { shield } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./chosen.js').Chosen} Chosen */

/** His shield, his name and his role. @param {Binder} binder @param {Page} page @param {Chosen} chosen @param {HTMLElement} title */
export function who(binder, page, chosen, title) {
  const { el, list } = binder;
  const { id, loyal, kind } = chosen;
  return el(
    'div',
    { class: 'who' },
    list(
      el('span', { class: 'who-shield' }),
      () => [[id(), loyal()]],
      String,
      () => shield(id(), loyal(), 48),
    ),
    el(
      'div',
      {},
      title,
      glossed(binder, page, el('p', { class: () => `role ${kind()}-word` }), () =>
        page.say().parts(`role.${roleOf(page.store.state, id())}.${kind()}`),
      ),
    ),
  );
}

/** What he does, or what is asked of him. @param {Binder} binder @param {Page} page @param {Chosen} chosen */
export function summary(binder, page, { id, loyal, isOpen, vote }) {
  const { store, say } = page;
  const s = () => store.state;
  /** @returns {import('../words/i18n.js').Part[]} */
  const words = () => {
    if (!isOpen()) return say().parts('fog.others', { who: say().general(povOf(s()) ?? 1) });
    if (isCommander(s(), id())) {
      const order = say().order(givenOrder(s()));
      return say().parts(loyal() ? 'inspector.commander' : 'inspector.commander.traitor', { order });
    }
    if (!loyal()) return say().parts('decides.traitor');
    const tree = vote();
    return tree
      ? say().parts('inspector.lieutenant', { count: tree.branches.length })
      : say().parts(say().under('decides.later', s().scenario?.protocol));
  };
  return glossed(binder, page, binder.el('p', { class: 'meant' }), words);
}
