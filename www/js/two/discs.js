// A real button over each messenger's number, and over his scroll for a pointer: he is caught, or let through.

import { povOf } from '../state/pov.js';
import { putCaught } from './fields.js';
import { caughtOf, messengersOf } from './riders.js';
import { told } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').State} State */

/** What becomes of a messenger in this run. @param {Pick<State, 'scenario'>} s @param {number} id @returns {'through' | 'caught' | 'never'} */
export function fateOf(s, id) {
  const lost = caughtOf(s);
  return lost === 0 || id < lost ? 'through' : id === lost ? 'caught' : 'never';
}

/** A messenger who was caught is let through; any other is caught. @param {Page} page @param {number} id */
export const turn = (page, id) => putCaught(page, caughtOf(page.store.state) === id ? 0 : id);

/**
 * @param {Binder} binder @param {Page} page
 * @param {{number: (id: number) => string, messenger: (id: number) => string | null}} place the styles that put boxes over a number and over who is on his way
 * @param {(name: string) => string} testid
 */
export function discs({ el, list }, page, place, testid) {
  const s = () => page.store.state;
  const say = () => told(page);
  // In fog nobody knows who is caught.
  const ids = () => (povOf(s()) === null && s().session ? Array.from({ length: messengersOf(s()) }, (_, i) => i + 1) : []);
  const hint = (/** @type {number} */ id) => say().t(fateOf(s(), id) === 'caught' ? 'do.through' : 'do.catch', { id: String(id) });
  return el(
    'div',
    { class: 'two-over' },
    // A pointer may also take the messenger himself.
    list(el('div', { 'aria-hidden': 'true' }), ids, String, (id, own) =>
      own.el('span', { class: 'two-messenger', title: () => hint(id), hidden: () => place.messenger(id) === null, style: () => place.messenger(id), onclick: () => turn(page, id) }),
    ),
    list(el('div', { class: 'two-discs', role: 'group', 'aria-label': () => say().t('messengers') }), ids, String, (id, own) =>
      own.el('button', {
        'data-testid': testid(`messenger-${id}`),
        'data-fate': () => fateOf(s(), id),
        'aria-label': () => say().t('disc', { id: String(id), fate: say().t(`fate.${fateOf(s(), id)}`) }),
        title: () => hint(id),
        style: () => place.number(id),
        onclick: () => turn(page, id),
      }),
    ),
  );
}
