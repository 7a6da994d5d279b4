// Maps of tasks that are not settled around a city: each comes before the first run of its task is shown.

/** @typedef {import('./types.js').Layout} Layout */
/**
 * `layout`: where everything stands; the same function for the same places. `scene`: the shapes. `at`, `where`: the step of who is at a
 * point, and where who brings a message is, where rides are not those of everywhere. `refresh`: everything may have changed.
 * @typedef {{layout: (stage: import('./arrange.js').Stage) => Layout, scene: typeof import('./scene.js').scene, at?: (x: number, y: number) => number | null, where?: (step: number) => ReturnType<typeof import('./hit.js').whereabouts>, refresh: () => void, remove: () => void}} OwnMap
 */
/**
 * The stage on which one is made; `frame`: where the map lies behind its window.
 * @typedef {{root: HTMLElement, page: import('../shell/page.js').Page, plan: import('../stage/map-plan.js').MapPlan, frame: () => import('../paint/painter.js').Frame,
 *   paint: () => void, testid: (name: string) => string}} Stand
 */

/** By the dialects in which their runs are told. @type {Partial<Record<string, (stand: Stand) => OwnMap>>} */
export const ownMaps = {};
