// Waiting by a clock that runs only while the page is seen and nothing holds it.

/** @param {() => void} done */
export function createWait(done) {
  let name = '';
  let left = 0;
  let since = 0;
  let isHeld = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  function stop() {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    left = Math.max(1, left - (performance.now() - since));
  }
  function run() {
    const wanted = left > 0 && !isHeld && document.visibilityState === 'visible';
    if (!wanted) stop();
    else if (timer === undefined) {
      since = performance.now();
      timer = setTimeout(fire, left);
    }
  }
  function fire() {
    timer = undefined;
    left = 0;
    done();
  }
  document.addEventListener('visibilitychange', run);
  return {
    /** Waits; one of the same name goes on as it is. @param {{name: string, ms: number}} wanted none: for 0 milliseconds */
    until(wanted) {
      if (wanted.ms > 0 && wanted.name === name) return;
      stop();
      name = wanted.name;
      left = wanted.ms;
      run();
    },
    /** @param {boolean} held */
    hold(held) {
      isHeld = held;
      run();
    },
  };
}
