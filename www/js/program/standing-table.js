// Where each general of a program stands: a row each, with what he knows by name and what he decides.

import { token, shield } from '../kit/icons.js';
import { loyalty } from '../state/pov.js';
import { isCommander } from '../state/spec.js';
import { lineOf, open, standingsOf } from './standings.js';
import { written } from './standing-words.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('#generals').Standings['generals'][number]} Standing */
/** @typedef {import('#generals').ProgramValue} Value */

/** A value in a cell: an order as its token, all else as the language writes it. @param {Binder} own @param {Value} value */
const valueNodes = ({ el }, value) =>
  value === 'A' || value === 'R'
    ? [token(value, 8), el('code', { class: 'unseen' }, value)]
    : [el('code', { class: typeof value === 'number' ? null : 'standing-word', lang: 'en' }, written(value))];

/** @param {Binder} own @param {Page} page @param {Standing} one @param {number} columns */
function row(own, { store, t, say }, { general, values, decides }, columns) {
  const { el } = own;
  const s = () => store.state;
  const nothing = () => el('td', {}, el('span', { 'aria-hidden': 'true' }, '–'), el('span', { class: 'unseen' }, t('standing.not-yet')));
  return el(
    'tr',
    { 'data-chosen': () => s().chosen === general },
    el(
      'th',
      { scope: 'row' },
      el(
        'button',
        { 'aria-pressed': () => String(s().chosen === general), onclick: () => store.apply({ type: 'choose', general }) },
        shield(general, loyalty(s(), general), 24),
        el('span', { class: 'unseen' }, say().general(general)),
      ),
    ),
    ...Array.from({ length: columns }, (_, at) => (at < values.length ? el('td', {}, ...valueNodes(own, values[at])) : nothing())),
    decides ? el('td', {}, token(decides, 8), ' ', say().order(decides)) : nothing(),
  );
}

/** Who decides nothing that is judged, and why. @param {Page} page */
function unjudged({ store, t, say }) {
  const s = store.state;
  const traitors = (s.scenario?.traitors ?? []).filter((id) => loyalty(s, id) === false);
  const parts = [
    ...(isCommander(s, 1) ? [t('standing.commands', { who: say().general(1) })] : []),
    ...(traitors.length > 0 ? [t('standing.traitors', { who: say().generals(traitors), count: traitors.length })] : []),
  ];
  return parts.length > 0 ? t('standing.unjudged', { list: say().list(parts) }) : '';
}

/** @param {Binder} binder @param {Page} page */
export function standingTable({ el, list }, page) {
  const { store, t, say, id } = page;
  const s = () => store.state;
  const here = () => standingsOf(s());
  const title = el('h3', { class: 'label', id: id('standing-title') }, () => t('standing.title'));
  return el(
    'section',
    { class: 'holdings standing', hidden: () => here() === null, 'aria-labelledby': title.id, 'data-testid': 'standing' },
    title,
    el('p', { class: 'hint' }, () => {
      const all = here();
      return all ? t(all.round > s().perRound.length ? 'standing.at-end' : 'standing.at', { line: lineOf(all), round: all.round }) : '';
    }),
    list(
      // A phone scrolls it within itself, by keys too.
      el('div', { class: 'standing-frame', tabindex: 0, role: 'group', 'aria-labelledby': title.id }),
      () => {
        const all = here();
        return all ? [{ all, rows: open(s(), all) }] : [];
      },
      ({ all, rows }) => `${s().lang} ${say().id(1)} ${s().scenario?.traitors} ${s().place.pov} ${all.names} ${JSON.stringify(rows)}`,
      ({ all, rows }, own) =>
        own.el(
          'table',
          { 'aria-labelledby': title.id },
          own.el(
            'thead',
            {},
            own.el(
              'tr',
              {},
              own.el('th', { scope: 'col' }, own.el('span', { class: 'unseen' }, t('standing.general'))),
              ...all.names.map((name) => own.el('th', { scope: 'col' }, own.el('code', {}, name))),
              own.el('th', { scope: 'col' }, t('standing.decides')),
            ),
          ),
          own.el('tbody', {}, ...rows.map((one) => row(own, page, one, all.names.length))),
        ),
    ),
    el('p', { class: 'hint', hidden: () => unjudged(page) === '' }, () => unjudged(page)),
  );
}
