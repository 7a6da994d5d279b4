// The tabs of the ways of looking at a run, and the door to the laboratory.

import { povOf } from '../state/pov.js';
import { isEmpty, screenOf } from '../state/screens.js';

/** @typedef {import('./page.js').Page} Page */
const VIEWS = ['map', 'time', 'tree', 'table', 'pair'];
const DOORS = ['lab', 'lessons'];

/** Whether a view cannot be opened now. @param {Page} page @param {string} name */
const shut = ({ store: { state } }, name) => (name === 'lab' ? povOf(state) !== null : name !== 'lessons' && state.session === null);
/** Whether it has nothing to show of this run; lessons are about none. @param {Page} page @param {string} name */
const hasNothing = (page, name) => name !== 'lessons' && isEmpty(page.store.state, name);
/** @param {Page} page @param {string} name */
const words = ({ t }, name) => t(DOORS.includes(name) ? name : `view.${name}`);

/** Two runs are seen through the same eyes as one. @param {Page} page @param {string} name */
const go = ({ store }, name) =>
  store.apply(
    name === 'lessons'
      ? { type: 'lesson', lesson: 'all' }
      : name === 'pair'
      ? { type: 'pair', general: povOf(store.state) }
      : { type: 'view', view: /** @type {import('#generals').Screen} */ (name === 'lab' ? store.state.tool : name) },
  );

/** @param {import('../state/types.js').Binder} binder @param {Page} page @param {string} name */
const tab = ({ el }, page, name) =>
  el(
    'button',
    {
      'data-testid': `view-${name}`,
      'aria-current': () => (screenOf(page.store.state) === name ? 'page' : null),
      'aria-disabled': () => (shut(page, name) ? 'true' : null),
      hidden: () => hasNothing(page, name),
      title: () => (shut(page, name) ? page.t(name === 'lab' ? 'view.shut.fog' : 'view.shut.large') : null),
      onclick: () => shut(page, name) || go(page, name),
    },
    () => words(page, name),
  );

/** The ways of looking at a run. @param {import('../state/types.js').Binder} binder @param {Page} page */
export const tabs = (binder, page) =>
  binder.el('nav', { class: 'tabs', 'aria-label': () => page.t('views') }, ...VIEWS.map((name) => tab(binder, page, name)));

/** What leads away from the run. @param {import('../state/types.js').Binder} binder @param {Page} page */
export const doors = (binder, page) => binder.el('div', { class: 'tabs doors' }, ...DOORS.map((name) => tab(binder, page, name)));

/** The same as one control, where there is no room for tabs. @param {import('../state/types.js').Binder} binder @param {Page} page */
export function viewPill({ el }, page) {
  const { store, t } = page;
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      'data-testid': 'view',
      'aria-label': () => t('views'),
      value: () => screenOf(store.state),
      onchange: () => go(page, select.value),
    },
    ...[...VIEWS, ...DOORS].map((name) => el('option', { value: name, hidden: () => hasNothing(page, name), disabled: () => shut(page, name) }, () => words(page, name))),
  );
  return el('span', { class: 'choose view-pill', hidden: () => store.state.scenario === null }, select);
}
