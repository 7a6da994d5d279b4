// The lies that the reader has chosen, one row each, and the forks of this run: every choice can be taken back.

import { binder } from '../kit/dom.js';
import { read } from '../state/engine.js';
import { slotKey } from '../state/lies.js';
import { povOf } from '../state/pov.js';
import { icon } from '../kit/icons.js';
import { forkList } from './fork-list.js';
import { history } from './history.js';
import { knownScenario } from './known-scenario.js';
import { lieChoices } from './lie-choices.js';
import { freshLie, lieRow } from './lie-row.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** More rows than this are counted, not listed. */
const ROWS = 60;

/** @param {HTMLElement} root @param {Page} page */
export function lieList(root, page) {
  const { store, t } = page;
  const drawing = binder();
  const { el, list, refresh } = drawing;
  const s = () => store.state;
  /** The slot of the row that the last fork brought, and the link for which that was asked. */
  let fresh = '';
  let asked = '';

  const title = el('h2', { id: page.id('lies-title') }, () => t('lies.title'));
  root.setAttribute('aria-labelledby', title.id);
  root.append(
    head(drawing, page, title),
    el('p', { class: 'hint plain' }, () => t('lies.hint')),
    list(
      el('ul', { class: 'lie-list', 'data-testid': 'lies' }),
      () => knownScenario(s()).lies.slice(0, ROWS),
      (lie) => `${s().lang} ${slotKey(lie)} ${lie.said} ${s().link}`,
      (lie, own) => lieRow(own, page, lie, () => slotKey(lie) === fresh),
    ),
    foot(drawing, page),
    lieChoices(drawing, page),
    forkList(drawing, page),
  );
  return () => {
    const { link, past, future, scenario, aside } = s();
    if (link !== asked && scenario) {
      const before = past.length > 0 && future.length === 0 ? read(past[past.length - 1]).scenario.lies : null;
      fresh = before ? freshLie(before, scenario.lies) : '';
      asked = link;
    }
    if (scenario && (aside === 'lies' || povOf(s()) !== null)) refresh();
  };
}

/** Its title, undo and redo, and the way back to the general. @param {Binder} drawing @param {Page} page @param {HTMLElement} title */
function head(drawing, page, title) {
  const { store, t } = page;
  const back = drawing.el(
    'button',
    {
      class: 'lies-back',
      'aria-label': () => t('lies.back'),
      title: () => t('lies.back'),
      onclick: () => store.apply({ type: 'aside', aside: 'general' }),
    },
    icon('cross', 15),
  );
  return drawing.el('div', { class: 'lies-head' }, title, history(drawing, page, false), back);
}

/** How many there are, what happens elsewhere, and all taken back at once. @param {Binder} drawing @param {Page} page */
function foot({ el }, { store, t, say }) {
  const lies = () => knownScenario(store.state).lies;
  return el(
    'p',
    { class: 'lies-foot' },
    el('span', {}, () => {
      if (povOf(store.state) !== null) return '';
      const strategy = t(say().under(`strategy.${store.state.scenario?.strategy ?? 'flip'}`, store.state.scenario?.protocol));
      return lies().length === 0 ? t('lies.none', { strategy }) : t('lies.count', { count: lies().length, strategy });
    }),
    el(
      'button',
      {
        class: 'text-button',
        'data-testid': 'reset-lies',
        hidden: () => lies().length === 0,
        onclick: () => store.apply({ type: 'reset-lies' }),
      },
      () => t('lies.reset'),
    ),
  );
}
