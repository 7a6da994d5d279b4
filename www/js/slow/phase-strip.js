// The strip of phases below the map: who has reached which stage of the present phase and of the one before it.

import { binder } from '../kit/dom.js';
import { shield, token } from '../kit/icons.js';
import { loyalty, povOf } from '../state/pov.js';
import { phaseName } from '../words/part-words.js';
import { phasesNow } from './phases-now.js';
import { shownPhases } from './phases.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').Word} Word */
/** @typedef {import('./phases.js').Cell} Cell */
/** @typedef {import('./phases.js').Phase} Phase */

/** Rows; on phones the present one alone, by style. */
const ROWS = 2;
/** More who have reached a stage are counted; where cells are narrow, more than the second number, and with several words all: so many a word. */
const SHIELDS = 4;
const FEW = 2;

/** @param {Binder} drawing @param {Page} page */
export function phaseStrip({ el, list }, page) {
  const { store, t, say } = page;
  const s = () => store.state;
  const phases = () => shownPhases(phasesNow(s()), ROWS);
  const several = () => phases().length > 1 || phases().some(({ phase }) => phase > 1);
  const head = (/** @type {Phase} */ { phase }) => phaseName(say(), s().scenario?.protocol, phase);
  return el(
    'section',
    { class: 'phases', 'data-testid': 'phases', 'data-answer': true, 'aria-label': () => t('slow.phases') },
    list(
      el('ol', { class: 'phase-rows', 'data-rows': () => (several() ? 2 : 1) }),
      phases,
      (phase) => `${s().lang} ${JSON.stringify(phase)} ${povOf(s())}`,
      (phase, own) =>
        own.el(
          'li',
          { class: 'phase-row', 'data-testid': `phase-${phase.phase}` },
          own.el('div', { class: 'phase-head' }, own.el('b', {}, head(phase)), phase.leader === null ? null : leads(own, page, phase.leader)),
          own.el('ol', { class: 'phase-cells' }, ...phase.cells.map((cell) => cellOf(page, cell))),
        ),
    ),
  );
}

/** @param {Binder} own @param {Page} page @param {number} leader */
const leads = ({ el }, { store, t, say }, leader) =>
  el('span', {}, shield(leader, loyalty(store.state, leader), 20), el('span', { class: 'unseen' }, say().general(leader)), ` ${t('slow.phases.leads')}`);

/** Who has come to a stage, and with which word, read aloud. @param {Page} page @param {Cell['by']} by @param {Word[]} words */
const reachedBy = ({ t, say }, by, words) =>
  words
    .map((own) => ({ own, who: say().generals(by.filter(({ word }) => word === own).map(({ general }) => general)) }))
    .map(({ own, who }) => (own === null ? t('slow.phases.reached', { who }) : t('slow.phases.reached.with', { who, order: say().order(own) })))
    .join(' ');

/** A stage: its name, who has reached it, and with which word. @param {Page} page @param {Cell} cell */
function cellOf(page, { stage, by, state }) {
  const { store, t, say } = page;
  const { el } = binder();
  const words = [...new Set(by.map(({ word }) => word))];
  // In a wrong form somebody may come to it for both orders.
  const who = [...new Set(by.map(({ general }) => general))];
  const count = (/** @type {Word} */ own) => by.filter(({ word }) => word === own).length;
  const name = t(say().under(`slow.stage.${stage}`, store.state.spec?.task));
  const rest = (/** @type {string} */ kind, /** @type {number} */ more) => (more > 0 ? el('i', { class: kind }, `+${more}`) : null);
  const told = by.length > 0 ? reachedBy(page, by, words) : t(`slow.phases.${state}`);
  return el(
    'li',
    { class: `phase-cell ${state} stage-${stage}`, 'data-testid': `stage-${stage}`, 'data-state': state },
    el('span', { class: 'phase-name' }, name),
    el(
      'span',
      { class: words.length > 1 ? 'phase-by several' : 'phase-by', 'aria-hidden': 'true' },
      el('span', { class: 'phase-words' }, ...words.flatMap((word) => (word === null ? [] : [token(word, 7.5), el('i', { class: 'each' }, String(count(word)))]))),
      ...who.slice(0, SHIELDS).map((general) => shield(general, true, 22)),
      rest('rest', who.length - SHIELDS),
      rest('rest-few', who.length - FEW),
    ),
    el('span', { class: by.length > 0 ? 'unseen' : 'phase-told' }, told),
  );
}
