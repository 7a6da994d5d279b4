// Long work in slices: between them the page answers to whoever uses it.

/** A slice is about so long. */
const SLICE_MS = 12;

/** What is to be awaited after each piece of the work: it rests when a slice is over. */
export function rest() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    // Timers are held back in windows that are not looked at, messages are not.
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
    since = performance.now();
  };
}
