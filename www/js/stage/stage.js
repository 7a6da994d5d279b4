// The stage: the canvas sized to device pixels, and one real button over each camp for hands, keys and screen readers.

import { binder } from '../kit/dom.js';
import { listenToGestures } from './gestures.js';
import { plain } from '../words/narrate.js';
import { createPace } from './ride-progress.js';
import { createPainter } from '../paint/painter.js';
import { seenFrom } from './note-placement.js';
import { dots, placeIn, stepIn } from '../scene/crowd.js';
import { hit, whereabouts } from '../scene/hit.js';
import { FINGER, layout } from '../scene/layout.js';
import { scene } from '../scene/scene.js';
import { povOf, givenTo, loyalty } from '../state/pov.js';
import { hasOpinions, isCommander, roleOf } from '../state/spec.js';
import { isDecided } from '../state/store.js';
import { withSelectedRoundVisible, flowing, world } from '../scene/world.js';
import { frameOf } from '../state/zoom.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../scene/types.js').Layout} Layout */

/** Below this width the stage is a phone's. */
const COMPACT_BELOW = 600;
/** In a hall everything on the map is so much larger. */
const HALL = 1.25;
/** How near to a dot a mouse must come, and how much room the mark around one takes, in px. */
const AT_DOT = 7;
const AROUND_DOT = 26;
/** With more generals than this the map is small enough to offer a nearer look. */
const MANY = 12;
const coarse = matchMedia('(pointer: coarse)');

/**
 * @param {HTMLElement} root @param {Page} page
 * @param {() => void} replanned called when the room for the map has changed
 * @param {string} [side] which of two, where there are two
 */
