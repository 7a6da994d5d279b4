// Which one when: every protocol in a row, with its task, promise and cost for as many generals as the open run has; each opens a run.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { opening } from '../scenario/cases.js';
import { lab, refusal } from '../state/engine.js';
import { cellOf, COLUMNS, here, signOf } from './which-told.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('#generals').Offer} Offer */
/** @typedef {{n: number, m: number}} Army */

/** The army of a run that has none of traitors. */
const USUAL = { n: 4, m: 1 };

/** What all protocols offer an army, once for each. @param {Page} page */
function offers({ store }) {
  /** @type {{key: string, army: Army, all: Offer[]}} */
  let known = { key: '', army: USUAL, all: [] };
  return () => {
    const army = store.state.scenario ?? USUAL;
    const key = `${army.n} ${army.m}`;
    if (known.key === key) return known;
    try {
      known = { key, army: { n: army.n, m: army.m }, all: lab().protocols(army.n, army.m) };
    } catch (error) {
      refusal(error);
      known = { key, army: USUAL, all: lab().protocols(USUAL.n, USUAL.m) };
    }
    return known;
  };
}

/** A cell with what it is about, which is said where there is no head above. @param {Binder} own @param {Page} page @param {string} column @param {...(Node | string)} inner */
const cell = (own, { t }, column, ...inner) =>
  own.el('td', { class: `which-${column}` }, own.el('span', { class: 'which-label', 'aria-hidden': 'true' }, t(`lab.which.${column}`)), own.el('span', {}, ...inner));

/** Whether this army has what is promised, as a sign and in words. @param {Binder} own @param {Page} page @param {Offer} offer */
function promised(own, { say }, offer) {
  const sign = signOf(offer);
  if (sign === null) return [];
  return [own.el('small', { class: sign ? 'which-yes' : 'which-no' }, icon(sign ? 'check' : 'cross', 14), ` ${here(say(), offer)}`)];
}

/** @param {Binder} own @param {Page} page @param {Offer} offer @param {boolean} isOpen whether the open run is one of it */
function row(own, page, offer, isOpen) {
  const { t, say } = page;
  const { protocol } = offer.spec;
  const name = t(`protocol.${protocol}`);
  const run = opening(own, page, offer.kept, { 'data-testid': `which-${protocol}`, 'aria-label': t('lab.which.open', { name }) }, name);
  const broken = offer.beyond;
  return own.el(
    'tr',
    { 'aria-current': isOpen ? 'true' : null },
    own.el('th', { scope: 'row' }, run, own.el('small', {}, offer.spec.source)),
    ...COLUMNS.map((column) => cell(own, page, column, cellOf(say(), column, offer), ...(column === 'promise' ? promised(own, page, offer) : []))),
    cell(
      own,
      page,
      'beyond',
      broken ? opening(own, page, broken, { 'data-testid': `beyond-${protocol}`, 'aria-label': t('lab.which.break.long', { name }) }, t('lab.which.break')) : '–',
    ),
  );
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function which({ page, redraw }) {
  const own = binder();
  const { el, list } = own;
  const { store, t } = page;
  const now = offers(page);
  // What protocols beyond the start are called.
  page.learn(['protocols']).then(redraw, reportError);
  const isNamed = () => page.say().under('protocol', 'king') !== 'protocol';
  const table = el(
    'table',
    { class: 'which', 'data-testid': 'which' },
    el('caption', { class: 'unseen' }, () => t('lab.which.title')),
    el('thead', {}, el('tr', {}, ...['name', ...COLUMNS, 'beyond'].map((column) => el('th', { scope: 'col' }, () => t(`lab.which.${column}`))))),
    list(
      el('tbody', {}),
      () => (isNamed() ? now().all : []),
      ({ spec, n, m }) => `${store.state.lang} ${spec.protocol} ${n} ${m} ${now().key} ${store.state.scenario?.protocol === spec.protocol}`,
      (offer, mine) => row(mine, page, offer, store.state.scenario?.protocol === offer.spec.protocol),
    ),
  );
  return {
    node: el(
      'div',
      {},
      el('h3', {}, () => t('lab.which.title')),
      el('p', { class: 'lab-lead' }, () => t('lab.which.lead', { ...now().army, count: now().army.m })),
      el('div', { class: 'lab-scroll', tabindex: 0, role: 'region', 'aria-label': () => t('lab.which') }, table),
      el('p', { class: 'hint' }, () => t('lab.which.legend')),
    ),
    refresh: own.refresh,
  };
}
