// A cell of the table of rules: a rule against a cheat. It holds, or opens the run that shows the harm.

import { opening } from '../scenario/cases.js';
import { stamp } from '../kit/icons.js';
import { brokenIn, isConvicted } from './harm.js';
import { rowFor } from './standing.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** Past the end: the end is meant. */
const AT_ITS_END = '&at=99';
/** Two contradictory receipts, whichever rule they are tried under. */
const TWO_RECEIPTS = 'v=1&p=trust&n=3&t=3&s=honest&x=3-1R&by=';

/**
 * @param {Binder} binder @param {Page} page
 * @param {{by: string, party: number, isNow: () => boolean}} of `isNow`: this party cheats in the open run
 */
export function ruleCell(binder, page, { by, party, isNow }) {
  const { store, t } = page;
  const s = () => store.state;
  const isProved = () => party === 3 && by === 'signed' && isConvicted(TWO_RECEIPTS + by);
  return binder.list(
    binder.el('td', { 'data-now': () => (isNow() ? 'on' : null), 'data-testid': `cell-${by}-${party}` }),
    () => {
      const found = rowFor(s(), by, party);
      return found ? [{ broken: brokenIn(found), lang: s().lang }] : [];
    },
    ({ broken, lang }) => `${lang} ${broken?.link ?? ''}`,
    ({ broken }, own) =>
      broken
        ? opening(own, page, broken.link + AT_ITS_END, { 'data-harm': broken.harm, title: () => t('rules.open') }, stamp('broken'), own.el('span', {}, () => t(`harm.${broken.harm}`)))
        : own.el('span', { class: 'held' }, stamp('holds'), isProved() ? own.el('span', {}, () => t('harm.convicted')) : own.el('span', { class: 'unseen' }, () => t('rules.holds'))),
  );
}