export function stage(root, { store, t, say }, replanned, side = '') {
  const { el, list, refresh } = binder();
  /** Whose tree is offered where messengers are too many: of who is looked at, or of the first who decides. */
  const told = () => {
    const deciders = Object.keys(s().verdict?.decisions ?? {}).map(Number);
    return povOf(s()) ?? deciders.find((id) => id === s().chosen) ?? deciders[0] ?? 2;
  };
  const s = () => store.state;
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  /** Of the stage in CSS px, and in px of the map where a hall needs it larger. */
  let room = { width: 0, height: 0, ratio: 1 };
  let size = { width: 0, height: 0 };
  let grown = 1;
  let planned = '';
  /** @type {Layout | null} */
  let plan = null;
  /** @type {ReturnType<typeof createPace>} */
  let pace = (now) => now;

  /** Where the map lies behind the window of the stage. */
  const frame = () => frameOf(s().zoom, size.width, size.height);
  /** Are camps too small for the reader's fingers, or only dots? Then the map can be enlarged. */
  const near = () =>
    plan !== null && (plan.dots || (coarse.matches && Math.min(...plan.camps.map(({ hit }) => hit)) < FINGER - 0.5));

  /** What every general has heard by now: asked once for all camps. @type {ReturnType<import('../state/types.js').Session['snapshot']> | null} */
  let heard = null;
  const ask = () => {
    heard = s().session?.snapshot() ?? null;
    refresh();
  };

  /** What a screen reader says of a camp. @param {number} id */
  const name = (id) => {
    const { scenario, verdict } = s();
    if (!scenario) return '';
    const loyal = loyalty(s(), id);
    const known = loyal === null ? 'unknown' : loyal ? 'loyal' : 'traitor';
    const pieces = [say().general(id), plain(say().parts(`role.${roleOf(s(), id)}.${known}`))];
    const opinion = hasOpinions(s()) ? givenTo(s(), id) : null;
    if (opinion) pieces.push(t('camp.opinion', { order: say().order(opinion) }));
    const viewer = povOf(s());
    if (viewer === id) pieces.push(t('camp.eyes'));
    else if (viewer !== null) return pieces.join(t('camp.join'));
    const decision = isDecided(s()) ? verdict?.decisions[String(id)] : undefined;
    if (decision) pieces.push(t('camp.decided', { order: say().order(decision) }));
    else if (heard && !isCommander(s(), id)) pieces.push(t('camp.heard', { count: heard.generals[id - 1].heard }));
    return pieces.join(t('camp.join'));
  };

  const camps = list(
    el('div', { class: () => (near() || s().zoom.z > 1 ? 'camps near' : 'camps'), role: 'group', 'aria-label': () => t('camps') }),
    () => (plan && s().scenario ? plan.camps.map(({ id }) => id) : []),
    String,
    (id, own) => {
      const style = () => {
        const { x, y, hit } = plan?.camps[id - 1] ?? { x: 0, y: 0, hit: FINGER };
        const { times, dx, dy } = frame();
        const px = (/** @type {number} */ length) => `${(length * grown).toFixed(1)}px`;
        const side = px(hit * times);
        return `left:${px((x - hit / 2) * times + dx)};top:${px((y - hit / 2) * times + dy)};width:${side};height:${side}`;
      };
      return own.el('button', {
        'data-testid': side ? `${side}-general-${id}` : `general-${id}`,
        'data-general': id,
        'aria-pressed': () => String(s().chosen === id),
        'aria-label': () => name(id),
        style,
        onclick: () => store.apply({ type: 'choose', general: id }),
      });
    },
  );
  root.replaceChildren(
    canvas,
    camps,
    el('p', { class: 'map-note', hidden: () => !plan?.dots || flowing(s()) !== null }, () => t('map.dots')),
    el(
      'p',
      { class: 'flow-note', hidden: () => flowing(s()) === null },
      el('span', {}, () => {
        const count = s().perRound[(flowing(s()) ?? 1) - 1] ?? 0;
        return t(povOf(s()) === null ? 'flow.note' : 'flow.note.fog', { messages: t('counts.messages', { count }) });
      }),
      el(
        'button',
        {
          class: 'bar-button line',
          'data-testid': side ? `${side}-flow-tree` : 'flow-tree',
          onclick: () => {
            store.apply({ type: 'choose', general: told() });
            store.apply({ type: 'view', view: 'tree' });
          },
        },
        () => t('flow.tree', { who: told() }),
      ),
    ),
  );
  listenToGestures(root, { on: () => plan !== null, enlarged: () => s().zoom.z > 1, apply: store.apply });
  root.addEventListener('focusin', ({ target }) => {
    const camp =
      target instanceof HTMLElement && target.matches(':focus-visible') ? plan?.camps[Number(target.dataset.general) - 1] : null;
    if (camp && s().zoom.z > 1) store.apply({ type: 'look-at', at: { x: camp.x / size.width, y: camp.y / size.height } });
  });
  // Only in the page does the canvas have the page's colours.
  const painter = createPainter(canvas);

  /** What is on the map now, every messenger at his place on the road. */
  function seen() {
    const shown = withSelectedRoundVisible(s());
    const now = world(shown);
    const { link, motion, cursor, place } = s();
    return s().still || shown !== s() ? now : pace(now, `${link} ${place.pov} ${motion?.what === 'round' ? `round ${motion.round}` : cursor}`);
  }

  /** The messenger under the pointer. @param {MouseEvent} event @param {boolean} touch @returns {number | null} */
  function under(event, touch) {
    if (!plan || !s().session) return null;
    const { left, top } = canvas.getBoundingClientRect();
    const { times, dx, dy } = frame();
    const x = ((event.clientX - left) / grown - dx) / times;
    const y = ((event.clientY - top) / grown - dy) / times;
    const now = seen();
    if (!now.crowd) return hit(plan, now, x, y, { touch })?.index ?? null;
    const index = painter.find(dots(plan, now, now.crowd), { x, y }, (touch ? FINGER / 2 : AT_DOT) / times);
    return index === null ? null : stepIn(now.crowd, index);
  }

  root.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const step = under(event, false);
    root.classList.toggle('over', step !== null);
    store.apply({ type: 'light', step });
  });
  root.addEventListener('pointerleave', () => {
    root.classList.remove('over');
    store.apply({ type: 'light', step: null });
  });
  let touched = false;
  root.addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
  });
  // Before the camps: a messenger who stands before one is nearer. Keys make clicks without a place.
  root.addEventListener(
    'click',
    (event) => {
      const control = event.target instanceof Element ? event.target.closest('button') : null;
      if (event.detail === 0 || (control && !control.dataset.general)) return;
      const ending = s().motion?.what === 'ending' && (s().motion?.progress ?? 1) < 1;
      const step = ending ? null : under(event, touched);
      if (step !== null || ending) event.stopPropagation();
      if (ending) store.apply({ type: 'skip' });
      else if (step !== null || s().message !== null) store.apply({ type: 'message', step });
    },
    { capture: true },
  );

  function paint() {
    if (!plan) return;
    painter.paint(
      scene(plan, seen(), {
        general: say().general,
        city: t('city'),
        north: t('map.north'),
        unseen: t('map.unseen'),
        italic: s().lang === 'en',
      }),
      frame(),
    );
  }

  function place() {
    const n = s().scenario?.n ?? 4;
    if (room.width === 0) return;
    const now = s().projector ? HALL : 1;
    const compact = room.width < COMPACT_BELOW;
    const touch = compact || coarse.matches;
    const asked = `${room.width} ${room.height} ${n} ${now} ${touch}`;
    if (asked === planned) return;
    planned = asked;
    grown = now;
    size = { width: room.width / grown, height: room.height / grown };
    painter.resize(size.width, size.height, room.ratio * grown);
    plan = layout({ ...size, n, compact, touch });
    pace = createPace(plan);
  }

  /** @param {number} width @param {number} height @param {number} ratio */
  function resized(width, height, ratio) {
    if (width < 1 || height < 1) return;
    room = { width, height, ratio };
    place();
    painter.resize(size.width, size.height, ratio * grown);
    ask();
    paint();
    replanned();
  }

  const watcher = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    const device = entry.devicePixelContentBoxSize?.[0];
    // Some browsers count CSS pixels here while a device is emulated: only the rounding of the last pixel is believed.
    const exact = device && width > 0 ? device.inlineSize / width : 0;
    const ratio = window.devicePixelRatio;
    resized(width, height, Math.abs(exact / ratio - 1) < 0.01 ? exact : ratio);
  });
  try {
    watcher.observe(root, { box: 'device-pixel-content-box' });
  } catch {
    watcher.observe(root);
  }
  return {
    /** Everything may have changed. */
    refresh() {
      place();
      ask();
      paint();
    },
    /** Only time went on. */
    paint,
    /** Where the message of a step is on the stage, and what stands around it. @param {number} step */
    where(step) {
      if (!plan) return null;
      const now = seen();
      const dot = now.crowd && painter.place(dots(plan, now, now.crowd), placeIn(now.crowd, step));
      const around = AROUND_DOT / Math.sqrt(s().zoom.z);
      const box = dot ? { ...dot, width: around, height: around } : whereabouts(plan, now, step);
      if (!box) return null;
      const { times, dx, dy } = frame();
      return seenFrom(plan, box, { times: times * grown, dx: dx * grown, dy: dy * grown }, room);
    },
    retheme() {
      painter.retheme();
      paint();
    },
    near,
    /** Does it help to enlarge the map? */
    close: () => near() || s().zoom.z > 1 || (plan?.n ?? 0) > MANY,
    /** Nearer to the chosen camp, or farther; null: the whole map. @param {number | null} by */
    nearer(by) {
      const camp = plan?.camps[(s().chosen ?? 0) - 1];
      store.apply(by === null ? { type: 'zoom-out' } : { type: 'zoom', by });
      if (by !== null && by > 1 && camp)
        store.apply({ type: 'look-at', at: { x: camp.x / size.width, y: camp.y / size.height } });
    },
    /** The camp under a focused button. */
    focused: () => Number(/** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.general ?? 0) || null,
  };
}
