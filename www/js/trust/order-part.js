// The map of an order as it comes with the first one that is opened: its places, its roads with their switches, its style.

import sheet from './order.css' with { type: 'css' };
import panelSheet from './panel.css' with { type: 'css' };
import { adopt } from '../kit/style.js';
import { povOf } from '../state/pov.js';
import { dialectOf } from '../state/spec.js';
import { guildMotion } from './guild-motion.js';
import { orderLayout, orderOf } from './order-layout.js';
import { orderScene } from './order-scene.js';
import { standAround } from './panel.js';
import { guildOf, restsUnder, standingOf } from './standing.js';
import { trusts, trustSwitches } from './switches.js';

export { beside } from './beside.js';
export { kept } from './kept.js';
export { orderGroups as legend } from './legend-marks.js';
export { spelling } from './party.js';
export { sentence } from './tell.js';

adopt(sheet);
adopt(panelSheet);

/** @param {import('../state/own.js').Stand} stand @returns {import('../state/own.js').OwnMap} */
export function map(stand) {
  const { root, page, plan, paint } = stand;
  const { store, t } = page;
  const s = () => store.state;
  const isHere = () => dialectOf(s()) === 'trust';
  const order = () => (plan.layout ? orderOf(plan.layout) : null);
  const switches = trustSwitches(stand, () => order()?.pills ?? []);
  const motion = guildMotion(paint, () => s().still);
  root.append(switches.node);
  // Beside the map of a page part, not beside each of two that are compared.
  if (stand.testid('') === '') standAround(page);

  return {
    layout: orderLayout,
    scene(layout, world, words) {
      const own = orderOf(layout);
      // A map that is about to leave may be painted once more for a run of another task.
      if (!own || !isHere()) return [];
      return orderScene(own, world, words, {
        trusts: (from, to) => trusts(s(), from, to),
        guild: { members: guildOf(s()), drawn: motion.drawn() },
        rests: restsUnder(s()),
        standing(id) {
          const now = standingOf(s(), id);
          return now ? t(`stand.${now}`) : '';
        },
        viewer: povOf(s()),
        words: { name: (id) => t(`name.${id}`), letter: (word) => t(`letter.${word}`), guild: [t('guild.still'), t('guild.name')] },
      });
    },
    refresh() {
      if (!isHere()) return;
      motion.refresh(guildOf(s()));
      switches.refresh();
    },
    remove() {
      motion.stop();
      switches.node.remove();
    },
  };
}
