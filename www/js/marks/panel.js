// How the chosen general decides: phase by phase the rules that fired for him, each with its word and its votes, as far as the cursor is.

import { isCommander, restsOn } from '../state/spec.js';
import { loyalty } from '../state/pov.js';
import { isDecided } from '../state/decided.js';
import { token } from '../kit/icons.js';
import { bundlePanel } from './bundle-panel.js';
import { marksSoFar } from './fired.js';
import { phaseName } from '../words/part-words.js';
import { phasesOf, rowWords } from './panel-words.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('#generals').Mark} Mark */

/** @param {Binder} own @param {Page} page @param {Mark} mark */
function row({ el }, { store, say }, mark) {
  const { what, counted, long } = rowWords(say(), store.state.scenario?.protocol, mark);
  const isNamed = mark.word !== null && mark.mark !== 'time-out' && mark.word !== 'N';
  return el(
    'li',
    { 'data-mark': mark.mark },
    el('span', { class: 'marks-what' }, what),
    isNamed ? el('span', {}, token(mark.word, 9), el('span', { class: 'unseen' }, say().order(mark.word))) : el('span', {}),
    counted ? el('span', { class: 'marks-votes', title: long }, el('span', { 'aria-hidden': 'true' }, counted), el('span', { class: 'unseen' }, long)) : null,
  );
}

/** @param {Binder} binder @param {Page} page @param {() => number} id */
export function marksPanel(binder, page, id) {
  const { el, list } = binder;
  const { store, t, say } = page;
  const s = () => store.state;
  const isHere = () => restsOn(s(), 'marks') && !isCommander(s(), id()) && s().session !== null && loyalty(s(), id()) === true;
  const phases = () => (isHere() ? phasesOf(marksSoFar(s(), id())) : []);
  const isUndecided = () => isHere() && isDecided(s()) && s().verdict?.decisions[id()] === null;
  return el(
    'div',
    { class: 'holdings marks', hidden: () => !isHere(), 'data-testid': 'marks' },
    el('h3', { class: 'label' }, () => t('marks.title')),
    list(
      el('ol', { class: 'marks-phases' }),
      phases,
      ({ phase, marks }) => `${s().lang} ${say().id(1)} ${id()} ${s().scenario?.protocol} ${phase} ${JSON.stringify(marks)}`,
      ({ phase, marks }, own) =>
        own.el(
          'li',
          { class: 'marks-phase', 'aria-current': () => (phases().at(-1)?.phase === phase ? 'step' : null) },
          own.el('b', {}, phaseName(say(), s().scenario?.protocol, phase)),
          own.el('ul', {}, ...marks.map((mark) => row(own, page, mark))),
        ),
    ),
    bundlePanel(binder, page, () => (isHere() ? id() : null)),
    el('p', { class: 'hint', hidden: () => phases().length > 0 }, () => t('marks.none')),
    el('p', { class: 'hint', hidden: () => !isUndecided() }, () => t('marks.undecided')),
  );
}
