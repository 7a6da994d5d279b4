// Signs of generals and orders as they are usually spelled, whatever run is open.

import { spell } from '../scene/signs.js';
import { ownOf } from '../state/own.js';

/** @template T @param {import('../shell/page.js').Page} page @param {() => T} draw @returns {T} */
export function plainly({ store, say }, draw) {
  spell();
  try {
    return draw();
  } finally {
    spell(ownOf(store.state).spelling?.(say()));
  }
}
