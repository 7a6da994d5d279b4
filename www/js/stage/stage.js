// The stage: the canvas sized to device pixels, the camps over it as buttons, and what pointing, keys and fingers do there.

import { el } from '../kit/dom.js';
import { hallScale } from '../kit/hall-scale.js';
import { createPainter } from '../paint/painter.js';
import { scene } from '../scene/scene.js';
import { ownOf } from '../state/own.js';
import { campButtons } from './camp-buttons.js';
import { listenToGestures } from './gestures.js';
import { mapNotes } from './map-notes.js';
import { createMapPlan } from './map-plan.js';
import { createMessengers } from './messengers.js';
import { createNearerLook } from './nearer-look.js';
import { listenToPointing } from './pointing.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {ReturnType<typeof stage>} Stage */

const coarse = matchMedia('(pointer: coarse)');

/**
 * @param {HTMLElement} root @param {Page} page
 * @param {() => void} replanned called when the room for the map has changed
 * @param {string} [side] which of two, where there are two
 */
export function stage(root, page, replanned, side = '') {
  const { store } = page;
  const s = () => store.state;
  const plan = createMapPlan();
  const { frame, isEnlarged, near, close, lookAt, nearer } = createNearerLook(store, plan, coarse);
  const testid = (/** @type {string} */ name) => (side ? `${side}-${name}` : name);
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  const camps = campButtons(page, plan, { frame, isNear: isEnlarged, testid });
  const notes = mapNotes(page, plan, testid);
  root.replaceChildren(canvas, camps.node, ...notes.nodes);
  const painter = createPainter(canvas);
  const messengers = createMessengers(s, plan, frame, painter, () => own);

  /** The map of the task, if it has one. @type {import('../state/own.js').OwnMap | undefined} */
  let own;
  /** @type {import('../state/own.js').Own['map'] | undefined} */
  let make;
  function supplyOwn() {
    const wanted = ownOf(s()).map;
    if (wanted === make) return;
    own?.remove();
    make = wanted;
    own = make?.({ root, page, plan, frame, paint, testid });
  }
  function paint() {
    if (plan.layout) painter.paint((own?.scene ?? scene)(plan.layout, messengers.seen(), mapWords(page)), frame());
  }
  function fit() {
    supplyOwn();
    plan.fit(s().scenario?.n ?? 4, { hall: s().projector ? hallScale() : null, coarse: coarse.matches, own: own?.layout });
    if (plan.layout) painter.resize(plan.size.width, plan.size.height, plan.room.ratio * plan.grown);
  }
  function refresh() {
    fit();
    camps.refresh();
    notes.refresh();
    own?.refresh();
    paint();
  }

  listenToGestures(root, { on: () => plan.layout !== null, enlarged: isEnlarged, apply: store.apply });
  followFocus(root, isEnlarged, lookAt);
  listenToPointing(root, store, ({ clientX, clientY }, touch) => {
    const { left, top } = canvas.getBoundingClientRect();
    return messengers.at(clientX - left, clientY - top, touch);
  });
  watchRoom(root, (room) => {
    plan.room = room;
    refresh();
    replanned();
  });
  return {
    /** The element on which it is drawn. */
    root,
    /** Everything may have changed. */
    refresh,
    /** Only time went on. */
    paint,
    where: messengers.where,
    retheme() {
      painter.retheme();
      paint();
    },
    near,
    close,
    nearer,
    /** The camp under a focused button. */
    focused: () => Number(/** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.general ?? 0) || null,
  };
}

/** Of an enlarged map the camp is in sight whose button has the focus. @param {HTMLElement} root @param {() => boolean} isEnlarged @param {(general: number) => void} lookAt */
function followFocus(root, isEnlarged, lookAt) {
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(':focus-visible') && isEnlarged()) lookAt(Number(target.dataset.general));
  });
}

/** What is written on the map. @param {Page} page */
export const mapWords = ({ store, say, t }) => ({
  general: say().general,
  city: t('city'),
  north: t('map.north'),
  unseen: t('map.unseen'),
  italic: store.state.lang === 'en',
});

/**
 * Tells the size of an element in CSS px, and device px for each, whenever it is another.
 * @param {HTMLElement} root @param {(room: import('./map-plan.js').MapPlan['room']) => void} resized
 */
function watchRoom(root, resized) {
  const watcher = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    if (width < 1 || height < 1) return;
    const device = entry.devicePixelContentBoxSize?.[0];
    // Some browsers count CSS pixels here while a device is emulated: only the rounding of the last pixel is believed.
    const exact = device ? device.inlineSize / width : 0;
    const ratio = window.devicePixelRatio;
    resized({ width, height, ratio: Math.abs(exact / ratio - 1) < 0.01 ? exact : ratio });
  });
  try {
    watcher.observe(root, { box: 'device-pixel-content-box' });
  } catch {
    watcher.observe(root);
  }
}
