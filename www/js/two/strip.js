// The argument as a strip: a card a run, from “all arrive” to “none arrives”, and between two of them who cannot tell them apart.

import { shield } from '../kit/icons.js';
import { drawn } from '../kit/picture.js';
import { answerFor } from './chain.js';
import { putCaught } from './fields.js';
import { drawnIn, endOf, runPicture } from './run-card.js';
import { caughtOf, messengersOf } from './riders.js';
import { nth, told } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./run-card.js').Run} Run */

/** Who arrives in a run. @param {import('../words/i18n.js').Speech} say @param {Run} run @param {number} messengers */
export const captionOf = (say, { lost }, messengers) =>
  lost ? say.t('card.caught', { nth: nth(say, lost) }) : say.t(say.under('card.all', String(messengers)), { all: messengers });

/** Between two runs. @param {Binder} own @param {Page} page @param {number | null} alike */
function seam({ el }, page, alike) {
  if (alike === null) return '';
  const say = told(page);
  return el('span', { class: 'two-seam', role: 'img', 'aria-label': say.t('seam', { who: say.general(alike) }) }, shield(alike, true, 26));
}

/** @param {Binder} binder @param {Page} page */
export function strip({ el, list }, page) {
  const { store } = page;
  const s = () => store.state;
  const say = () => told(page);
  const runs = () => (s().session ? answerFor(s()).chain.map((run, i, all) => ({ run, alike: all[i - 1]?.alike ?? null })) : []);
  const cards = list(
    el('ol', { class: 'two-runs', 'aria-label': () => say().t('strip') }),
    runs,
    ({ run }) => `${s().lang} ${messengersOf(s())} ${run.lost} ${JSON.stringify(run.decisions)}`,
    ({ run, alike }, own) => {
      const count = messengersOf(s());
      const { before } = drawnIn(run, count);
      return own.el(
        'li',
        {},
        seam(own, page, alike),
        own.el(
          'button',
          {
            class: run.agreement ? 'two-card' : 'two-card breaks',
            'data-testid': `run-${run.lost}`,
            'aria-current': () => (caughtOf(s()) === run.lost ? 'true' : null),
            onclick: () => putCaught(page, run.lost),
          },
          own.el('span', { class: 'two-caption' }, captionOf(say(), run, count)),
          drawn(runPicture(run, count, say().t('card.more', { count: before }))),
          own.el('b', {}, say().t(`end.${endOf(run.decisions)}`)),
        ),
      );
    },
  );
  let shown = '';
  return {
    node: el('div', { class: 'two-strip' }, cards, el('p', { class: 'two-why' }, () => say().t('strip.why'))),
    /** Brings the run that is open into sight, with its neighbours. */
    follow() {
      const now = `${messengersOf(s())} ${caughtOf(s())} ${cards.clientWidth > 0}`;
      if (now === shown) return;
      shown = now;
      const open = /** @type {HTMLElement | null} */ (cards.querySelector('[aria-current]')?.parentElement);
      if (open) cards.scrollLeft = open.offsetLeft + open.offsetWidth / 2 - cards.clientWidth / 2;
    },
  };
}
