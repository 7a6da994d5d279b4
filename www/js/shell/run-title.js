// The strip over the figure: the tabs of the views, and the run in one line.

import { binder } from '../kit/dom.js';
import { history } from '../scenario/history.js';
import { counts } from '../verdict/verdict-words.js';
import { doors, tabs } from './tabs.js';

/** @typedef {import('./page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page */
export function runTitle(root, page) {
  const { store, t, say } = page;
  const own = binder();
  const { el, refresh } = own;
  const run = () => {
    const { scenario } = store.state;
    return scenario ? t(say().under('run', scenario.protocol), { n: scenario.n, m: scenario.m, counts: counts(store.state, say()) }) : '';
  };
  root.append(
    tabs(own, page),
    el('p', { class: 'run' }, el('span', {}, run)),
    history(own, page),
    doors(own, page),
  );
  return () => {
    if (store.state.scenario) refresh();
  };
}
