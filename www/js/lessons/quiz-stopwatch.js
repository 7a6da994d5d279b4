// How long a question has stood before the reader: no time runs while something else is on the page.

/** @param {() => number} [now] milliseconds */
export function stopwatch(now = () => performance.now()) {
  let before = 0;
  /** @type {number | null} */
  let since = null;
  const seconds = () => (before + (since === null ? 0 : now() - since)) / 1000;
  return {
    seconds,
    /** Another question stands. @param {number} already seconds that it has stood before */
    begin(already) {
      before = already * 1000;
      since = now();
    },
    pause() {
      before = seconds() * 1000;
      since = null;
    },
    resume() {
      since ??= now();
    },
  };
}
