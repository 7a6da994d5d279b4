// What tasks bring of their own whose runs are not settled around a city: their map and their sentences, before the first such run is shown.

import { dialectOf } from './spec.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/**
 * `layout`: where everything stands; the same function for the same places. `scene`: the shapes. `at`, `where`: the step of who is at a
 * point, and where who brings a message is, where rides are not those of everywhere. `refresh`: everything may have changed.
 * @typedef {{layout: (stage: import('../scene/arrange.js').Stage) => Layout, scene: typeof import('../scene/scene.js').scene, at?: (x: number, y: number) => number | null, where?: (step: number) => ReturnType<typeof import('../scene/hit.js').whereabouts>, refresh: () => void, remove: () => void}} OwnMap
 */
/**
 * The stage on which a map is made; `frame`: where the map lies behind its window.
 * @typedef {{root: HTMLElement, page: import('../shell/page.js').Page, plan: import('../stage/map-plan.js').MapPlan, frame: () => import('../paint/painter.js').Frame,
 *   paint: () => void, testid: (name: string) => string}} Stand
 */
/**
 * `sentence`: that tells the step, or null where it is told as elsewhere; `kept`: the steps whose messages show why a party decided as it did;
 * `beside`: the run that is compared with the open one, if it is not looked for; `spelling`: its letters and its signs on shields;
 * `legend`: the signs of its map.
 * @typedef {{map: (stand: Stand) => OwnMap, sentence?: (s: import('./types.js').State, say: import('../words/i18n.js').Speech) => import('../words/i18n.js').Part[] | null,
 *   kept?: (s: import('../scene/world.js').Seen, general: number) => number[], beside?: (s: import('./types.js').State) => import('../compare/beside.js').Beside,
 *   spelling?: (say: import('../words/i18n.js').Speech) => Partial<import('../scene/signs.js').Spelling>,
 *   legend?: (say: import('../words/i18n.js').Speech) => typeof import('../stage/legend-marks.js').GROUPS}} Own
 */

/** By the dialects in which their runs are told. @type {Partial<Record<string, Own>>} */
export const owns = {};

/** What the task of the open run brings. @param {import('./spec.js').Open} s */
export const ownOf = (s) => owns[`${dialectOf(s)}`];
