// The foot of two worlds: whether the general can tell them apart, the seal that one of them lacks, and the lifting of his fog.

import { lackingSeal } from './compare-sides.js';
import { answerOf } from './compare-words.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./compare-sides.js').Two} Two */

/** The letter under the glass, in the open run alone. @param {Page} page @param {number} step */
function showLetter({ store }, step) {
  store.apply({ type: 'pair-close' });
  store.apply({ type: 'seek', step });
  store.apply({ type: 'letter', step });
}

/** @param {Binder} binder @param {Page} page @param {Two} two */
function lacking({ el, list }, page, two) {
  const { store, t, say } = page;
  return list(
    el('div', {}),
    () => [lackingSeal(two)].filter((lack) => lack !== null),
    ({ step, forged }) => `${store.state.lang} ${step} ${forged} ${store.state.link}`,
    ({ step, forged, refused: { path, said } }, own) =>
      own.el(
        'p',
        { class: 'pair-lacking', 'data-testid': 'pair-lacking' },
        own.el('b', { class: 'pair-stamp' }, t('pair.forged')),
        t('pair.lacking', {
          from: say().general(path[path.length - 1]),
          order: say().order(said),
          forged: say().general(forged ?? 1),
        }),
        own.el('button', { class: 'cheat', onclick: () => showLetter(page, step) }, t('letter.open.title')),
      ),
  );
}

/** @param {Binder} binder @param {Page} page @param {Two} two */
const lift = ({ el }, { store, t }, two) =>
  el(
    'button',
    {
      role: 'switch',
      class: 'lift-switch',
      'data-testid': 'lift-fog',
      hidden: () => two.viewer() === null,
      'aria-checked': () => String(store.state.pair.lifted),
      onclick: () => store.apply({ type: 'pair-lift', lifted: !store.state.pair.lifted }),
    },
    el('span', { class: 'lift-track', 'aria-hidden': 'true' }),
    () => t('pair.lift'),
  );

/** @param {Binder} binder @param {Page} page @param {Two} two */
export function foot(binder, page, two) {
  const { el } = binder;
  return el(
    'div',
    { class: 'pair-foot', 'data-answer': true, hidden: two.isOfProtocols },
    el(
      'div',
      {},
      el('p', { class: 'pair-answer', role: 'status', 'data-testid': 'pair-answer' }, () => answerOf(page.say(), two)),
      lacking(binder, page, two),
    ),
    lift(binder, page, two),
  );
}
