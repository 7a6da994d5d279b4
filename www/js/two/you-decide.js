// “You decide” for general 2: the reader chooses with what has come to him; then both runs that look like this to him are shown.

import { drawn } from '../kit/picture.js';
import { token } from '../kit/icons.js';
import { povOf } from '../state/pov.js';
import { answerFor } from './chain.js';
import { alikeTo, ASKED, chosenIn, receivedBy } from './choice.js';
import { captionOf } from './strip.js';
import { endOf, runPicture } from './run-card.js';
import { caughtOf, messengersOf } from './riders.js';
import { told } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').Order} Order */

/** How many of two runs break, as a word of the catalogues. @param {import('./choice.js').Chosen[]} runs */
export function answerKey(runs) {
  if (runs.length < 2) return 'asked.single';
  return ['asked.none', 'asked.half', 'asked.both'][runs.filter(({ agreement }) => !agreement).length];
}

/** @param {Binder} binder @param {Page} page */
export function youDecide({ el, list }, page) {
  const { store } = page;
  const say = () => told(page);
  const s = () => store.state;
  /** What the reader said, and of which run. @type {{link: string, order: Order} | null} */
  let chosen = null;
  const order = () => (chosen?.link === s().link ? chosen.order : null);
  const runs = () => {
    const said = order();
    return said && s().session ? chosenIn(alikeTo(answerFor(s()).chain, caughtOf(s())), said) : [];
  };
  /** What has come to him in the end, whatever the transport shows. */
  const received = () => {
    const lost = caughtOf(s());
    return receivedBy(lost ? lost - 1 : messengersOf(s()));
  };
  const known = () => {
    const count = received();
    if (count === 0) return say().t('asked.known.none');
    return say().t('asked.known', { count, order: say().order(s().scenario?.order ?? null) });
  };
  /** @param {Order} value @param {() => void} refresh */
  const button = (value, refresh) =>
    el(
      'button',
      {
        class: 'choice',
        value,
        'aria-pressed': () => String(order() === value),
        onclick: () => {
          chosen = { link: s().link, order: value };
          refresh();
        },
      },
      token(value, 9),
      el('span', {}, () => say().order(value)),
    );
  return (/** @type {() => void} */ refresh) =>
    el(
      'section',
      { class: 'two-asked', 'data-testid': 'you-decide', 'aria-labelledby': page.id('asked-title'), hidden: () => ![null, ASKED].includes(povOf(s())) },
      el('h3', { class: 'label', id: page.id('asked-title') }, () => say().t('asked')),
      el('p', {}, known),
      el('div', { class: 'choices' }, button('A', refresh), button('R', refresh)),
      el('p', { class: 'two-answer', role: 'status' }, () => {
        const said = order();
        return said ? say().t(answerKey(runs()), { order: say().order(said) }) : '';
      }),
      list(
        el('ol', { class: 'two-both' }),
        runs,
        ({ run, decisions }) => `${s().lang} ${run.link} ${decisions[ASKED]}`,
        ({ run, decisions, agreement }, own) =>
          own.el(
            'li',
            { class: agreement ? '' : 'breaks', 'data-state': agreement ? 'holds' : 'broken' },
            own.el('span', {}, captionOf(say(), run, messengersOf(s()))),
            drawn(runPicture(run, messengersOf(s()), '', decisions)),
            own.el('b', {}, say().t(`end.${endOf(decisions)}`)),
          ),
      ),
    );
}
