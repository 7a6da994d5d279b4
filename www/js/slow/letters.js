// A real button over each letter under way: a press delivers it next, its menu holds it or lets it go; over a pile one that shows the list.

import { FINGER } from '../scene/layout.js';
import { bundleHeld } from '../marks/bundles.js';
import { povOf } from '../state/pov.js';
import { around } from './boxes.js';
import { HALF, sizeOf } from './letter-shapes.js';
import { pillsAt } from './pills.js';
import { placesOf } from './places.js';
import { rowsNow, slotOf } from './queue.js';
import { letterKeys } from './letter-keys.js';
import { letterMenu } from './letter-menu.js';
import { deedsOf } from './queue-row.js';
import { nameOf } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./places.js').Letter} Letter */

/** @typedef {{letters: Letter[], piles: import('./places.js').Pile[], pills: import('./pills.js').Pill[]}} Waiting */
/** A button is at least so high, in px. */
const LEAST_TARGET = 24;
/** Every letter and pill asks for all of them: they are placed once for each state and map. @type {WeakMap<object, {layout: object | null, found: Waiting}>} */
const placed = new WeakMap();

/**
 * Where everything waits now, and who holds a bundle of seals; nothing does on the map of another army, which may still be there when such a run comes.
 * @param {Page} page @param {import('../stage/map-plan.js').MapPlan} plan
 */
export function waitingNow({ store }, { layout }) {
  const { state } = store;
  const known = placed.get(state);
  if (known?.layout === layout) return known.found;
  const found = waitingIn(state, layout);
  placed.set(state, { layout, found });
  return found;
}

/** @param {import('../state/types.js').State} state @param {import('../scene/types.js').Layout | null} layout @returns {Waiting} */
function waitingIn(state, layout) {
  if (!layout || layout.n !== state.scenario?.n || !state.session) return { letters: [], piles: [], pills: [] };
  const pills = pillsAt(layout, bundlesHeld(state, layout));
  if (povOf(state) !== null) return { letters: [], piles: [], pills };
  return { ...placesOf(layout, rowsNow(state), pills.map(({ x, y, half }) => around(x, y, half, 1))), pills };
}

/** Who holds a bundle by now, as far as whoever looks can know; where camps are dots there is no room for one. @param {import('../state/types.js').State} state @param {import('../scene/types.js').Layout} layout */
const bundlesHeld = (state, { camps, bare, dots }) =>
  !bare && !dots && state.spec?.stages?.includes('prepared') ? camps.flatMap(({ id }) => {
    const bundle = bundleHeld(state, id);
    return bundle ? [{ general: id, bundle }] : [];
  }) : [];

/**
 * @param {Binder} binder @param {Page} page @param {import('../stage/map-plan.js').MapPlan} plan
 * @param {{frame: () => import('../paint/painter.js').Frame, testid: (name: string) => string, tell: import('./queue-row.js').Tell, showList: () => void, showBundle: (general: number) => void}} map
 */
export function letterButtons({ el, list }, page, plan, { frame, testid, tell, showList, showBundle }) {
  const { store, t, say } = page;
  const s = () => store.state;
  const menu = letterMenu(page, tell);
  /** @param {{x: number, y: number}} at @param {number} width @param {number} height */
  function box({ x, y }, width, height) {
    const { times, dx, dy } = frame();
    const px = (/** @type {number} */ length) => `${(length * plan.grown).toFixed(1)}px`;
    return `left:${px((x - width / 2) * times + dx)};top:${px((y - height / 2) * times + dy)};width:${px(width * times)};height:${px(height * times)}`;
  }
  /** @param {Letter} letter @param {number} count */
  function overLetter(letter, count) {
    if (!plan.layout) return '';
    const { k, slim } = sizeOf(plan.layout, count);
    return box(letter, 2 * k * (slim ? HALF.slim : HALF.x), 2 * k * HALF.y);
  }
  const keys = letterKeys();
  const letters = list(
    keys.listen(el('div', { class: 'slow-letters', role: 'group', 'aria-label': () => t('slow.queue') })),
    () => waitingNow(page, plan).letters,
    ({ row }) => `${s().lang} ${row.key} ${row.place} ${row.past} ${row.queued.step}`,
    (letter, own) => {
      const { row } = letter;
      const light = (/** @type {number | null} */ step) => store.apply({ type: 'light', step });
      const now = () => waitingNow(page, plan).letters;
      return own.el('button', {
        'data-testid': testid(`letter-${slotOf(row.queued.event)}`),
        'aria-label': t('slow.letter.deliver', { name: nameOf(say(), s().scenario?.protocol, row) }),
        'aria-keyshortcuts': 'Enter H',
        'data-letter': row.key,
        tabindex: () => keys.tabindex(row.key, now().map((one) => one.row.key)),
        title: t('slow.letter.hint'),
        style: () => overLetter(now().find((one) => one.row.key === row.key) ?? letter, now().length),
        onclick: () => deedsOf(page, row, tell).deliver(),
        oncontextmenu: (/** @type {MouseEvent} */ event) => {
          event.preventDefault();
          menu.open(/** @type {HTMLElement} */ (event.currentTarget), row);
        },
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (!store.state.letters || !/^[hH]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          deedsOf(page, row, tell).turn();
        },
        onpointerenter: () => light(row.queued.step),
        onpointerleave: () => light(null),
      });
    },
  );
  const piles = list(
    el('div', { class: 'slow-piles' }),
    () => waitingNow(page, plan).piles,
    ({ to, rows }) => `${s().lang} ${to} ${rows.length}`,
    (pile, own) =>
      own.el('button', {
        'data-testid': testid(`pile-${pile.to}`),
        'aria-label': t('slow.letter.pile', { count: pile.rows.length, to: say().general(pile.to) }),
        style: () => box(waitingNow(page, plan).piles.find(({ to }) => to === pile.to) ?? pile, FINGER, FINGER),
        onclick: showList,
      }),
  );
  const pills = list(
    el('div', { class: 'slow-pills' }),
    () => waitingNow(page, plan).pills,
    ({ general, bundle }) => `${s().lang} ${general} ${bundle.word} ${bundle.view} ${bundle.seals.length}`,
    (pill, own) => {
      const now = () => waitingNow(page, plan).pills.find(({ general }) => general === pill.general) ?? pill;
      return own.el('button', {
        'data-testid': testid(`bundle-${pill.general}`),
        'aria-label': t('slow.bundle.open', { who: say().general(pill.general), count: pill.bundle.seals.length, order: say().order(pill.bundle.word), view: pill.bundle.view }),
        style: () => box(now(), 2 * now().half.x, Math.max(2 * now().half.y, LEAST_TARGET)),
        onclick: () => showBundle(pill.general),
      });
    },
  );
  return { node: el('div', { class: 'slow-over' }, piles, pills, letters, menu.node), keep: keys.keep };
}
