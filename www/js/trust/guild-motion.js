// The guild's line is drawn anew when its members are others. It is a change of the picture, not of the run, so it has a clock of its own.

/** From the first point to the last, in ms. */
const DRAWN_MS = 420;

/** @param {() => void} paint @param {() => boolean} isStill nothing may move */
export function guildMotion(paint, isStill) {
  /** @type {string | null} */
  let of = null;
  let since = -Infinity;
  let frame = 0;
  const drawnAt = (/** @type {number} */ now) => Math.max(0, Math.min(1, (now - since) / DRAWN_MS));
  function go() {
    paint();
    if (drawnAt(performance.now()) < 1) frame = requestAnimationFrame(go);
  }
  return {
    /** Tells whose line is to be seen: the first stands at once. @param {number[] | null} members */
    refresh(members) {
      const now = `${members}`;
      if (now === of) return;
      if (of !== null && !isStill()) {
        since = performance.now();
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(go);
      } else since = -Infinity;
      of = now;
    },
    /** How much of it is drawn, 0…1. */
    drawn: () => (isStill() ? 1 : drawnAt(performance.now())),
    stop: () => cancelAnimationFrame(frame),
  };
}
