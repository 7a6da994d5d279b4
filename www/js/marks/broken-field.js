// "See it broken": runs in which a traitor or a slow messenger breaks the form that is chosen, or the published one where generals are too few.

import BROKEN from '../scenario/broken-runs.json' with { type: 'json' };
import { opening } from '../scenario/cases.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */

/** Those of the open run's protocol; in fog none, since who reads that this run is one of them knows its traitor. @param {State} s */
export const brokenRuns = (s) => (povOf(s) === null ? BROKEN.filter(({ protocol }) => protocol === s.scenario?.protocol) : []);

/** What is told at once: the run that is open, else the one of the form that is chosen. @param {State} s */
export function brokenNow(s) {
  const all = brokenRuns(s);
  return all.find(({ link }) => link === s.link) ?? all.find(({ form }) => form !== '' && form === s.scenario?.by);
}

/** @param {Binder} binder @param {Page} page */
export function brokenField(binder, page) {
  const { el, list } = binder;
  const { store, t } = page;
  const s = () => store.state;
  const all = () => (brokenNow(s()) ? [] : brokenRuns(s()));
  const isOpen = (/** @type {string} */ link) => s().link === link;
  const one = list(
    el('div', { class: 'broken-one', 'data-answer': true, hidden: () => !brokenNow(s()) }),
    () => [brokenNow(s())].filter((run) => run !== undefined),
    ({ name, link }) => `${s().lang} ${name} ${isOpen(link)}`,
    ({ name, link }, own) =>
      own.el(
        'p',
        { class: 'hint' },
        t(`broken.${name}`),
        ...(isOpen(link) ? [] : [' ', opening(own, page, link, { 'data-broken': name }, t('broken.see'))]),
      ),
  );
  const more = el(
    'details',
    { class: 'broken', 'data-testid': 'broken', 'data-answer': true, hidden: () => all().length === 0 },
    el('summary', { class: 'label' }, () => t('broken.see')),
    list(
      el('ul'),
      all,
      ({ name }) => `${s().lang} ${name}`,
      ({ name, link }, own) => own.el('li', {}, opening(own, page, link, { 'data-broken': name, 'aria-current': () => (isOpen(link) ? 'true' : null) }, t(`broken.${name}`))),
    ),
  );
  return el('div', { hidden: () => brokenRuns(s()).length === 0 }, one, more);
}
