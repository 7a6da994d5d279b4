// Fetches what may be opened next, when the page is idle and has come over a fast line.

/** Megabits a second from which nobody minds. */
const FAST = 5;

/** Whether a file of this page came so fast, or from a cache. @param {string} address */
function isFast(address) {
  const { connection } = /** @type {Navigator & {connection?: {saveData?: boolean}}} */ (navigator);
  if (connection?.saveData) return false;
  const [came] = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByName(address, 'resource'));
  if (!came) return false;
  const megabits = (came.encodedBodySize * 8) / 1e6;
  return came.transferSize === 0 || megabits / ((came.responseEnd - came.responseStart) / 1000) >= FAST;
}

/**
 * @param {string} measured the address of a large file that has come
 * @param {(() => Promise<unknown>)[]} parts what is fetched, one after another; one that cannot be had is asked for again when it is opened
 */
export function prefetch(measured, parts) {
  if (!isFast(measured)) return;
  const soon = window.requestIdleCallback ?? ((run) => setTimeout(run, 500));
  const [first, ...rest] = parts;
  const next = () => rest.length > 0 && prefetch(measured, rest);
  soon(() => first().then(next, next));
}
