// Ways to trust, each a run: the lecture's, two that have no common friend, a circle, and a data centre, which is too many to settle an order.

import { opening } from '../scenario/cases.js';
import { read, trust } from '../state/engine.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** `also`: a run of generals that is the same case. */
const PRESETS = [
  { name: 'lecture', run: 'v=1&p=trust&n=3' },
  { name: 'nobody', run: 'v=1&p=trust&n=3&w=23' },
  { name: 'fear', run: 'v=1&p=trust&n=3&w=0', also: 'v=1&p=om&n=3&t=2' },
  { name: 'circle', run: 'v=1&p=trust&n=3&w=12.23.31' },
];
/** Four services of one company, which trust each other, and a customer outside, who trusts one of them: party 1. */
export const DATA_CENTRE = 'v=1&p=trust&n=5&w=1-2.2-3.2-4.2-5.3-2.3-4.3-5.4-2.4-3.4-5.5-2.5-3.5-4';
/** The same when one of the services cheats. */
const ONE_CHEATS = `${DATA_CENTRE}&t=3`;

/** What the engine says of the data centre: who is promised anything, all honest and with one cheat. */
export const dataCentre = () => ({ honest: trust().graph(DATA_CENTRE), cheated: trust().graph(ONE_CHEATS) });

/** @param {Binder} binder @param {Page} page */
export function presets(binder, page) {
  const { el, list } = binder;
  const { store, t, id } = page;
  const s = () => store.state;
  // Who trusts whom is known to all, whatever else the run is.
  const isOpen = (/** @type {readonly (readonly [number, number])[]} */ trusted) => String(s().scenario?.w ?? '') === String(trusted);
  return el(
    'section',
    { class: 'cases order-presets', 'data-testid': 'presets', 'aria-labelledby': id('presets-title') },
    el('h3', { class: 'label', id: id('presets-title') }, () => t('presets')),
    el(
      'ol',
      {},
      ...PRESETS.map(({ name, run, also }) => {
        const trusted = read(run).scenario.w ?? [];
        return el(
          'li',
          {},
          opening(binder, page, run, { 'data-preset': name, 'aria-current': () => (isOpen(trusted) ? 'true' : null) }, el('b', {}, () => t(`presets.${name}`)), el('span', {}, () => t(`presets.${name}.look`))),
          also === undefined ? null : opening(binder, page, also, { class: 'order-also', 'data-preset': `${name}-also` }, () => t(`presets.${name}.also`)),
        );
      }),
      el(
        'li',
        {},
        el(
          'details',
          { 'data-preset': 'centre' },
          el('summary', {}, el('b', {}, () => t('presets.centre')), el('span', {}, () => t('presets.centre.look'))),
          list(
            el('div', {}),
            () => [s().lang],
            String,
            (_, own) => {
              const { honest, cheated } = dataCentre();
              const values = { guild: honest.guild.length, left: cheated.guild.length, pairs: honest.pairs.length };
              return own.el('p', { class: 'hint', 'data-testid': 'centre' }, t(honest.consistent ? 'presets.centre.said' : 'presets.centre.parted', values));
            },
          ),
        ),
      ),
    ),
  );
}

/** For the tests: what is offered. */
export const OFFERED = PRESETS;
