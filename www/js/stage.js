// The stage: the canvas sized to device pixels, and one real button over each camp for hands, keys and screen readers.

import { pen } from './dom.js';
import { createPace } from './pace.js';
import { createPainter } from './paint/painter.js';
import { layout } from './scene/layout.js';
import { scene } from './scene/scene.js';
import { decided } from './store.js';
import { world } from './world.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./scene/types.js').Layout} Layout */

/** Below this width the stage is a phone's. */
const COMPACT_BELOW = 600;

/** @param {HTMLElement} root @param {Page} page */
export function stage(root, { store, t, say }) {
  const { el, list, refresh: ask } = pen();
  const s = () => store.state;
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  const painter = createPainter(canvas);
  let size = { width: 0, height: 0 };
  /** @type {Layout | null} */
  let plan = null;
  /** @type {ReturnType<typeof createPace>} */
  let pace = (now) => now;

  /** What a screen reader says of a camp. @param {number} id */
  const name = (id) => {
    const { scenario, session, verdict } = s();
    if (!scenario) return '';
    const loyal = !scenario.traitors.includes(id);
    const pieces = [say().general(id), t(`role.${id === 1 ? 'commander' : 'lieutenant'}.${loyal ? 'loyal' : 'traitor'}`)];
    const decision = decided(s()) ? verdict?.decisions[String(id)] : undefined;
    if (decision) pieces.push(t('camp.decided', { order: say().order(decision) }));
    else if (session && id !== 1) pieces.push(t('camp.heard', { count: session.snapshot().generals[id - 1].heard }));
    return pieces.join(t('camp.join'));
  };

  const camps = list(
    el('div', { class: 'camps', role: 'group', 'aria-label': () => t('camps') }),
    () => (plan && s().scenario ? plan.camps.map(({ id }) => id) : []),
    String,
    (id, own) => {
      const camp = () => plan?.camps[id - 1] ?? { x: 0, y: 0, hit: 44 };
      return own.el('button', {
        type: 'button',
        'data-testid': `general-${id}`,
        'data-general': id,
        'aria-pressed': () => String(s().chosen === id),
        'aria-label': () => name(id),
        style: () =>
          `left:${(camp().x - camp().hit / 2).toFixed(1)}px;top:${(camp().y - camp().hit / 2).toFixed(1)}px;width:${camp().hit.toFixed(1)}px;height:${camp().hit.toFixed(1)}px`,
        onclick: () => store.apply({ type: 'choose', general: id }),
      });
    },
  );
  root.replaceChildren(canvas, camps);

  function paint() {
    if (!plan) return;
    painter.paint(
      scene(plan, s().still ? world(s()) : pace(world(s())), {
        general: say().general,
        city: t('city'),
        scale: t('map.scale'),
        north: t('map.north'),
        italic: s().lang === 'en',
      }),
    );
  }

  function place() {
    const n = s().scenario?.n ?? 4;
    if (size.width === 0) return;
    if (plan?.n === n && plan.width === size.width && plan.height === size.height) return;
    plan = layout({ ...size, n, compact: size.width < COMPACT_BELOW });
    pace = createPace(plan);
  }

  /** @param {number} width @param {number} height @param {number} ratio */
  function resized(width, height, ratio) {
    if (width < 1 || height < 1) return;
    size = { width, height };
    painter.resize(width, height, ratio);
    place();
    ask();
    paint();
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
    retheme() {
      painter.retheme();
      paint();
    },
    /** The camp under a focused button. */
    focused: () => Number(/** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.general ?? 0) || null,
  };
}
