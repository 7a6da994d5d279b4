// The runs that a lecture shows, in its order, each with what to look for: always in sight, unlike the others, which are folded away.

import { povOf } from '../state/pov.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** `run`: the scenario; `place`: where in it one begins to look. */
const CASES = [
  { name: 'two', run: 'v=1&p=two&n=2&m=2&lost=3' },
  { name: 'worlds', run: 'v=1&p=om&n=3&t=2&s=honest&x=1.2-3R', place: '&at=3&pov=3&view=pair' },
  { name: 'four', run: 'v=1&p=om&n=4&t=3' },
  { name: 'commander', run: 'v=1&p=om&n=4&t=1&s=split' },
  { name: 'seven', run: 'v=1&p=om&n=7&m=2&t=1.7&s=split' },
  { name: 'ring', run: 'v=1&p=om&n=3', place: '&view=ring' },
  { name: 'rounds', run: 'v=1&p=om&n=4&m=2&t=4&s=honest&x=1.4-2R_1.3.4-2R' },
  { name: 'seal', run: 'v=1&p=sm&n=3&t=2', place: '&at=3' },
  { name: 'withheld', run: 'v=1&p=sm&n=4&t=1.4&s=silent&x=1-4A_1.4-3A' },
  { name: 'trust', run: 'v=1&p=trust&n=3&t=3&s=honest&x=3-1R' },
];

/**
 * A link as any other, but that it is opened where it stands: in frames an address may not be followed, or make no step of history.
 * @param {Binder} binder @param {Page} page @param {string} link @param {import('../state/types.js').Attrs} attrs
 * @param {import('../state/types.js').Child[]} children
 */
export const opening = ({ el }, page, link, attrs, ...children) =>
  el(
    'a',
    {
      href: `#${link}`,
      onclick: (/** @type {MouseEvent} */ event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        page.open(link);
      },
      ...attrs,
    },
    ...children,
  );

/** @param {Binder} binder @param {Page} page @returns {HTMLElement} */
export function cases(binder, page) {
  const { el } = binder;
  const { t, id, store } = page;
  // In fog nobody is told which run this is: it would say who the traitors are.
  /** @param {string} run */
  const isOpen = (run) => povOf(store.state) === null && store.state.link === run;
  return el(
    'section',
    { class: 'cases', 'data-testid': 'cases', 'aria-labelledby': id('cases-title') },
    el('h3', { id: id('cases-title'), class: 'label', tabindex: -1 }, () => t('cases')),
    el(
      'ol',
      {},
      ...CASES.map(({ name, run, place = '' }) =>
        el(
          'li',
          {},
          opening(
            binder,
            page,
            run + place,
            { 'data-case': name, 'aria-current': () => (isOpen(run) ? 'true' : null) },
            el('b', {}, () => t(`cases.${name}`)),
            el('span', {}, () => t(`cases.${name}.look`)),
          ),
        ),
      ),
    ),
  );
}

/** The way to them from the top of the scenario. @param {Binder} binder @param {Page} page */
export const casesJump = ({ el }, { t, id }) =>
  el(
    'button',
    {
      class: 'text-button cases-jump',
      'data-testid': 'cases-jump',
      onclick: () => {
        const title = document.getElementById(id('cases-title'));
        title?.scrollIntoView({ block: 'start' });
        title?.focus({ preventScroll: true });
      },
    },
    () => t('cases.jump'),
  );

/** For the tests: what is offered. */
export const OFFERED = CASES.map(({ run, place = '' }) => run + place);
