// What runs of a kind bring of their own, before the first such run is shown: what tells of them, what panels show of them, a map.

import { kindsOf } from './spec.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/**
 * `layout`: where everything stands; the same function for the same places. `scene`: the shapes. `at`, `where`: the step of who is at a
 * point, and where who brings a message is, where rides are not those of everywhere. `refresh`: everything may have changed.
 * @typedef {{layout: (stage: import('../scene/arrange.js').Stage) => Layout, scene: typeof import('../scene/scene.js').scene, at?: (x: number, y: number) => number | null, where?: (step: number) => ReturnType<typeof import('../scene/hit.js').whereabouts>, refresh: () => void, remove: () => void}} OwnMap
 */
/**
 * What panels show of such a run alone, each in its place: what decides the run, what a general is for, what his decision rests on, what else than deciding he can do.
 * @typedef {Partial<Record<'field' | 'opinion' | 'vector' | 'held' | 'wait', (binder: import('./types.js').Binder, page: import('../shell/page.js').Page, ...more: any[]) => HTMLElement>>} Panels
 */
/**
 * The stage on which a map is made; `frame`: where the map lies behind its window.
 * @typedef {{root: HTMLElement, page: import('../shell/page.js').Page, plan: import('../stage/map-plan.js').MapPlan, frame: () => import('../paint/painter.js').Frame,
 *   paint: () => void, testid: (name: string) => string}} Stand
 */
/**
 * `sentence`: that tells the step, or null where it is told as elsewhere; `kept`: the steps whose messages show why a party decided as it did;
 * `beside`: the run that is compared with the open one, if it is not looked for; `spelling`: its letters and its signs on shields;
 * `legend`: the signs of its map; `because`: why a condition came out as it did; `heard`: what he was told, in a list; `purpose`: what a round is for; `roundName`: how the scrubber names it;
 * `moment`: which moment it is, `time`: the line of time as it is shown, where `isOpen` its length is not known yet; `waited`: what comes of it if the reader waits in a general’s place, or the general never decides; `holds`: what a general is for by now; `standing`: how sure he is; `leader`: who wears the crown now; `limit`: what nobody can know; `letters`, `vectors`: what tells of these; `panels`: what panels show of it alone.
 * @typedef {{map?: (stand: Stand) => OwnMap, letters?: typeof import('../words/narrate-signed.js'), vectors?: typeof import('../words/vectors.js'), panels?: Panels, sentence?: (s: import('./types.js').State, say: import('../words/i18n.js').Speech) => import('../words/i18n.js').Part[] | null,
 *   kept?: (s: import('../scene/world.js').Seen, general: number) => number[], beside?: (s: import('./types.js').State) => import('../compare/beside.js').Beside,
 *   because?: typeof import('../marks/because.js').because, heard?: (s: import('./types.js').State, say: import('../words/i18n.js').Speech, heard: import('../general/received.js').Heard) => string | null,
 *   roundName?: (s: import('./types.js').State, say: import('../words/i18n.js').Speech, round: number, size: string) => string, purpose?: (s: import('./types.js').State, say: import('../words/i18n.js').Speech, round: number) => import('../words/i18n.js').Part[],
 *   moment?: (s: import('./types.js').State, say: import('../words/i18n.js').Speech) => string | null, time?: (s: import('./types.js').State) => (ReturnType<typeof import('./pov.js').visibleTime> & {isOpen?: boolean}) | null,
 *   waited?: typeof import('../marks/wait.js').waited,
 *   holds?: (s: import('../scene/world.js').Seen, general: number) => 'A' | 'R' | null, standing?: (s: import('../scene/world.js').Seen, general: number) => 'sure' | 'follows' | null, leader?: (s: import('../scene/world.js').Seen) => number | null, limit?: (s: import('./types.js').State, say: import('../words/i18n.js').Speech) => string,
 *   spelling?: (say: import('../words/i18n.js').Speech) => Partial<import('../scene/signs.js').Spelling>,
 *   legend?: (say: import('../words/i18n.js').Speech) => typeof import('../stage/legend-marks.js').GROUPS}} Own
 */

/** By the kinds of runs that have it. @type {Partial<Record<string, Own>>} */
export const owns = {};

/** What the open run brings. @param {import('./spec.js').Open} s @returns {Partial<Own>} */
export const ownOf = (s) => Object.assign({}, ...kindsOf(s).map((kind) => owns[kind]));

/**
 * The place of what such runs alone show there; elsewhere it is empty.
 * @param {import('./types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {keyof Panels} name @param {unknown[]} more what it is given
 */
export const ownPlace = ({ el, list }, page, name, ...more) =>
  list(
    el('div', { class: 'own' }),
    () =>
      kindsOf(page.store.state).flatMap((kind) => {
        const make = owns[kind]?.panels?.[name];
        return make ? { kind, make } : [];
      }),
    ({ kind }) => kind,
    ({ make }, own) => make(own, page, ...more),
  );
