// The map of two generals, as the stage takes it: the valley in place of the ring of camps, and a button over each messenger.

import { easeInOut } from '../scene/ease.js';
import { binder } from '../kit/dom.js';
import { discs } from './discs.js';
import { isHeard, knownOrder } from './frames.js';
import { messengersOf, ridersOf } from './riders.js';
import { along, placeOf, valley } from './valley.js';
import { valleyShapes } from './valley-shapes.js';
import { standAround } from './two.js';
import { told } from './words.js';

/** @typedef {import('./valley.js').Valley} Valley */
/** @typedef {import('../state/own.js').OwnMap} OwnMap */

/** Where lanes are many, the switch over the map needs so much of it; on a phone it has a row of its own. */
const SWITCH = 30;
const CROWDED = 5;
/** The sides of a messenger at scale 1. */
const SCROLL = { width: 52, height: 34 };

/** By how many messengers. @type {Map<number, OwnMap['layout']>} */
const layouts = new Map();

/** Where everything stands with so many messengers. @param {number} messengers @returns {OwnMap['layout']} */
function layoutFor(messengers) {
  /** @type {OwnMap['layout']} */
  const fresh = (stage) => valley({ ...stage, messengers, top: messengers >= CROWDED && !stage.compact ? SWITCH : 0 });
  const layout = layouts.get(messengers) ?? fresh;
  layouts.set(messengers, layout);
  return layout;
}

/** @param {import('../state/own.js').Stand} stand @returns {OwnMap} */
export function valleyMap({ root, page, plan, frame, testid }) {
  const { store } = page;
  const s = () => store.state;
  const drawing = binder();
  /** While another task's map still stands there is none. */
  const now = () => (plan.layout && 'lanes' in plan.layout ? /** @type {Valley} */ (plan.layout) : null);

  /** Where the messenger of a step is. @param {number} step */
  function where(step) {
    const valley = now();
    const rider = ridersOf(s())[step - 1];
    const lane = valley?.lanes[step - 1];
    if (!lane || !valley || rider.fate === 'ahead' || rider.fate === 'never') return null;
    return { ...along(lane, placeOf(lane, rider, easeInOut)), width: SCROLL.width * valley.scroll, height: SCROLL.height * valley.scroll };
  }
  /** A style that puts a box over a place of the map. @param {{x: number, y: number, width: number, height: number}} place */
  function box({ x, y, width, height }) {
    const { times, dx, dy } = frame();
    const px = (/** @type {number} */ length) => `${(length * plan.grown).toFixed(1)}px`;
    return `left:${px((x - width / 2) * times + dx)};top:${px((y - height / 2) * times + dy)};width:${px(width * times)};height:${px(height * times)}`;
  }
  /** @param {number} id */
  function number(id) {
    const { lanes = [], reach = 0 } = now() ?? {};
    return lanes[id - 1] ? box({ ...lanes[id - 1].disc, width: 2 * reach, height: 2 * reach }) : '';
  }
  function messenger(/** @type {number} */ id) {
    const found = where(id);
    return found && box(found);
  }
  /** What is written on this map. @param {import('../scene/types.js').Words} words @returns {import('./valley-shapes.js').Words} */
  function wordsOf(words) {
    const { t, order } = told(page);
    const said = (/** @type {number} */ id) => t(id === 1 ? 'says.1' : id === 2 ? 'says.2' : 'says.later', { order: order(knownOrder(s())) });
    return { ...words, valley: [t('valley.1'), t('valley.2')], caught: t('caught'), said };
  }
  const isAlone = testid('') === '';
  if (isAlone) standAround(page);
  const over = discs(drawing, page, { number, messenger }, testid);
  if (isAlone) root.append(over);
  return {
    get layout() {
      return layoutFor(messengersOf(s()));
    },
    scene: (layout, world, words) =>
      valleyShapes(/** @type {Valley} */ (layout), world, { riders: ridersOf(s()), order: knownOrder(s()), isHeard: isHeard(s()), lit: s().lit }, wordsOf(words)),
    // A click on a messenger is his button's.
    at: () => null,
    where,
    refresh: drawing.refresh,
    remove: () => over.remove(),
  };
}
