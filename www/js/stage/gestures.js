// Fingers and wheel on a stage that can be enlarged: pinch, drag, wheel. A drag ends in no click.

/** A finger that moved less has tapped. */
const TAP_PX = 6;
/** How much nearer one turn of a wheel brings. */
const WHEEL = 0.0018;
/** Two fingers on a touchpad come as a wheel with Ctrl, in small turns. */
const PINCH = 0.01;

/** A wheel belongs to the page that scrolls, this one or the one around it. */
const scrolls = () => {
  const { scrollHeight, clientHeight } = document.documentElement;
  return window.parent !== window || scrollHeight > clientHeight;
};

/**
 * @param {HTMLElement} root
 * @param {{on: () => boolean, enlarged: () => boolean, apply: (action: import('../state/store.js').Action) => void}} stage
 */
export function listenToGestures(root, { on, enlarged, apply }) {
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  let dragged = false;

  /** In parts of the stage. @param {{clientX: number, clientY: number}} event */
  const place = ({ clientX, clientY }) => {
    const { left, top, width, height } = root.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  /** In px. @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
  const apart = (a, b) => Math.hypot((a.x - b.x) * root.clientWidth, (a.y - b.y) * root.clientHeight);

  root.addEventListener('pointerdown', (event) => {
    if (!on()) return;
    if (down.size === 0) dragged = false;
    down.set(event.pointerId, place(event));
  });
  root.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      apply({ type: 'zoom', by: apart(now, other) / Math.max(1, apart(before, other)), at: middle });
      apply({ type: 'pan', dx: (before.x - now.x) / 2, dy: (before.y - now.y) / 2 });
    } else if (!enlarged() || (!dragged && apart(before, now) < TAP_PX)) return;
    else apply({ type: 'pan', dx: before.x - now.x, dy: before.y - now.y });
    if (!dragged) root.setPointerCapture(event.pointerId);
    dragged = true;
    down.set(event.pointerId, now);
  });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel']))
    root.addEventListener(type, (event) => {
      down.delete(event.pointerId);
    });
  root.addEventListener(
    'click',
    (event) => {
      if (!dragged || event.detail === 0) return;
      dragged = false;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    { capture: true },
  );
  root.addEventListener(
    'wheel',
    (event) => {
      if (!on() || event.deltaY === 0 || (!event.ctrlKey && scrolls())) return;
      event.preventDefault();
      apply({ type: 'zoom', by: Math.exp(-event.deltaY * (event.ctrlKey ? PINCH : WHEEL)), at: place(event) });
    },
    { passive: false },
  );
}
