// A real button over each letter under way: a press delivers it next, its menu holds it or lets it go; over a pile one that shows the list.

import { FINGER } from '../scene/layout.js';
import { povOf } from '../state/pov.js';
import { HALF, sizeOf } from './letter-shapes.js';
import { placesOf } from './places.js';
import { queueOf, rowsOf, slotOf } from './queue.js';
import { deedsOf, hasPatience } from './queue-row.js';
import { nameOf } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./places.js').Letter} Letter */

/** Where everything waits now; nothing does on the map of another army, which may still be there when such a run comes. @param {Page} page @param {import('../stage/map-plan.js').MapPlan} plan */
export function waitingNow({ store }, plan) {
  const { state } = store;
  return plan.layout && plan.layout.n === state.scenario?.n && state.session && povOf(state) === null ? placesOf(plan.layout, rowsOf(queueOf(state))) : { letters: [], piles: [] };
}

/**
 * @param {Binder} binder @param {Page} page @param {import('../stage/map-plan.js').MapPlan} plan
 * @param {{frame: () => import('../paint/painter.js').Frame, testid: (name: string) => string, tell: import('./queue-row.js').Tell, showList: () => void}} map
 */
export function letterButtons({ el, list }, page, plan, { frame, testid, tell, showList }) {
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
  const letters = list(
    el('div', { class: 'slow-letters', role: 'group', 'aria-label': () => t('slow.queue') }),
    () => waitingNow(page, plan).letters,
    ({ row }) => `${s().lang} ${row.key} ${row.place} ${row.past} ${row.queued.step}`,
    (letter, own) => {
      const { row } = letter;
      const light = (/** @type {number | null} */ step) => store.apply({ type: 'light', step });
      const now = () => waitingNow(page, plan).letters;
      return own.el('button', {
        'data-testid': testid(`letter-${slotOf(row.queued.event)}`),
        'aria-label': t('slow.letter.deliver', { name: nameOf(say(), row) }),
        title: t('slow.letter.hint'),
        style: () => overLetter(now().find((one) => one.row.key === row.key) ?? letter, now().length),
        onclick: () => deedsOf(page, row, tell).deliver(),
        oncontextmenu: (/** @type {MouseEvent} */ event) => {
          event.preventDefault();
          menu.open(/** @type {HTMLElement} */ (event.currentTarget), row);
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
  return el('div', { class: 'slow-over' }, piles, letters, menu.node);
}

/** What can be done with a letter, beside it. @param {Page} page @param {import('./queue-row.js').Tell} tell */
function letterMenu(page, tell) {
  const { t, store, say } = page;
  const node = document.createElement('div');
  node.className = 'slow-menu';
  node.popover = 'auto';
  node.setAttribute('role', 'menu');
  /** @param {HTMLElement} over @param {import('./queue.js').Row} row */
  function open(over, row) {
    const deeds = deedsOf(page, row, tell);
    /** @param {string} key @param {() => void} does */
    const item = (key, does) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('role', 'menuitem');
      button.dataset.testid = `menu-${key}`;
      button.textContent = t(`slow.do.${key}`);
      button.onclick = () => {
        node.hidePopover();
        does();
      };
      return button;
    };
    const { left, bottom } = over.getBoundingClientRect();
    node.setAttribute('aria-label', nameOf(say(), row));
    const past = hasPatience(store.state) && !row.past ? [item('past', deeds.past)] : [];
    node.replaceChildren(item('deliver', deeds.deliver), item(row.place === null ? 'free' : 'hold', deeds.turn), ...past);
    node.style.left = `${Math.max(8, Math.min(left, innerWidth - 200))}px`;
    node.style.top = `${Math.min(bottom + 4, innerHeight - 160)}px`;
    node.showPopover();
    /** @type {HTMLElement} */ (node.firstElementChild).focus();
  }
  node.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const all = /** @type {HTMLElement[]} */ ([...node.children]);
    all.at((all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + by) % all.length)?.focus();
  });
  return { node, open };
}
