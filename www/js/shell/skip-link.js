// The first stop of the keyboard: past everything that stands around the map, to its camps.

import { binder } from '../kit/dom.js';
import { screenOf } from '../state/screens.js';

/** @param {HTMLElement} root @param {import('./page.js').Page} page @param {HTMLElement} centre what everything else stands around */
export function skipLink(root, { store, t }, centre) {
  const { el, refresh } = binder();
  const isMap = () => screenOf(store.state) === 'map';
  /** The chosen camp, or the first. */
  const camp = () => centre.querySelector('.camps [aria-pressed="true"]') ?? centre.querySelector('.camps button');
  const go = () => /** @type {HTMLElement} */ ((isMap() && camp()) || centre).focus();
  root.append(el('button', { class: 'bar-button solid', 'data-testid': 'skip', onclick: go }, () => t(isMap() ? 'skip.camps' : 'skip.figure')));
  return refresh;
}
